"""Whatever units become: no record is lost, none counts twice, somebody answers for what is open.

Any sequence of mergers, splits, renamings, transfers, dissolutions, changes of heir, undone acts
and handing over, some dated ahead, with posts that end and inspections in between.
"""

from datetime import date, timedelta
from itertools import count

import pytest
from django.db import transaction
from django.db.models import Q
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from findings.actions.remediation import hand_over
from findings.models import Finding, Remediation
from findings.standing import who_may_carry_out
from findings.tallies import table_of
from inspections.models import Inspection
from reform_portal.common.workflow import Refused
from tests import factories, reformed
from units.actions import people, reorganisation
from units.models import Post, Reorganisation, Succession, Unit, UnitVersion

FIRST = date(2024, 8, 1)
USUAL = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SOAK = settings(USUAL, max_examples=200, derandomize=False)
PLACES = st.integers(min_value=0, max_value=99)
# How many weeks after its decision an act takes effect.
AHEAD = st.sampled_from([0, 0, 0, 2, 5])


class History:
    """What happens to the communes of the world, an act a week."""

    def __init__(self, world):
        self.world, self.day, self.names = world, FIRST, (f"Mới {n}" for n in count())
        self.latest = FIRST
        for name in ("Một", "Hai", "Ba", "Bốn", "Năm"):
            version = factories.unit(name, "xã", "commune", parent=world.province)
            factories.person(f"Cán bộ xã {name}", version, role="official", answers=True)
            self.inspect(version)

    def inspect(self, version):
        """Two findings and one recommendation that stays open."""
        world = self.world
        when = max(self.day - timedelta(days=1), version.valid_from)
        days = {"starts_on": when, "ends_on": when}
        made = factories.inspection(world, version=version, status="concluded", **days)
        factories.finding(made)
        factories.finding(made, kind="strength")
        factories.recommendation(made, due_on=date(2024, 7, 1))

    def standing(self):
        found = UnitVersion.objects.on(self.day).filter(level="commune", district=None)
        return list(found.select_related("unit").order_by("pk"))

    def standing_with_offices(self):
        found = UnitVersion.objects.on(self.day).filter(
            Q(level="commune", district=None) | Q(level="agency", parent__versions__level="commune")
        )
        return list(found.distinct().select_related("unit").order_by("pk"))

    def act(self, kind, first, second, weeks=0):
        """What is refused leaves everything as it was, as for a person."""
        self.day += timedelta(days=7)
        holds = self.day + timedelta(weeks=weeks)
        there = self.standing()
        one, other = there[first % len(there)], there[second % len(there)]
        order = {
            "by": factories.actor(self.world.administrator, self.day),
            "decision": "12/NQ-HĐND",
            "decided_on": self.day,
            "day": holds,
        }
        try:
            with transaction.atomic():
                getattr(self, kind)(one, other, second, order)
                event(f"{kind} ahead" if weeks else kind)
            self.latest = max(self.latest, holds)
        except Refused:
            event(f"{kind} refused")

    def new(self):
        return {"type": "xã", "name": next(self.names), "code": ""}

    def merge(self, one, other, _place, order):
        reorganisation.merge([one.unit, other.unit], into=self.new(), **order)

    def split(self, one, _other, place, order):
        into = [self.new(), self.new()]
        reorganisation.split(one.unit, into=into, heir=place % 2, **order)

    def rename(self, one, _other, _place, order):
        reorganisation.rename(one.unit, name=next(self.names), **order)

    def dissolve(self, one, other, place, order):
        others = [version.unit for version in self.standing() if version != one][:3]
        reorganisation.dissolve(one.unit, into=others, heir=place % max(len(others), 1), **order)

    def transfer(self, one, other, _place, order):
        """An office moves from one commune to another, and takes its own open work along."""
        office = self.office_of(one)
        reorganisation.transfer(office.unit, parent=other.unit, **order)

    def office_of(self, one):
        below = UnitVersion.objects.on(self.day).filter(parent=one.unit, level="agency")
        if found := below.select_related("unit").first():
            return found
        made = factories.unit(next(self.names), "Phòng", "agency", parent=one, opened=self.day)
        self.inspect(made)
        return made

    def end_post(self, _one, _other, place, order):
        posts = list(Post.objects.meeting(self.day).filter(answers_for_unit=True).order_by("pk"))
        post = posts[place % len(posts)]
        people.end_post(post, by=order["by"], day=order["day"], decision="3/QĐ")

    def choose_heir(self, _one, _other, place, order):
        rows = list(Succession.objects.filter(takes_over=False).order_by("pk"))
        if rows:
            row = rows[place % len(rows)]
            by = order["by"]
            reorganisation.choose_heir(row.predecessor, row.successor, by=by, note="Thỏa thuận")

    def undo(self, _one, _other, _place, order):
        if last := Reorganisation.objects.filter(undone_on=None).order_by("pk").last():
            reorganisation.undo(last, by=order["by"])

    def inspect_again(self, one, _other, _place, _order):
        self.inspect(one)

    def hand_over(self, _one, _other, place, _order):
        rows = list(Remediation.objects.order_by("pk"))
        row = rows[place % len(rows)]
        by = factories.actor(self.world.planner, self.day)
        for version in who_may_carry_out(row, self.day)[:1]:
            unit = Unit(pk=version.unit_id)
            hand_over(row, to=unit, by=by, note="Địa bàn", seen_version=row.version)


ACTS = st.sampled_from(
    [
        "merge",
        "split",
        "rename",
        "dissolve",
        "transfer",
        "end_post",
        "choose_heir",
        "undo",
        "inspect_again",
        "hand_over",
    ]
)
HISTORIES = st.lists(st.tuples(ACTS, PLACES, PLACES, AHEAD), min_size=1, max_size=8)


def told(world, acts):
    history = History(world)
    for kind, first, second, weeks in acts:
        history.act(kind, first, second, weeks)
    return history


def sums(table):
    return [number for _heading, number in table.totals]


def everything():
    """All records as the database holds them, in the order of the columns."""
    kinds = [Finding.objects.filter(kind=kind).count() for kind in ("strength", "shortcoming")]
    rows = Remediation.objects.count()
    return [Inspection.objects.count(), *kinds, rows, rows, rows]


def check(world, acts):
    """One history, told and taken back."""
    with transaction.atomic():
        history = told(world, acts)
        check_on_its_day(world, history)
        history.day = max(history.day, history.latest)  # and once all that was dated ahead holds
        check_on_its_day(world, history)
        transaction.set_rollback(True)


def check_on_its_day(world, history):
    reader = factories.actor(world.planner, history.day)
    now = table_of(reader, in_todays_units=True)
    assert sums(table_of(reader)) == sums(now) == everything()
    there = {version.unit_id for version in history.standing_with_offices()}
    assert {row.unit_id for row in now.rows} <= there
    assert_one_answers_for_each(history)


def assert_one_answers_for_each(history):
    """Of all officials of units in force exactly one may act on an open recommendation."""
    seen = []
    for version in history.standing_with_offices():
        with transaction.atomic():
            human = reformed.official(f"Cán bộ {version.pk}", version, day=history.day)
            rows = Remediation.objects.visible_to(factories.actor(human, history.day))
            seen += rows.values_list("pk", flat=True)
            transaction.set_rollback(True)
    assert sorted(seen) == sorted(Remediation.objects.values_list("pk", flat=True))


@USUAL
@given(acts=HISTORIES)
def test_no_sequence_of_acts_loses_or_doubles_a_record(world, acts):
    check(world, acts)


@pytest.mark.soak
@SOAK
@given(acts=HISTORIES)
def test_no_long_sequence_of_acts_does_either(world, acts):
    check(world, acts)

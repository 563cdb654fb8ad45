"""Two administrators reorganise the same unit in the same moment: one does, one is told."""

from datetime import date
from threading import Event

import pytest
from django.db import connection, transaction

from reform_portal.common.workflow import Refused
from tests.races import together
from tests.units.reorganising import CAO_LOC, DECISION
from units.actions import people, reorganisation
from units.models import Post, Reorganisation, Succession, UnitVersion

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer"),
]


def beside(act, other):
    """What `other` answers when it comes while `act` is done and not yet committed."""
    inside, answered = Event(), Event()

    def first():
        with transaction.atomic():
            act()
            inside.set()
            while not answered.wait(0.05) and not somebody_waits():
                pass

    def second():
        inside.wait(timeout=20)
        try:
            return other()
        finally:
            answered.set()

    return together(first, second)[1]


def somebody_waits():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return cursor.fetchone()


@pytest.fixture
def merge(world, administrator):
    """A merger of the communes into xã … with this code."""
    pair = [world.commune, world.second_commune]
    seen = {version.unit_id: version.pk for version in pair}

    def as_seen(code, **order):
        into = CAO_LOC | {"code": code}
        units = [version.unit for version in pair]
        return lambda: reorganisation.merge(
            units, by=administrator, into=into, seen=seen, **DECISION | order
        )

    return as_seen


def test_of_two_mergers_exactly_one_is_done(merge):
    answers = together(merge("06181"), merge("06182"))

    assert sorted(type(answer).__name__ for answer in answers) == ["Refused", "Reorganisation"]
    assert (Reorganisation.objects.count(), Succession.objects.count()) == (1, 2)


def test_a_rename_beside_a_merger_leaves_no_half_act(world, merge, administrator):
    seen = {world.commune.unit_id: world.commune.pk}
    order = DECISION | {"seen": seen}
    together(
        merge("06181"),
        lambda: reorganisation.rename(world.commune.unit, by=administrator, name="Khác", **order),
    )

    assert Reorganisation.objects.count() == 1
    assert UnitVersion.objects.filter(unit=world.commune.unit, valid_to=None).count() <= 1


def test_two_clicks_at_once_are_one_act(merge):
    token = "2e5b6c9e-7a55-4c8e-9a2f-0d7a4c1f2b3d"
    first, second = together(*[merge("06181", submission=token)] * 2)

    assert first == second
    assert Succession.objects.count() == 2


def test_two_undo_at_once_are_one(merge, administrator):
    act = merge("06181")()
    answers = together(*[lambda: reorganisation.undo(act, by=administrator)] * 2)

    assert sorted(type(answer).__name__ for answer in answers) == ["Refused", "Reorganisation"]


def test_nobody_is_appointed_to_a_unit_while_it_ends(world, merge, make, administrator):
    human = make.person("Nông Văn Chậm", world.district)
    terms = {"unit": world.commune.unit, "title": "Chuyên viên", "decision": "1/QĐ"}
    answer = beside(
        merge("06181"),
        lambda: people.appoint(human, by=administrator, held_from=date(2025, 8, 1), **terms),
    )

    assert isinstance(answer, Refused)
    assert not Post.objects.filter(person=human, unit=world.commune.unit).exists()

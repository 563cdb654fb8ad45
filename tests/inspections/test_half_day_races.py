"""Eight people send one officer to eight places in the same moment: one of them wins.

The twin takes the constraint away and asks first instead: then several of them win.
"""

from functools import partial
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection

from inspections.actions import slots, visits
from inspections.actions.visits import edit_visit, record_visit
from inspections.models import PersonSlot, Visit
from reform_portal.common.workflow import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer"),
]
CROWD = 8
GUARD = next(
    rule for rule in PersonSlot._meta.constraints if rule.name == "a_person_sits_once_a_half_day"
)


@pytest.fixture(autouse=True)
def all_at_once(monkeypatch):
    """Schedulers take turns because units may end meanwhile; here the constraint alone decides."""
    monkeypatch.setattr(visits, "hold_the_tree", lambda: None)


@pytest.fixture
def crowd(make, world, planner):
    """Jobs: eight inspections of eight communes, each by another head and the same member."""
    jobs = []
    for number in range(CROWD):
        commune = make.unit(f"Xã {number}", "xã", "commune", parent=world.district)
        chief = make.person(f"Trưởng đoàn {number}", world.justice)
        plan = make.plan(world, number=number + 1, units=[commune])
        team = make.delegation(world, plan, head=chief)
        inspection = make.inspection(world, version=commune, team=team)
        words = {"day": make.DAY, "session": "morning", "kind": "office", "place": "Trụ sở"}
        jobs.append(partial(record_visit, inspection, by=planner, unit=commune.unit, **words))
    return jobs


def test_of_eight_who_schedule_one_person_exactly_one_wins(crowd, at_once):
    results = at_once(crowd)

    refused = [result for result in results if isinstance(result, Refused)]
    assert (len(refused), Visit.objects.count()) == (CROWD - 1, 1)
    assert all("Lý Thị Mai" in str(refusal) for refusal in refused)
    assert PersonSlot.objects.count() == 2


@pytest.fixture
def without_the_constraint(transactional_db):
    with connection.schema_editor() as editor:
        editor.remove_constraint(PersonSlot, GUARD)
    yield
    PersonSlot.objects.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(PersonSlot, GUARD)


def test_asking_first_without_the_constraint_lets_several_win(
    crowd, at_once, without_the_constraint, monkeypatch
):
    take, all_have_asked = slots._take, Barrier(CROWD)

    def ask_first(model, keys, elsewhere):
        if reasons := elsewhere(keys[0][0], {key[1:] for key in keys}):
            raise Refused(*reasons)
        if model is PersonSlot:
            meet(all_have_asked)
        take(model, keys, elsewhere)

    monkeypatch.setattr(slots, "_take", ask_first)

    results = at_once(crowd)

    assert sum(isinstance(result, Visit) for result in results) > 1


def meet(gate):
    """Wait for the others; who is late goes on alone."""
    try:
        gate.wait(timeout=5)
    except BrokenBarrierError:
        return


def test_two_who_swap_their_half_days_do_not_hang(make, world, crowd, at_once, planner):
    first, second = crowd[0](), crowd[1](session="afternoon")
    jobs = [
        partial(move, visit, session, planner)
        for visit, session in ((first, "afternoon"), (second, "morning"))
    ]

    results = at_once(jobs)

    assert all(isinstance(result, Refused) for result in results)
    assert {visit.session for visit in Visit.objects.all()} == {"morning", "afternoon"}


def move(visit, session, by):
    return edit_visit(visit, visit.version, by=by, unit=visit.unit, day=visit.day, session=session)

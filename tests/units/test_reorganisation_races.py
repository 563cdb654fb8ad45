"""Two administrators reorganise the same unit in the same moment: one does, one is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from reform_portal.common.editing import Stale
from reform_portal.common.workflow import Refused
from tests.units.reorganising import CAO_LOC, DECISION
from units.actions import reorganisation
from units.models import Reorganisation, Succession, UnitVersion

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer"),
]


def together(*acts):
    """Do all of these at once, each on a connection of its own."""
    gate = Barrier(len(acts))

    def do(act):
        gate.wait(timeout=20)
        try:
            return act()
        except (Refused, Stale) as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(do, acts))


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
    answers = together(merge("1"), merge("2"))

    assert sorted(type(answer).__name__ for answer in answers) == ["Refused", "Reorganisation"]
    assert (Reorganisation.objects.count(), Succession.objects.count()) == (1, 2)


def test_a_rename_beside_a_merger_leaves_no_half_act(world, merge, administrator):
    seen = {world.commune.unit_id: world.commune.pk}
    order = DECISION | {"seen": seen}
    together(
        merge("1"),
        lambda: reorganisation.rename(world.commune.unit, by=administrator, name="Khác", **order),
    )

    assert Reorganisation.objects.count() == 1
    assert UnitVersion.objects.filter(unit=world.commune.unit, valid_to=None).count() <= 1


def test_two_clicks_at_once_are_one_act(merge):
    token = "2e5b6c9e-7a55-4c8e-9a2f-0d7a4c1f2b3d"
    first, second = together(*[merge("1", submission=token)] * 2)

    assert first == second
    assert Succession.objects.count() == 2


def test_two_undo_at_once_are_one(merge, administrator):
    act = merge("1")()
    answers = together(*[lambda: reorganisation.undo(act, by=administrator)] * 2)

    assert sorted(type(answer).__name__ for answer in answers) == ["Refused", "Reorganisation"]

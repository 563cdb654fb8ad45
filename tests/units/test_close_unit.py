"""A unit ends, and others take over from it."""

from datetime import date, timedelta

import pytest

from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from tests.factories import BEGIN, DAY
from units.actions import units as actions
from units.models import Succession, Unit, UnitVersion

REFORM = date(2025, 7, 1)
DECISION = "Nghị quyết 1672/NQ-UBTVQH15"


@pytest.fixture
def close(administrator):
    def end(version, **changes):
        values = {"day": REFORM, "decision": DECISION} | changes
        return actions.close_unit(version.unit, by=administrator, seen_version=version.pk, **values)

    return end


@pytest.fixture
def successor(world, make):
    """Xã Công Sơn begins on 1/7/2025."""
    return make.unit("Công Sơn", "xã", "commune", parent=world.province, opened=REFORM)


@pytest.mark.embedded
def test_it_ends_with_its_successor_and_is_audited(world, close, successor, administrator):
    closed = close(world.second_commune, successors=[successor.unit])

    row = Succession.objects.of(closed.unit).with_titles().get()
    entry = AuditEntry.objects.about(closed).get()
    assert (closed.valid_to, Unit.objects.get(pk=closed.unit_id).closed_on) == (REFORM, REFORM)
    assert (row.predecessor_title, row.kind, row.successor_title) == (
        "xã Hòa Cư",
        "merge",
        "xã Công Sơn",
    )
    assert (entry.verb, entry.actor, entry.note) == ("unit.close", administrator.user, DECISION)


def test_one_unit_may_pass_to_several(make, world, close, successor):
    other = make.unit("Ba Sơn", "xã", "commune", parent=world.province, opened=REFORM)
    close(world.second_commune, successors=[successor.unit, other.unit], kind="split")

    kinds = Succession.objects.of(world.second_commune.unit).values_list("kind", flat=True)
    assert list(kinds) == ["split", "split"]


def test_posts_end_with_the_unit_and_so_does_the_access(make, world, close):
    mayor = make.person("Nông Văn Xã", world.commune, role="official", answers=True)
    close(world.commune)

    assert mayor.posts.get().held_to == REFORM
    assert make.actor(mayor, REFORM - timedelta(days=1)).roles
    assert not make.actor(mayor, REFORM).roles


def test_units_below_must_go_first(world, close):
    with pytest.raises(Refused, match="xã Thanh Lòa, xã Hòa Cư"):
        close(world.district)

    assert UnitVersion.objects.get(pk=world.district.pk).valid_to is None


def test_with_the_units_below_closed_the_same_day_it_ends(world, close):
    for version in (world.commune, world.second_commune, world.district):
        close(version)

    assert not UnitVersion.objects.on(REFORM).under(world.district).exists()


def test_a_successor_must_stand_on_the_day(world, close, successor):
    with pytest.raises(Refused, match="30/06/2025"):
        close(world.commune, day=REFORM - timedelta(days=1), successors=[successor.unit])

    assert not Succession.objects.exists()


def test_a_second_click_is_refused(world, close):
    close(world.commune)

    with pytest.raises(Refused, match="01/07/2025"):
        close(world.commune)


def test_it_ends_after_it_began(world, close):
    with pytest.raises(Refused):
        close(world.commune, day=BEGIN)


def test_a_post_that_begins_later_stands_in_the_way(make, world, close):
    make.person("Nông Văn Xã", world.commune, day=REFORM)

    with pytest.raises(Refused):
        close(world.commune, day=DAY)

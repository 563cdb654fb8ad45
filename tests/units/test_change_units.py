"""Renamed, upgraded, transferred: the unit stays the same unit."""

from datetime import date

import pytest

from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from tests.factories import BEGIN, DAY
from tests.units.reorganising import DECISION, REFORM, on
from units.actions import reorganisation
from units.models import Succession, UnitVersion


@pytest.fixture
def act(administrator):
    """act("rename", version, name=…): by the administrator, from 1/7/2025 on."""

    def done(verb, version, **facts):
        return getattr(reorganisation, verb)(version.unit, by=administrator, **DECISION | facts)

    return done


def test_a_renamed_unit_has_a_new_version_and_no_succession(world, act):
    made = act("rename", world.commune, name="Cao Lộc", code="06211").versions.get()

    assert (made.unit_id, made.title, made.code) == (world.commune.unit_id, "xã Cao Lộc", "06211")
    assert on(DAY, world.commune).title == "xã Thanh Lòa"
    assert not Succession.objects.exists()


@pytest.mark.embedded
def test_a_rename_of_a_province_touches_nobody_below(world, act):
    assert act("rename", world.province, name="Lạng Sơn mới").versions.count() == 1


def test_the_timeline_of_the_unit_tells_before_and_after(world, act):
    made = act("rename", world.commune, name="Cao Lộc").versions.get()

    entry = AuditEntry.objects.about(made).get()
    assert (entry.verb, entry.note) == ("unit.revise", "1672/NQ-UBTVQH15")
    assert entry.change["name"] == ["Thanh Lòa", "Cao Lộc"]


def test_an_upgrade_changes_the_type_and_keeps_the_level(world, act):
    made = act("upgrade", world.commune, type="phường", name="Kỳ Lừa").versions.get()

    assert (made.title, made.level, made.code) == ("phường Kỳ Lừa", "commune", "06193")


def test_a_transfer_takes_along_what_is_below(make, world, act):
    desk = make.unit("Một cửa", "Bộ phận", "one_stop", parent=world.commune)
    act("transfer", world.commune, parent=world.other_district.unit)

    moved = on(REFORM, desk)
    assert moved.path.startswith(world.other_district.path)
    assert moved.district_id == world.other_district.unit_id
    assert on(DAY, desk).path == desk.path


def test_a_transfer_may_cross_the_border_of_a_province(world, act):
    act("transfer", world.commune, parent=world.elsewhere.unit)

    moved = on(REFORM, world.commune)
    assert (moved.province_id, moved.district_id) == (world.elsewhere.unit_id, None)


def test_a_unit_cannot_stand_below_itself(make, world, act):
    office = make.unit("Tổ chức", "Phòng", "agency", parent=world.home_affairs)

    with pytest.raises(Refused, match="Phòng Tổ chức"):
        act("transfer", world.home_affairs, parent=office.unit)


@pytest.mark.parametrize("above", ["justice", "second_commune"])
def test_the_unit_above_must_be_of_a_fitting_level(world, act, above):
    with pytest.raises(Refused):
        act("transfer", world.commune, parent=getattr(world, above).unit)


def test_the_unit_above_must_stand_that_day(make, world, act):
    late = make.unit("Mới", "huyện", "district", parent=world.province, opened=date(2026, 1, 1))

    with pytest.raises(Refused, match="01/07/2025"):
        act("transfer", world.commune, parent=late.unit)


def test_a_version_below_that_begins_later_stands_in_the_way(make, world, act):
    desk = make.unit("Một cửa", "Bộ phận", "one_stop", parent=world.commune)
    act("rename", desk, name="Một cửa điện tử", day=date(2026, 1, 1))

    with pytest.raises(Refused, match="01/01/2026"):
        act("transfer", world.commune, parent=world.other_district.unit)


def test_an_act_that_changes_nothing_is_refused(world, act):
    for verb, facts in (
        ("rename", {"name": " Thanh Lo\u0300a "}),
        ("upgrade", {"type": "xã"}),
        ("transfer", {"parent": world.district.unit}),
    ):
        with pytest.raises(Refused, match="xã Thanh Lòa"):
            act(verb, world.commune, **facts)


def test_what_was_is_never_rewritten(world, act):
    with pytest.raises(Refused, match="01/01/2020"):
        act("rename", world.commune, name="Cao Lộc", day=BEGIN)

    assert UnitVersion.objects.filter(unit=world.commune.unit).count() == 1


def test_a_code_that_somebody_has_that_day_is_refused(world, act):
    with pytest.raises(Refused, match="06223"):
        act("rename", world.commune, code="06223")

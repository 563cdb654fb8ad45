"""A unit changes from a day on: another name, code or parent."""

from datetime import date, timedelta

import pytest

from reform_portal.common.editing import Stale
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from tests.factories import BEGIN, DAY
from units.actions import units as actions
from units.models import UnitVersion

REFORM = date(2025, 7, 1)


@pytest.fixture
def revise(administrator):
    """Change a unit from 1/7/2025 on, having seen this version."""

    def change(version, *, valid_from=REFORM, **facts):
        return actions.revise_unit(
            version.unit,
            by=administrator,
            seen_version=version.pk,
            valid_from=valid_from,
            **facts,
        )

    return change


def life(version):
    return list(UnitVersion.objects.filter(unit=version.unit_id).order_by("valid_from"))


@pytest.mark.embedded
def test_a_rename_makes_a_version_and_keeps_the_old_one(world, revise):
    revise(world.commune, name="Cao Lộc", code="06211")

    old, new = life(world.commune)
    assert (old.title, old.code, old.valid_to) == ("xã Thanh Lòa", "06193", REFORM)
    assert (new.title, new.code, new.valid_to) == ("xã Cao Lộc", "06211", None)
    assert (new.path, new.search_key.count("cao loc")) == (old.path, 1)


def test_it_is_audited_with_before_and_after(world, revise, administrator):
    new = revise(world.commune, name="Cao Lộc", decision="NQ 1672")

    entry = AuditEntry.objects.about(new).get()
    assert (entry.verb, entry.actor) == ("unit.revise", administrator.user)
    assert entry.change["name"] == ["Thanh Lòa", "Cao Lộc"]
    assert "code" not in entry.change


def test_a_rename_of_a_province_touches_nobody_below(world, revise):
    revise(world.province, name="Lạng Sơn mới")

    assert len(life(world.province)) == 2
    assert len(life(world.district)) == len(life(world.commune)) == 1


@pytest.mark.embedded
def test_a_move_gives_everything_below_new_paths_from_that_day(make, world, revise):
    desk = make.unit("Một cửa", "Bộ phận", "one_stop", parent=world.commune)
    revise(world.commune, parent=world.other_district.unit)

    old, new = life(desk)
    assert (old.path, old.valid_to, old.district_id) == (
        desk.path,
        REFORM,
        world.district.unit_id,
    )
    assert new.path.startswith(world.other_district.path)
    assert (new.district_id, new.title) == (world.other_district.unit_id, desk.title)


def test_before_the_move_the_old_tree_is_found_and_after_it_the_new(make, world, revise):
    desk = make.unit("Một cửa", "Bộ phận", "one_stop", parent=world.commune)
    revise(world.commune, parent=world.province.unit)

    def below(day):
        found = UnitVersion.objects.on(day).under(world.district)
        return set(found.values_list("unit_id", flat=True))

    assert desk.unit_id in below(REFORM - timedelta(days=1))
    assert below(REFORM) == {world.district.unit_id, world.second_commune.unit_id}


def test_a_version_below_that_begins_that_day_is_placed_anew(make, world, revise):
    late = make.unit("Một cửa", "Bộ phận", "one_stop", parent=world.commune)
    revise(late, name="Một cửa điện tử")
    revise(world.commune, parent=world.other_district.unit)

    assert [one.title for one in life(late)] == ["Bộ phận Một cửa", "Bộ phận Một cửa điện tử"]
    assert life(late)[1].path.startswith(world.other_district.path)


def test_a_move_before_a_later_version_below_is_refused(make, world, revise):
    desk = make.unit("Một cửa", "Bộ phận", "one_stop", parent=world.commune)
    revise(desk, name="Một cửa điện tử", valid_from=date(2026, 1, 1))

    with pytest.raises(Refused, match="01/01/2026"):
        revise(world.commune, parent=world.other_district.unit)


@pytest.mark.embedded
@pytest.mark.parametrize("day", [BEGIN, BEGIN - timedelta(days=1)])
def test_ranges_that_overlap_are_refused(world, revise, day):
    with pytest.raises(Refused):
        revise(world.commune, name="Cao Lộc", valid_from=day)

    assert len(life(world.commune)) == 1


def test_a_unit_cannot_move_below_itself(make, world, revise):
    office = make.unit("Tổ chức", "Phòng", "agency", parent=world.home_affairs)

    with pytest.raises(Refused):
        revise(world.home_affairs, parent=office.unit)


def test_a_unit_that_ended_does_not_change(make, world, revise):
    commune = make.ended(world.commune, day=DAY)

    with pytest.raises(Refused, match="17/06/2024"):
        revise(commune, name="Cao Lộc")


def test_a_second_click_and_a_stale_form_change_nothing(world, revise):
    revise(world.commune, name="Cao Lộc")

    with pytest.raises(Stale) as stale:
        revise(world.commune, name="Khác", valid_from=date(2026, 1, 1))

    assert stale.value.current.name == "Cao Lộc"
    assert len(life(world.commune)) == 2

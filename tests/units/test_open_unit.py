"""A unit opens."""

from datetime import date, timedelta

import pytest

from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from tests.factories import BEGIN, DAY
from units.actions import units as actions
from units.models import Unit, UnitVersion

WARD = {"name": "Kỳ Lừa", "type": "phường", "level": "commune", "code": "05977"}


@pytest.fixture
def opening(world, administrator):
    """Open a ward in the district, with changes."""

    def open_it(**changes):
        facts = WARD | {"parent": world.district.unit, "valid_from": DAY} | changes
        return actions.open_unit(by=administrator, **facts)

    return open_it


@pytest.mark.embedded
def test_it_stands_in_its_place_and_is_audited(world, opening, administrator):
    ward = opening()

    entry = AuditEntry.objects.about(ward).get()
    assert ward.path == world.district.path + ward.unit.own_key
    assert (ward.province_id, ward.district_id) == (world.province.unit_id, world.district.unit_id)
    assert ward.unit.opened_on == DAY
    assert (entry.verb, entry.actor) == ("unit.open", administrator.user)


def test_a_province_is_its_own_province(opening):
    made = opening(name="Cao Bằng", type="tỉnh", level="province", code="04", parent=None)

    assert (made.province_id, made.district_id) == (made.unit_id, None)


@pytest.mark.embedded
def test_a_taken_code_is_refused_with_its_holder(world, opening):
    with pytest.raises(Refused, match="06193.*Thanh Lòa"):
        opening(code="06193")

    assert not UnitVersion.objects.filter(name="Kỳ Lừa").exists()


def test_a_code_that_is_taken_later_is_refused_too(world, opening, make):
    make.unit("Sau", "xã", "commune", parent=world.district, code="09999", opened=DAY)

    with pytest.raises(Refused, match="09999"):
        opening(code="09999", valid_from=DAY - timedelta(days=30))


def test_a_code_of_another_level_is_free(opening):
    assert opening(level="agency", type="Phòng", code="183").code == "183"


def test_a_parent_that_does_not_exist_that_day_is_refused(opening):
    with pytest.raises(Refused, match="31/12/2019"):
        opening(valid_from=BEGIN - timedelta(days=1))


@pytest.mark.parametrize(
    ("level", "above"),
    [("district", "district"), ("commune", "home_affairs"), ("agency", None), ("commune", None)],
)
def test_a_parent_of_a_level_that_does_not_fit_is_refused(world, opening, level, above):
    with pytest.raises(Refused):
        opening(level=level, parent=above and getattr(world, above).unit)


def test_a_province_below_something_is_refused(opening):
    with pytest.raises(Refused):
        opening(level="province")


def test_since_the_districts_ended_communes_stand_under_the_province(world, opening):
    ward = opening(parent=world.province.unit, valid_from=date(2025, 7, 1))

    assert ward.district_id is None


def test_a_second_click_is_refused(opening):
    opening(code="")

    with pytest.raises(Refused, match="phường Kỳ Lừa"):
        opening(code="")


def test_a_tree_that_is_too_deep_is_refused(world, opening, make):
    deepest = world.home_affairs
    for depth in range(6):
        deepest = make.unit(f"Tổ {depth}", "Tổ", "agency", parent=deepest)

    with pytest.raises(Refused):
        opening(level="agency", parent=deepest.unit, code="")


def test_all_reasons_are_told_at_once(world, opening):
    with pytest.raises(Refused) as refused:
        opening(code="06193", parent=world.home_affairs.unit)

    assert len(refused.value.reasons) == 2


def test_nothing_is_left_behind_by_a_refusal(opening):
    before = Unit.objects.count()

    with pytest.raises(Refused):
        opening(code="06193")

    assert Unit.objects.count() == before

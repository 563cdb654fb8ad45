"""A unit has a type of its level and its time, whatever way it comes in."""

from datetime import date

import pytest
from django.urls import reverse

from reform_portal.common.workflow import Refused
from tests import factories
from tests.units import workbooks as wb
from tests.units.reorganising import DECISION
from units.actions import reorganisation
from units.actions import units as actions
from units.models import UnitVersion

pytestmark = pytest.mark.django_db
REFORM = date(2025, 7, 1)
LAST_DAY = date(2025, 6, 30)
LATER = date(2026, 1, 12)
NEW = {"name": "Ba Sơn", "level": "commune"}


@pytest.fixture
def opening(world, administrator):
    """Open a unit in the district, as somebody does today or on a later day."""

    def open_it(today=None, **facts):
        by = factories.actor(world.administrator, today) if today else administrator
        return actions.open_unit(by=by, **NEW | {"parent": world.district.unit} | facts)

    return open_it


@pytest.mark.parametrize(
    ("kind", "day"),
    [("xã", LAST_DAY), ("thị trấn", LAST_DAY), ("phường", LAST_DAY)],
)
def test_a_type_of_its_time_opens(opening, kind, day):
    assert opening(type=kind, valid_from=day).type == kind


@pytest.mark.parametrize("kind", ["xã", "phường", "đặc khu"])
def test_since_the_reform_there_are_special_zones(world, opening, kind):
    opened = opening(LATER, type=kind, valid_from=REFORM, parent=world.province.unit)

    assert opened.type == kind


@pytest.mark.parametrize(
    ("kind", "day"),
    [("tỉnh", LAST_DAY), ("zzz", LAST_DAY), ("đặc khu", LAST_DAY), ("thị trấn", REFORM)],
)
def test_another_type_is_refused_with_those_there_are(opening, kind, day):
    with pytest.raises(Refused, match="xã, phường"):
        opening(type=kind, valid_from=day)


@pytest.mark.parametrize("code", ["6211", "0621a", "062111", "١٢٣٤٥", " 06211x"])
def test_a_code_has_the_digits_of_its_level(opening, code):
    with pytest.raises(Refused, match="5 chữ số"):
        opening(type="xã", valid_from=LAST_DAY, code=code)


@pytest.mark.parametrize(
    ("level", "code"), [("commune", "06299"), ("commune", ""), ("agency", "S-1")]
)
def test_a_code_that_is_official_or_unknown_is_taken(opening, level, code):
    kind = "xã" if level == "commune" else "Phòng"

    assert opening(type=kind, level=level, valid_from=LAST_DAY, code=code).code == code


def test_agencies_are_called_what_they_are_called(opening):
    assert opening(type="Ban", level="agency", valid_from=LAST_DAY).type == "Ban"


def test_there_are_no_districts_since_the_reform(world, opening):
    with pytest.raises(Refused, match="01/07/2025"):
        opening(level="district", type="huyện", valid_from=REFORM, parent=world.province.unit)


def test_a_district_of_the_past_is_not_opened_without_an_end(world, opening):
    facts = {"level": "district", "type": "huyện", "valid_from": LAST_DAY}

    with pytest.raises(Refused, match="huyện.*01/07/2025"):
        opening(LATER, parent=world.province.unit, **facts)


def test_nor_is_it_by_an_act(make, world):
    pair = [make.unit(name, parent=world.province).unit for name in ("Bắc Sơn", "Bình Gia")]
    order = DECISION | {"day": LAST_DAY, "into": {"type": "huyện", "name": "Bắc Bình", "code": ""}}

    with pytest.raises(Refused, match="huyện.*01/07/2025"):
        reorganisation.merge(pair, by=factories.actor(world.administrator, LATER), **order)


def test_nor_is_it_by_a_workbook(world):
    by = factories.actor(world.administrator, LATER)
    found = wb.mistakes(wb.tried(wb.book(units=[wb.district()]), by))

    assert list(found) == ["Đơn vị!G2"]


def test_the_form_says_it_at_the_type(world, browse):
    facts = {"level": "commune", "type": "zzz", "name": "Ba Sơn", "valid_from": "17/06/2024"}
    page = browse("administrator").post(
        reverse("units:unit_create"), facts | {"parent": world.district.unit_id}
    )

    assert page.status_code == 422
    assert "xã, phường, thị trấn" in str(page.context["form"].errors["type"])
    assert not UnitVersion.objects.filter(type="zzz").exists()


@pytest.mark.embedded
@pytest.mark.parametrize("kind", ["upgrade", "merge"])
def test_the_form_of_an_act_says_it_at_the_type(world, browse, kind):
    facts = {"type": "tỉnh", "name": "Ba Sơn", "others": [world.second_commune.unit_id]}
    when = {"decision": "9/NQ", "decided_on": "03/06/2024", "day": "01/07/2024"}
    page = browse("administrator").post(
        reverse("units:reorganise_as", args=[world.commune.unit_id, kind]), facts | when
    )

    assert page.status_code == 422
    assert "xã, phường, thị trấn" in str(page.context["form"].errors["type"])

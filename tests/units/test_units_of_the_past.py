"""A unit of the past is entered with its end: xã Song Giáp went into xã Thanh Lòa on 1/1/2021."""

from datetime import date

import pytest
from django.urls import reverse

from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from tests.factories import BEGIN, DAY
from units.actions import units as actions
from units.models import Succession, Unit, UnitVersion

pytestmark = pytest.mark.django_db
MERGED = date(2021, 1, 1)
DECISION = "818/NQ-UBTVQH14"
REFORM = date(2025, 7, 1)


@pytest.fixture
def ended_district(make, world):
    """The district ended on 1/7/2025, and what lay in it too."""
    new = make.unit("Cao Lộc", "xã", "commune", parent=world.province, opened=REFORM)
    for version in (world.commune, world.second_commune, world.district):
        make.ended(version, new, day=REFORM)
    return world.district


@pytest.fixture
def song_giap(world, ended_district):
    """What is asked for; changes say otherwise."""
    return {
        "level": "commune",
        "type": "xã",
        "name": "Song Giáp",
        "code": "06190",
        "valid_from": BEGIN,
        "valid_to": MERGED,
        "end_decision": DECISION,
        "parent": ended_district.unit,
        "heir": world.commune.unit,
    }


@pytest.mark.embedded
def test_it_stands_below_the_district_of_its_day_and_names_what_followed(world, song_giap, make):
    made = actions.open_unit(by=make.actor(world.administrator, date(2026, 1, 1)), **song_giap)

    assert (made.valid_from, made.valid_to) == (BEGIN, MERGED)
    assert made.district_id == world.district.unit_id
    assert Unit.objects.get(pk=made.unit_id).closed_on == MERGED
    [row] = Succession.objects.of(made.unit)
    assert (row.successor_id, row.day, row.decision, row.takes_over) == (
        world.commune.unit_id, MERGED, DECISION, True
    )  # fmt: skip
    assert [one.verb for one in AuditEntry.objects.about(made)] == ["unit.close", "unit.open"]


def test_the_page_enters_it_and_both_lives_tell_it(world, song_giap, browse):
    desk = browse("administrator")
    values = song_giap | {"parent": world.district.unit_id, "heir": world.commune.unit_id}
    days = {"valid_from": "01/01/2020", "valid_to": "01/01/2021"}
    url = reverse("units:unit_create") + "?on=2020-06-01"
    answer = desk.post(url, values | days, follow=True)
    heir = desk.get(reverse("units:unit_detail", args=[world.commune.unit_id])).text

    assert "xã Thanh Lòa" in answer.text
    assert DECISION in heir
    assert "xã Song Giáp" in heir


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"heir": None}, "đơn vị tiếp nhận"),
        ({"end_decision": ""}, "quyết định nào"),
        ({"valid_to": date(2027, 1, 1), "level": "agency"}, "chưa đến"),
        ({"valid_to": None, "level": "agency"}, "ngày đơn vị kết thúc hoạt động"),
        ({"valid_from": MERGED}, "phải sau ngày bắt đầu"),
    ],
)
def test_what_does_not_fit_together_is_refused(changes, why, world, song_giap, make):
    if changes.get("level") == "agency":
        changes = changes | {"type": "Phòng", "parent": world.province.unit}
    by = make.actor(world.administrator, date(2026, 1, 1))
    with pytest.raises(Refused, match=why):
        actions.open_unit(by=by, **song_giap | changes)

    assert not UnitVersion.objects.filter(name="Song Giáp").exists()


def test_what_followed_stood_on_that_day(world, song_giap, make):
    late = make.unit("Mới", "xã", "commune", parent=world.province, opened=DAY)
    with pytest.raises(Refused, match="01/01/2021"):
        actions.open_unit(
            by=make.actor(world.administrator, date(2026, 1, 1)), **song_giap | {"heir": late.unit}
        )


def test_a_district_does_not_take_in_what_outlives_it(world, song_giap, make):
    by = make.actor(world.administrator, date(2026, 1, 1))
    with pytest.raises(Refused, match="01/07/2025"):
        actions.open_unit(by=by, **song_giap | {"valid_to": date(2025, 12, 1)})


def test_the_page_of_an_ended_district_leads_there(ended_district, browse):
    url = reverse("units:unit_detail", args=[ended_district.unit_id])
    link = f"{reverse('units:unit_create')}?parent={ended_district.unit_id}"

    text = browse("administrator").get(url, {"on": "2026-01-01"}).text
    assert link in text.replace("&amp;", "&")
    assert link not in browse("planner").get(url).text

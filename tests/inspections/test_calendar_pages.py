"""Pages of the calendar: what lies where, for whom, and what a full month costs."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inspections.models import Holiday
from tests.calendars import busy_month

pytestmark = pytest.mark.django_db

MONTH, WEEK, MINE = (f"/inspections/calendar/{name}" for name in ("", "week/", "mine/"))
VIEWS = [MONTH, WEEK, MINE]


@pytest.fixture
def scheduled(world, make):
    """An inspection of the district on 17 and 18 June, in the morning of the first day."""
    inspection = make.inspection(world, ends_on=date(2024, 6, 18))
    make.visit(inspection)
    return inspection


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


def cell(html, lane, day):
    """The inside of a lane of the week view."""
    return html.split(f'headers="{lane} d{day:%Y%m%d}"')[1].split("</td>")[0]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("who", ["head", "member", "official"])
def test_who_takes_part_sees_the_visit(view, who, browse, scheduled):
    assert scheduled.code in page(browse(who), view)


@pytest.mark.parametrize("view", [MONTH, WEEK])
@pytest.mark.parametrize("who", ["planner", "chair", "auditor"])
def test_who_reads_the_province_sees_the_visit(view, who, browse, scheduled):
    assert scheduled.code in page(browse(who), view)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("who", ["outsider", "stranger", "administrator"])
def test_nobody_else_sees_it(view, who, browse, scheduled):
    assert scheduled.code not in page(browse(who), view)


@pytest.mark.embedded
def test_a_planner_is_expected_nowhere_by_others_visits(browse, scheduled):
    html = page(browse("planner"), MINE)

    assert scheduled.code not in html
    assert "không phải đến nơi nào" in html


@pytest.mark.embedded
def test_a_visit_lies_in_its_lane(browse, scheduled):
    html = page(browse("planner"), WEEK)

    assert scheduled.code in cell(html, "lane-morning", scheduled.starts_on)
    assert scheduled.code not in cell(html, "lane-afternoon", scheduled.starts_on)


def test_a_whole_day_lies_in_both_lanes(browse, scheduled, make):
    make.visit(scheduled, day=date(2024, 6, 18), session="whole_day")

    html = page(browse("planner"), WEEK)

    assert scheduled.code in cell(html, "lane-morning lane-afternoon", date(2024, 6, 18))


def test_an_inspection_without_visits_lies_on_its_days(browse, world, make):
    bare = make.inspection(world, ends_on=date(2024, 6, 18))

    html = page(browse("planner"), WEEK)

    for day in (17, 18):
        lanes = cell(html, "lane-morning lane-afternoon", date(2024, 6, day))
        assert bare.code in lanes
        assert "Chưa định buổi" in lanes


@pytest.mark.parametrize("view", VIEWS)
def test_a_cancelled_inspection_is_on_no_day(view, browse, world, make):
    gone = make.inspection(world, status="cancelled")
    make.visit(gone)

    assert gone.code not in page(browse("member"), view)


def test_holidays_weekends_and_today_are_marked(browse, world):
    Holiday.objects.create(day=date(2024, 6, 20), name="Ngày nghỉ thử")
    Holiday.objects.create(day=date(2024, 6, 22), name="Làm bù", is_worked=True)

    html = page(browse("planner"), WEEK)

    assert "Ngày nghỉ thử" in html
    assert "Làm bù (" in html
    assert html.count('<tbody class="free') == 2  # the holiday and Sunday
    assert 'aria-current="date">Thứ 2 <span class="date">17/06/2024' in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("unit=cao+loc", True),
        ("unit=CAO LỘC", True),
        ("unit=van+lang", False),
        ("day=2024-06-01", True),
        ("day=2024-07-01", False),
        ("delegation=999999", False),
        ("person=999999", False),
    ],
)
def test_filters_stand_in_the_address(query, found, browse, scheduled):
    assert (scheduled.code in page(browse("planner"), f"{MONTH}?{query}")) == found


@pytest.mark.embedded
def test_a_delegation_and_a_person_are_chosen(browse, scheduled, world, make):
    other = make.delegation(world, make.plan(world, number=99), head=world.planner, members=[])
    second = make.inspection(world, team=other, version=world.other_district)
    client = browse("planner")

    by_delegation = page(client, f"{MONTH}?delegation={other.pk}")
    by_person = page(client, f"{MONTH}?person={world.member.pk}")

    assert second.code in by_delegation
    assert scheduled.code not in by_delegation
    assert scheduled.code in by_person
    assert second.code not in by_person


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "query",
    [
        "day=nonsense", "day=9999-12-31", "day=0001-01-01", "person=x",
        "delegation=99999999999999999999", "person=-1", "person=4611686018427387904", "unit=%00",
    ],
)  # fmt: skip
def test_bad_input_shows_a_calendar(view, query, browse, scheduled):
    assert browse("planner").get(f"{view}?{query}").status_code == 200


@pytest.mark.embedded
def test_links_lead_on_and_keep_the_filters(browse, world):
    html = page(browse("planner"), f"{MONTH}?unit=cao&day=2024-12-15")

    assert "unit=cao&amp;day=2024-11-01" in html
    assert "unit=cao&amp;day=2025-01-01" in html


@pytest.mark.parametrize("view", [MONTH, WEEK])
def test_an_empty_calendar_says_so(view, browse, world):
    assert "Không có cuộc kiểm tra nào trong những ngày này" in page(browse("planner"), view)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("who", ["planner", "head"])
def test_a_full_month_stays_within_its_bounds(view, who, browse, world, make):
    busy_month(world)
    client = browse(who)
    client.get(view)

    with CaptureQueriesContext(connection) as queries:
        answer = client.get(view)

    assert len(queries) <= 12
    assert len(answer.content) < 200_000


@pytest.mark.embedded
def test_it_costs_the_same_with_one_visit_and_with_many(browse, world, make, count_queries):
    inspection = make.inspection(world)
    make.visit(inspection)
    few = count_queries(browse("head"), WEEK)
    busy_month(world)

    assert count_queries(browse("head"), WEEK) == few

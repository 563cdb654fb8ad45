"""How urgent it is to inspect a unit, in points that say why; and when it was inspected last."""

from datetime import date

import pytest

from inspections.models import RiskWeight
from inspections.risk import risks_of
from tests.reformed import end


@pytest.fixture
def draft(make, world):
    return make.plan(world, status="draft", units=[], number=81)


@pytest.fixture
def risk_of(planner):
    def ask(version, year=2024):
        return risks_of([version.unit_id], actor=planner, year=year)[version.unit_id]

    return ask


def on(day):
    return {"starts_on": day, "ends_on": day}


def visited(make, world, day, *, version=None, place=None, **fields):
    found = make.inspection(world, version=version, status="closed", **on(day), **fields)
    make.visit(found, version=place)
    return found


def page_of(plan):
    return f"/plans/{plan.pk}/units/"


def rows(answer):
    return {unit.name: unit.risk for unit in answer.context["units"]}


def test_the_last_visit_counts_for_the_place_and_for_the_inspected_unit(make, world, risk_of):
    visited(make, world, date(2021, 5, 4), place=world.commune)
    visited(make, world, date(2020, 5, 4))

    assert risk_of(world.commune).last_on == date(2021, 5, 4)
    assert risk_of(world.district).last_on == date(2021, 5, 4)
    assert risk_of(world.district).years == 3


def test_an_inspection_by_report_counts_without_a_visit(make, world, risk_of):
    make.inspection(world, status="concluded", form="by_report", **on(date(2023, 5, 4)))

    assert risk_of(world.district).last_on == date(2023, 5, 4)


@pytest.mark.parametrize("status", ["planned", "cancelled"])
def test_what_has_not_taken_place_does_not_count(make, world, risk_of, status):
    make.visit(make.inspection(world, status=status))

    assert risk_of(world.district).last_on is None


def test_predecessors_count_with_the_unit_that_took_them_over(make, world, risk_of):
    visited(make, world, date(2022, 5, 4), version=world.commune)
    end(world.commune, world.second_commune, day=date(2023, 1, 1))

    assert risk_of(world.second_commune).last_on == date(2022, 5, 4)


def test_a_part_that_was_not_taken_over_does_not_count(make, world, risk_of):
    visited(make, world, date(2022, 5, 4), version=world.commune)
    end(world.commune, world.second_commune, world.district, day=date(2023, 1, 1))

    assert risk_of(world.district).last_on is None


def test_open_and_overdue_recommendations_say_why(make, world, risk_of):
    found = visited(make, world, date(2024, 2, 1))
    make.recommendation(found, due_on=date(2024, 3, 1))
    make.recommendation(found, due_on=date(2024, 12, 31))

    risk = risk_of(world.district)

    assert dict(risk.reasons) == {
        "1 kiến nghị quá hạn": 2,
        "2 kiến nghị chưa hoàn thành": 2,
    }
    assert risk.points == 4


def test_settled_recommendations_and_those_not_issued_do_not_count(make, world, risk_of):
    settled = make.recommendation(visited(make, world, date(2024, 2, 1)))
    settled.remediations.update(status="accepted")
    make.recommendation(make.inspection(world, status="drafting"))

    assert risk_of(world.district).points == 0


def test_a_shortcoming_in_one_area_in_two_inspections_is_repeated(make, world, risk_of):
    for year in (2022, 2023):
        make.finding(visited(make, world, date(year, 5, 4)))

    assert ("tồn tại, hạn chế lặp lại ở 1 lĩnh vực", 3) in risk_of(world.district).reasons


def test_two_shortcomings_in_one_inspection_are_not_repeated(make, world, risk_of):
    found = visited(make, world, date(2024, 2, 1))
    make.finding(found)
    make.finding(found)

    assert risk_of(world.district).points == 0


@pytest.mark.embedded
def test_weights_are_those_of_the_day(make, world, risk_of):
    visited(make, world, date(2022, 5, 4))
    RiskWeight.objects.filter(code="age").update(points=4, most=6)

    assert risk_of(world.district).reasons == (("2 năm chưa được kiểm tra", 6),)


@pytest.mark.embedded
def test_a_weight_that_ended_counts_nothing(world, risk_of):
    RiskWeight.objects.update(valid_to=date(2024, 1, 1))

    assert risk_of(world.district).points == 0


@pytest.mark.parametrize(("years", "found"), [(1, False), (3, False), (4, False)])
def test_those_inspected_this_year_are_left_out(browse, make, world, draft, years, found):
    visited(make, world, date(2024, 5, 4))

    answer = browse("planner").get(page_of(draft), {"years": years})

    assert ("Cao Lộc" in rows(answer)) is found
    assert "Văn Lãng" in rows(answer)


@pytest.mark.parametrize(("years", "found"), [(2, True), (3, True), (4, False)])
def test_units_not_inspected_for_so_many_years_are_listed(browse, make, world, draft, years, found):
    visited(make, world, date(2021, 5, 4))

    answer = browse("planner").get(page_of(draft), {"years": years})

    assert ("Cao Lộc" in rows(answer)) is found


def test_by_risk_the_most_urgent_come_first_and_say_why(browse, make, world, draft):
    found = visited(make, world, date(2024, 2, 1), version=world.other_district)
    for _number in range(4):
        make.recommendation(found, due_on=date(2024, 3, 1))

    answer = browse("planner").get(page_of(draft), {"order": "risk"})

    assert next(iter(rows(answer))) == "Văn Lãng"
    assert "4 kiến nghị quá hạn (8), 4 kiến nghị chưa hoàn thành (4)" in answer.text


def test_the_button_adds_only_the_units_that_are_due(browse, make, world, draft):
    visited(make, world, date(2024, 5, 4), version=world.commune)

    words = {"form": "on_site", "everything": "on"}
    browse("planner").post(f"{page_of(draft)}?level=commune&years=1", words)

    assert [str(item) for item in draft.plan_units.all()] == ["UBND xã Hòa Cư"]


def test_a_hundred_units_with_a_past_cost_no_more_queries(
    browse, make, world, draft, count_queries
):
    client = browse("planner")
    visited(make, world, date(2022, 5, 4))
    few = count_queries(client, f"{page_of(draft)}?order=risk")
    for number in range(100):
        version = make.unit(f"Xã {number}", "xã", "commune", parent=world.district)
        if number < 20:
            found = visited(make, world, date(2022, 5, 4), version=version)
            make.recommendation(found, due_on=date(2023, 1, 1))

    assert count_queries(client, f"{page_of(draft)}?order=risk") == few <= 10

"""The list of plans: who sees which, filters in the address, the same queries however many."""

import pytest

URL = "/plans/"


@pytest.fixture
def plans(make, world):
    return [make.plan(world, number=number) for number in (80, 81, 82)]


def test_planner_sees_the_plans_of_the_province(browse, plans):
    page = browse("planner").get(URL)

    assert page.status_code == 200
    assert "80/KH-BCĐCCHC" in page.text


def test_planner_of_another_province_sees_none(browse, plans):
    assert "80/KH-BCĐCCHC" not in browse("stranger").get(URL).text


def test_official_sees_an_approved_plan_that_names_the_unit_and_no_draft(
    browse, make, world, plans
):
    make.plan(world, number=90, status="draft")

    page = browse("official").get(URL)

    assert "80/KH-BCĐCCHC" in page.text
    assert "90/KH-BCĐCCHC" not in page.text


def test_filters_narrow_by_number_year_and_state(browse, make, world, plans):
    make.plan(world, number=90, year=2023, status="draft")

    client = browse("planner")

    assert "90/KH" in client.get(URL, {"year": 2023}).text
    assert "90/KH" not in client.get(URL, {"status": "approved"}).text
    assert "81/KH" not in client.get(URL, {"q": "90/kh-bcdcchc"}).text


@pytest.mark.parametrize(
    "query", ["year=abc", "status=nonsense", "after=x_y", "q=%00", "before=9_9_9", "year=99999999"]
)
def test_a_filter_nobody_can_read_is_left_out(browse, plans, query):
    page = browse("planner").get(f"{URL}?{query}")

    assert page.status_code == 200
    assert "80/KH-BCĐCCHC" in page.text


@pytest.mark.embedded
def test_many_plans_cost_no_more_queries_than_three(browse, make, world, plans, count_queries):
    client = browse("planner")
    few = count_queries(client, URL)
    for number in range(100, 140):
        make.plan(world, number=number)

    assert count_queries(client, URL) == few <= 8


def test_only_home_affairs_is_offered_to_draft(browse, plans):
    assert "/plans/new/" in browse("planner").get(URL).text
    assert "/plans/new/" not in browse("chair").get(URL).text

"""The list of inspections: who sees which, filters, the same queries however many."""

import pytest

URL = "/inspections/"


@pytest.fixture
def inspection(make, world):
    return make.inspection(world)


def codes(browse, who, **query):
    return {row.code for row in browse(who).get(URL, query).context["page"].rows}


@pytest.mark.parametrize("who", ["chair", "planner", "head", "member", "official", "auditor"])
def test_who_has_to_do_with_it_sees_it(browse, inspection, who):
    assert codes(browse, who) == {inspection.code}


@pytest.mark.parametrize("who", ["outsider", "stranger", "administrator"])
def test_others_do_not(browse, inspection, who):
    assert codes(browse, who) == set()


def test_it_is_filtered_by_state_year_unit_and_own_delegation(browse, make, world, inspection):
    team = make.delegation(world, inspection.plan, head=world.chair, members=[])
    other = make.inspection(world, team=team, version=world.other_district, status="on_site")

    assert codes(browse, "planner", status="on_site") == {other.code}
    assert codes(browse, "planner", year="2023") == set()
    assert codes(browse, "planner", q="van lang") == {other.code}
    assert codes(browse, "planner") == {inspection.code, other.code}
    assert codes(browse, "head", mine="1") == {inspection.code}


@pytest.mark.parametrize("query", ["year=x", "status=x", "mine=x", "after=1", "q=%00", "year=0"])
def test_a_filter_nobody_can_read_is_left_out(browse, inspection, query):
    assert inspection.code in browse("planner").get(f"{URL}?{query}").text


def test_pages_follow_each_other_without_gap_or_double(browse, make, world, inspection):
    for _number in range(30):
        make.inspection(
            world, team=make.delegation(world, make.plan(world, number=_number + 50_000))
        )

    client = browse("planner")
    first = client.get(URL).context["page"]
    second = client.get(URL, {"after": first.next_key}).context["page"]

    assert (len(first), len(second), second.next_key) == (25, 6, "")
    assert not {row.pk for row in first} & {row.pk for row in second}


@pytest.mark.embedded
@pytest.mark.parametrize("who", ["planner", "member", "official"])
def test_many_inspections_cost_no_more_queries(browse, make, world, inspection, count_queries, who):
    client = browse(who)
    few = count_queries(client, URL)
    for number in range(30):
        make.inspection(
            world, team=make.delegation(world, make.plan(world, number=number + 50_000))
        )

    assert count_queries(client, URL) == few <= 8

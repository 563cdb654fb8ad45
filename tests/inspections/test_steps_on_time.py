"""Steps on time (K5): what counts, whose it is, and who is late."""

from datetime import date

import pytest

from inspections.actions.deadlines import give
from inspections.timeliness import MOST_LATE, timeliness_of

PAGE = "/coverage/steps/"


@pytest.fixture
def plan(make, world):
    plan = make.plan(world)
    give(plan, plan.issued_on)
    return plan


@pytest.fixture
def inspect(make, world, plan):
    """An inspection of a unit under the plan, by a delegation established in time."""

    def made(version=None, **fields):
        team = make.delegation(world, plan)
        team.decision_on = date(2024, 6, 3)
        team.save()
        return make.inspection(world, version=version, team=team, **fields)

    return made


@pytest.fixture
def found(planner):
    def ask(year=2024, **chosen):
        return timeliness_of(planner, year=year, **chosen)

    return ask


def shares(timeliness):
    return {kind.code: (kind.share.done, kind.share.of) for kind in timeliness.kinds}


def test_a_notice_in_time_and_one_too_late_make_a_half(inspect, make, world, found):
    make.notice(inspect(), issued_on=date(2024, 6, 6))
    make.notice(inspect(world.commune), issued_on=date(2024, 6, 11))

    timeliness = found()

    assert shares(timeliness)["notice"] == (1, 2)
    assert [(row.step.code, row.step.late, str(row.who)) for row in timeliness.late] == [
        ("notice", 3, "Sở Nội vụ")
    ]


@pytest.mark.embedded
def test_what_is_overdue_counts_and_comes_first(inspect, world, found):
    may = {"starts_on": date(2024, 5, 20), "ends_on": date(2024, 5, 20)}
    done = inspect(status="announced", announced_on=date(2024, 6, 14), **may)
    overdue = inspect(world.commune, status="drafting", **may)

    timeliness = found()

    assert shares(timeliness)["draft"] == (0, 2)
    rows = [row for row in timeliness.late if row.step.code == "draft"]
    assert [row.inspection for row in rows] == [overdue, done]
    assert rows[0].who == overdue.delegation
    assert next(kind for kind in timeliness.kinds if kind.code == "draft").overdue == 1


def test_what_is_not_due_or_was_passed_over_does_not_count(inspect, make, found, world):
    inspect(status="concluded")  # begun without a notice and a decision
    inspect(world.commune, form="unannounced")

    assert "notice" not in shares(found())


def test_steps_of_the_unit_are_apart_from_ours(inspect, make, found, world):
    inspection = inspect()
    make.self_report(inspection, due_on=date(2024, 6, 10), received_on=date(2024, 6, 12))
    make.notice(inspection, issued_on=date(2024, 6, 6))

    timeliness = found()

    assert [(share.done, share.of) for _whose, share, _overdue in timeliness.sides] == [
        (2, 2),
        (0, 1),
    ]
    assert [row.who for row in timeliness.late] == [world.district.authority]


def test_a_cancelled_inspection_and_another_year_do_not_count(inspect, make, found):
    make.notice(inspect(status="cancelled"), issued_on=date(2024, 6, 6))

    assert (found().kinds, found(2023).kinds) == ([], [])


def test_another_province_is_not_counted(inspect, make, world, stranger):
    make.notice(inspect(), issued_on=date(2024, 6, 6))

    timeliness = timeliness_of(stranger, year=2024, province_id=world.province.unit_id)

    assert (timeliness.kinds, timeliness.late) == ([], [])


def test_the_page_names_who_is_late_and_leads_to_the_deadlines(browse, inspect, make):
    inspection = inspect()
    make.notice(inspection, issued_on=date(2024, 6, 11))

    page = browse("planner").get(f"{PAGE}?year=2024").text

    assert "Chậm 3 ngày làm việc" in page
    assert f'href="/inspections/{inspection.code}/deadlines/"' in page


def test_a_year_without_anything_says_so(browse):
    assert "chưa có bước nào đến hạn" in browse("auditor").get(f"{PAGE}?year=2019").text


def test_more_inspections_cost_no_more_queries(browse, inspect, make, world, count_queries):
    client = browse("planner")
    make.notice(inspect(status="explained", explanation_due_on=date(2024, 7, 1)))
    few = count_queries(client, f"{PAGE}?year=2024")
    for number in range(12):
        version = make.unit(f"Xã {number}", "xã", "commune", parent=world.district)
        inspect(version, status="announced", announced_on=date(2024, 8, 1))

    assert count_queries(client, f"{PAGE}?year=2024") == few <= 10


def test_a_long_list_is_cut_and_says_so(browse, inspect, make, world, monkeypatch):
    monkeypatch.setattr("inspections.timeliness.MOST_LATE", 1)
    inspect(status="announced", announced_on=date(2024, 8, 1))
    inspect(world.commune, status="announced", announced_on=date(2024, 8, 2))

    page = browse("planner").get(f"{PAGE}?year=2024").text

    assert MOST_LATE > 1
    assert "Còn 1 bước khác" in page

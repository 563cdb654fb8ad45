"""What of an inspection is due when, done when, and how many working days late."""

from datetime import date

import pytest

from findings.models import Conclusion
from inspections import workflow
from inspections.actions.deadlines import give
from inspections.models import Delegation, Inspection
from inspections.timetable import timetable, timetables

pytestmark = pytest.mark.django_db
DAY = date(2024, 6, 17)


@pytest.fixture
def team(make, world):
    plan = make.plan(world)
    give(plan, plan.issued_on)
    return make.delegation(world, plan)


@pytest.fixture
def of(make, world, team):
    """A step of an inspection in that state, on a day: of("planned", "notice")."""

    def of(status, code, day=DAY, **fields):
        inspection = make.inspection(world, status=status, team=team, **fields)
        return next(step for step in timetable(inspection, day) if step.code == code)

    return of


@pytest.mark.parametrize(
    ("code", "due"),
    [
        ("establishing", date(2024, 6, 7)),
        ("notice", date(2024, 6, 6)),
        ("self_report", date(2024, 6, 10)),
        ("draft", date(2024, 7, 1)),
        ("explanation", None),
        ("conclusion", None),
        ("remediation_report", None),
    ],
)
@pytest.mark.embedded
def test_a_scheduled_inspection_counts_from_its_days(of, code, due):
    assert of("planned", code).due_on == due


def test_steps_come_in_their_order_without_those_of_the_year(make, world, team):
    steps = timetable(make.inspection(world, team=team), DAY)

    assert [step.code for step in steps][:3] == ["establishing", "notice", "self_report"]
    assert not {"year_finished", "year_summary"} & {step.code for step in steps}


def test_a_check_concluded_on_the_spot_waits_for_no_paper(make, world, team):
    check = make.inspection(world, status="on_site", team=team, course="spoken")
    late = make.inspection(world, status="on_site", version=world.commune, team=team)

    steps = {
        key: {step.code for step in rows} for key, rows in timetables([check, late], DAY).items()
    }

    assert steps[check.pk] == {"establishing", "notice"}
    assert "draft" in steps[late.pk]


def test_what_is_not_done_is_overdue_by_working_days(of):
    step = of("drafting", "draft", day=date(2024, 7, 8))

    assert (step.state, step.late) == ("overdue", 5)
    assert step.state_words == "Quá hạn 5 ngày làm việc"


def test_what_was_done_late_says_by_how_much(of):
    step = of("announced", "draft", announced_on=date(2024, 7, 3))

    assert (step.state, step.state_words) == ("warning", "Chậm 2 ngày làm việc")


def test_what_was_done_in_time_says_so(of):
    assert of("announced", "draft", announced_on=date(2024, 7, 1)).state_words == "Đúng hạn"


def test_the_conclusion_is_due_after_the_draft(of):
    step = of("announced", "conclusion", announced_on=date(2024, 7, 1))

    assert step.due_on == date(2024, 7, 16)


def test_an_explanation_that_was_passed_over_is_not_waited_for(of):
    step = of("explained", "explanation", date(2024, 9, 1), explanation_due_on=date(2024, 7, 8))

    assert (step.late, step.state_words) == (0, "Không phải thực hiện")


def test_a_date_of_its_own_goes_before_the_days_of_the_plan(make, world, team):
    inspection = make.inspection(world, team=team)
    make.self_report(inspection, due_on=date(2024, 6, 3), received_on=date(2024, 6, 5))
    step = next(one for one in timetable(inspection, DAY) if one.code == "self_report")

    assert (step.due_on, step.late) == (date(2024, 6, 3), 2)


def test_the_decision_is_late_until_it_is_there(of, team):
    assert of("planned", "establishing", date(2024, 6, 12)).late == 3
    Inspection.objects.all().delete()
    Delegation.objects.update(decision="12/QĐ-UBND", decision_on=date(2024, 6, 4))
    team.refresh_from_db()
    assert of("planned", "establishing", date(2024, 6, 12)).state_words == "Đúng hạn"


def test_reports_on_remedies_count_when_everybody_has_reported(make, world, team):
    inspection = make.inspection(world, status="concluded", team=team)
    make.conclusion(inspection, signer=world.head)
    Conclusion.objects.update(remediation_report_due_on=date(2024, 7, 17))
    row = make.recommendation(inspection).remediations.get()

    def late(day):
        steps = {step.code: step for step in timetable(inspection, day)}
        return steps["remediation_report"].late

    assert (late(date(2024, 7, 17)), late(date(2024, 7, 19))) == (0, 2)
    type(row).objects.update(reported_on=date(2024, 7, 16))
    assert late(date(2024, 12, 1)) == 0


def test_a_cancelled_inspection_owes_nothing(of):
    assert of("cancelled", "draft", date(2024, 12, 1)).late == 0


def test_the_day_of_the_draft_is_kept_and_forgotten_with_it(make, world, head):
    inspection = make.inspection(world, status="drafting")
    make.finding(inspection)
    make.conclusion(inspection, signer=world.head)
    row = workflow.inspection.take("announce", inspection, by=head)
    assert row.announced_on == head.day

    row = workflow.inspection.take("withdraw_draft", inspection, by=head, note="Sửa")
    assert row.announced_on is None


def test_the_page_says_due_done_and_state(browse, make, world, team):
    inspection = make.inspection(
        world, status="announced", team=team, announced_on=date(2024, 7, 3)
    )
    page = browse("official").get(f"/inspections/{inspection.code}/deadlines/")

    assert page.status_code == 200
    assert "Chậm 2 ngày làm việc" in page.text
    assert "10 ngày làm việc sau buổi kiểm tra cuối cùng" in page.text


@pytest.mark.parametrize("who", ["planner", "head", "official"])
def test_it_costs_few_queries(browse, make, world, team, count_queries, who):
    inspection = make.inspection(world, status="concluded", team=team)
    make.conclusion(inspection, signer=world.head)

    assert count_queries(browse(who), f"/inspections/{inspection.code}/deadlines/") <= 10


@pytest.mark.parametrize("who", ["outsider", "stranger"])
def test_others_do_not_find_it(browse, make, world, team, who):
    inspection = make.inspection(world, team=team)

    assert browse(who).get(f"/inspections/{inspection.code}/deadlines/").status_code == 404


def test_a_notice_is_overdue_until_it_is_issued(make, world, team):
    inspection = make.inspection(world, team=team)

    def step():
        return next(one for one in timetable(inspection, date(2024, 6, 10)) if one.code == "notice")

    assert step().late == 2
    make.notice(inspection, status="issued", issued_on=date(2024, 6, 5))
    assert (step().late, step().done_on) == (0, date(2024, 6, 5))


def test_what_comes_unannounced_waits_for_no_notice(of):
    assert of("planned", "notice", form="unannounced").state_words == "Không phải thực hiện"

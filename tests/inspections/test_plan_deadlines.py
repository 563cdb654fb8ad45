"""Deadlines are settings of a plan: copied when it is drafted, counted in both directions."""

from datetime import date

import pytest

from inspections import workflow
from inspections.actions.deadlines import give, set_deadlines
from inspections.actions.plan_copies import copy_plan
from inspections.actions.plans import create_plan
from inspections.models import DeadlineRule, PlanDeadline
from inspections.schedule import deadline
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused

pytestmark = pytest.mark.django_db

WORDS = {
    "year": 2025,
    "symbol": "KH-BCĐCCHC",
    "title": "Kiểm tra năm 2025",
    "period_from": date(2024, 1, 1),
    "period_to": date(2024, 12, 31),
}


@pytest.fixture
def draft(make, world):
    plan = make.plan(world, status="draft")
    give(plan, plan.issued_on)
    return plan


@pytest.fixture
def new(world, planner):
    def new(**values):
        given = WORDS | {"committee": world.committee, "types": [], "areas": []} | values
        return create_plan(by=planner, **given)

    return new


def days_of(plan):
    return dict(plan.deadlines.values_list("code", "days"))


def test_every_step_has_a_usual_deadline_with_its_basis():
    rules = DeadlineRule.objects.exclude(anchor="")

    assert set(rules.values_list("code", flat=True)) == set(PlanDeadline.Code.values)
    assert not rules.filter(basis="").exists()


def test_a_new_plan_gets_them_all(new):
    assert set(days_of(new())) == set(PlanDeadline.Code.values)


def test_warnings_are_no_deadlines(new):
    assert "unit_gap" not in days_of(new())


def test_a_plan_keeps_what_was_usual_when_it_was_drafted(new):
    plan = new()
    DeadlineRule.objects.filter(code="notice").update(days=3)

    assert days_of(plan)["notice"] == 7


def test_the_rule_of_the_plans_day_is_taken(new):
    DeadlineRule.objects.filter(code="notice").update(valid_to=date(2025, 1, 1))
    DeadlineRule.objects.create(
        code="notice", name="Mới", days=4, counted="working", anchor="before_first_visit",
        valid_from=date(2025, 1, 1),
    )  # fmt: skip

    assert days_of(new())["notice"] == 4
    assert days_of(new(year=2024))["notice"] == 7


def test_a_copy_takes_the_deadlines_of_its_plan_along(draft, planner, world):
    draft.deadlines.filter(code="conclusion").update(days=20)
    values = WORDS | {"committee": world.committee, "types": [], "areas": []}

    assert days_of(copy_plan(draft, [], by=planner, **values))["conclusion"] == 20


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("establishing", "2024-06-17", "2024-06-07"),
        ("notice", "2024-06-17", "2024-06-06"),
        ("notice", "2024-05-06", "2024-04-23"),  # holidays, and a Saturday that is worked after
        ("self_report", "2024-02-19", "2024-02-05"),  # over Tết
        ("draft", "2024-02-05", "2024-02-26"),
        ("explanation", "2024-06-17", "2024-06-24"),
        ("conclusion", "2024-06-17", "2024-07-02"),
        ("remediation_report", "2024-06-17", "2024-07-17"),
        ("year_finished", "2024-12-31", "2024-12-10"),
        ("year_summary", "2024-12-31", "2024-12-15"),
    ],
)
@pytest.mark.embedded
def test_days_are_counted_forwards_and_backwards(draft, code, start, end):
    assert deadline(code, date.fromisoformat(start), plan=draft) == date.fromisoformat(end)


def test_a_plan_without_own_deadlines_has_the_usual_ones(make, world):
    assert deadline("notice", date(2024, 6, 17), plan=make.plan(world)) == date(2024, 6, 6)


def test_without_any_rule_nothing_is_due(make, world):
    DeadlineRule.objects.filter(code="notice").delete()
    plan = make.plan(world)

    assert deadline("notice", date(2024, 6, 17), plan=plan) is None
    assert deadline("unit_gap", date(2024, 6, 17), plan=plan) is None


def test_a_changed_deadline_counts_and_is_audited(draft, planner):
    set_deadlines(
        draft, {"notice": {"days": (7, 5), "counted": ("working", "calendar")}}, by=planner
    )

    assert deadline("notice", date(2024, 6, 17), plan=draft) == date(2024, 6, 12)
    entry = AuditEntry.objects.about(draft).get(verb="plan.set_deadlines")
    assert list(entry.change) == ["notice"]


def test_what_somebody_else_changed_is_not_overwritten(draft, planner):
    set_deadlines(draft, {"notice": {"days": (7, 5)}}, by=planner)

    with pytest.raises(Refused, match="thay đổi"):
        set_deadlines(draft, {"notice": {"days": (7, 9)}, "draft": {"days": (10, 9)}}, by=planner)
    assert (days_of(draft)["notice"], days_of(draft)["draft"]) == (5, 10)


@pytest.mark.parametrize("status", ["submitted", "approved", "cancelled"])
def test_a_plan_that_is_no_draft_keeps_them(draft, planner, status):
    type(draft).objects.update(status=status)

    with pytest.raises(Refused, match="trạng thái"):
        set_deadlines(draft, {"notice": {"days": (7, 5)}}, by=planner)


def test_the_unit_explains_within_the_days_of_the_plan(make, world, draft, head):
    type(draft).objects.update(status="approved")
    draft.deadlines.filter(code="explanation").update(days=2)
    inspection = make.inspection(world, status="explained", team=make.delegation(world, draft))
    row = workflow.inspection.take("return_explanation", inspection, by=head, note="Bổ sung")

    assert row.explanation_due_on == date(2024, 6, 19)

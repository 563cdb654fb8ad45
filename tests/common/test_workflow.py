"""The one place that moves a status."""

import pytest
from django.core.exceptions import PermissionDenied

from inspections import workflow
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused


def test_a_step_moves_the_status_and_is_audited(make, world, chair):
    plan = make.plan(world, status="submitted")

    moved = workflow.plan.take("approve", plan, by=chair)

    entry = AuditEntry.objects.about(moved).get()
    assert moved.status == "approved"
    assert (entry.verb, entry.actor, entry.change) == (
        "plan.approve",
        chair.user,
        {"status": ["submitted", "approved"]},
    )


def test_the_wrong_person_is_turned_away(make, world, planner):
    plan = make.plan(world, status="submitted")

    with pytest.raises(PermissionDenied):
        workflow.plan.take("approve", plan, by=planner)


def test_a_second_click_is_refused_with_the_state_in_the_sentence(make, world, chair):
    plan = make.plan(world, status="submitted")
    workflow.plan.take("approve", plan, by=chair)

    with pytest.raises(Refused, match="80/KH-BCĐCCHC"):
        workflow.plan.take("approve", plan, by=chair)


def test_a_step_back_needs_a_reason(make, world, chair):
    plan = make.plan(world, status="submitted")

    with pytest.raises(Refused):
        workflow.plan.take("return", plan, by=chair, note="  ")

    plan.refresh_from_db()
    assert plan.status == "submitted"


def test_all_reasons_are_told_at_once_and_nothing_is_written(make, world, planner):
    plan = make.plan(world, status="draft", number=None, issued_on=None, units=[])

    with pytest.raises(Refused) as refused:
        workflow.plan.take("submit", plan, by=planner)

    assert len(refused.value.reasons) == 2
    assert not AuditEntry.objects.about(plan).exists()

"""A plan on its way: steps on its page, their guards, and the way back."""

import pytest

from inspections import workflow
from inspections.models import Plan


def take(browse, who, plan, step, **fields):
    url = f"/plans/{plan.pk}/steps/{step}/"
    return browse(who).post(url, fields, follow=True)


def state(plan):
    return Plan.objects.get(pk=plan.pk).status


def test_a_plan_goes_from_draft_to_approval(browse, make, world, verbs):
    plan = make.plan(world, status="draft")

    take(browse, "planner", plan, "submit")
    take(browse, "chair", plan, "approve")

    assert state(plan) == "approved"
    assert verbs(plan) == ["plan.submit", "plan.approve"]


def test_every_state_can_be_left_again_with_a_reason(browse, make, world):
    plan = make.plan(world, status="submitted")

    for who, step, then in (
        ("chair", "return", "returned"),
        ("planner", "submit", "submitted"),
        ("planner", "withdraw", "draft"),
        ("planner", "cancel", "cancelled"),
        ("planner", "restore", "draft"),
    ):
        take(browse, who, plan, step, note="Lý do")
        assert state(plan) == then


def test_returning_without_a_reason_is_refused_in_a_sentence(browse, make, world):
    plan = make.plan(world, status="submitted")

    answer = take(browse, "chair", plan, "return", note=" ")

    assert state(plan) == "submitted"
    assert "Trả lại" in answer.text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"units": []}, "đơn vị"),
        ({"number": None}, "số"),
        ({"issued_on": None}, "ngày ban hành"),
    ],
)
def test_an_incomplete_plan_is_not_submitted(browse, make, world, changes, words):
    plan = make.plan(world, status="draft", **changes)

    answer = take(browse, "planner", plan, "submit")

    assert state(plan) == "draft"
    assert any(words in str(message) for message in answer.context["messages"])


def test_a_plan_names_only_units_that_exist_on_its_date(browse, make, world):
    from datetime import date

    plan = make.plan(world, status="draft", issued_on=date(2019, 12, 1))

    answer = take(browse, "planner", plan, "submit")

    assert state(plan) == "draft"
    assert "UBND huyện Cao Lộc" in str(list(answer.context["messages"])[0])


@pytest.mark.parametrize("step", ["reopen", "cancel"])
def test_a_plan_under_which_somebody_is_inspected_stays(browse, make, world, step):
    plan = make.plan(world)
    make.inspection(world, team=make.delegation(world, plan))

    take(browse, "chair" if step == "reopen" else "planner", plan, step, note="Lý do")

    assert state(plan) == "approved"


def test_home_affairs_does_not_approve_its_own_plan(browse, make, world):
    plan = make.plan(world, status="submitted")

    assert browse("planner").post(f"/plans/{plan.pk}/steps/approve/").status_code == 403
    assert state(plan) == "submitted"


def test_a_second_click_is_answered_with_the_state(browse, make, world, verbs):
    plan = make.plan(world, status="submitted")

    take(browse, "chair", plan, "approve")
    answer = take(browse, "chair", plan, "approve")

    assert "Đã phê duyệt" in str(list(answer.context["messages"])[0])
    assert verbs(plan) == ["plan.approve"]


def test_a_plan_that_was_changed_behind_the_page_is_not_approved(browse, make, world, planner):
    plan = make.plan(world, status="submitted")
    page = browse("chair").get(f"/plans/{plan.pk}/").content.decode()
    workflow.plan.take("withdraw", plan, by=planner, note="Bổ sung đơn vị")
    workflow.plan.take("submit", plan, by=planner)

    assert f'name="seen" value="{plan.version}"' in page
    sent = {"seen": plan.version}
    answer = browse("chair").post(f"/plans/{plan.pk}/steps/approve/", sent, follow=True)

    assert state(plan) == "submitted"
    assert "Hãy xem lại" in str(list(answer.context["messages"])[0])


def test_a_step_nobody_knows_is_no_page(browse, make, world):
    plan = make.plan(world, status="submitted")

    assert browse("chair").post(f"/plans/{plan.pk}/steps/burn/").status_code == 404


def test_a_step_is_not_taken_by_looking(browse, make, world):
    plan = make.plan(world, status="submitted")

    assert browse("chair").get(f"/plans/{plan.pk}/steps/approve/").status_code == 405


def test_a_refused_step_gives_the_typed_reason_back(browse, make, world):
    plan = make.plan(world, status="cancelled")

    answer = take(browse, "planner", plan, "cancel", note="Vì trùng với thanh tra tỉnh")

    assert "Vì trùng với thanh tra tỉnh" in answer.text


def test_a_reason_too_long_is_refused_and_given_back_whole(browse, make, world):
    plan = make.plan(world, status="draft")

    answer = take(browse, "planner", plan, "cancel", note="lý do " * 400 + "hết.")

    assert state(plan) == "draft"
    assert "2.404" in answer.text
    assert "hết." in answer.text

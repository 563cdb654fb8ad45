"""An inspection on its way: what must be there before it begins, and the way back."""

from datetime import date

import pytest

from inspections import workflow
from inspections.models import Inspection
from reform_portal.common.models import AuditEntry


@pytest.fixture
def inspection(make, world):
    return make.inspection(world)


def take(browse, who, inspection, step, **fields):
    url = f"/inspections/{inspection.code}/steps/{step}/"
    return browse(who).post(url, fields, follow=True)


def said(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def state(inspection):
    return Inspection.objects.get(pk=inspection.pk).status


def test_a_member_begins_it_and_it_is_audited(browse, inspection, verbs):
    take(browse, "member", inspection, "start")

    assert state(inspection) == "on_site"
    assert verbs(inspection) == ["inspection.start"]


def test_every_state_of_fieldwork_can_be_left_again(browse, inspection, make):
    make.visit(inspection)

    for who, step, then in (
        ("member", "start", "on_site"),
        ("head", "unstart", "planned"),
        ("planner", "cancel", "cancelled"),
        ("planner", "restore", "planned"),
        ("member", "start", "on_site"),
        ("head", "prepare_draft", "drafting"),
        ("head", "resume_fieldwork", "on_site"),
    ):
        take(browse, who, inspection, step, note="Lý do")
        assert state(inspection) == then


def test_it_does_not_begin_under_a_plan_that_was_returned(browse, inspection):
    type(inspection.plan).objects.update(status="returned")

    answer = take(browse, "member", inspection, "start")

    assert state(inspection) == "planned"
    assert "phê duyệt" in said(answer)


@pytest.mark.embedded
def test_it_does_not_begin_without_a_head(browse, inspection):
    inspection.delegation.members.filter(role="head").delete()

    assert "Trưởng đoàn" in said(take(browse, "member", inspection, "start"))
    assert state(inspection) == "planned"


def test_it_does_not_begin_with_a_member_who_left_office(browse, inspection, world):
    world.head.posts.update(held_to=date(2024, 6, 10))

    assert "Sái Văn Đông" in said(take(browse, "member", inspection, "start"))


def test_it_does_not_begin_with_a_member_of_the_unit(browse, inspection, make, world):
    make.member(inspection.delegation, world.official)

    assert "Hoàng Văn Nam" in said(take(browse, "member", inspection, "start"))


def test_fieldwork_on_site_does_not_end_without_a_visit(browse, inspection):
    take(browse, "member", inspection, "start")

    answer = take(browse, "head", inspection, "prepare_draft")

    assert state(inspection) == "on_site"
    assert "buổi kiểm tra" in said(answer)


@pytest.mark.embedded
def test_an_inspection_by_report_needs_no_visit(browse, inspection):
    type(inspection).objects.update(form="by_report", status="on_site")

    take(browse, "head", inspection, "prepare_draft")

    assert state(inspection) == "drafting"


def test_a_cancelled_one_does_not_come_back_beside_another(browse, make, world, inspection):
    take(browse, "planner", inspection, "cancel", note="Lũ lụt")
    other = make.inspection(world, team=inspection.delegation)

    answer = take(browse, "planner", inspection, "restore", note="Nhầm")

    assert state(inspection) == "cancelled"
    assert other.code in said(answer)


def test_only_the_head_ends_fieldwork(browse, make, world):
    inspection = make.inspection(world, status="on_site")
    make.visit(inspection)

    answer = take(browse, "member", inspection, "prepare_draft")

    assert answer.status_code == 403
    assert state(inspection) == "on_site"


def test_a_second_click_is_answered_with_the_state(browse, inspection, verbs):
    take(browse, "member", inspection, "start")

    answer = take(browse, "head", inspection, "start")

    assert "Đang kiểm tra" in said(answer)
    assert verbs(inspection) == ["inspection.start"]


def test_a_step_nobody_knows_is_no_page(browse, inspection):
    assert take(browse, "head", inspection, "burn").status_code == 404


def test_more_explanation_is_given_its_time_anew(make, world):
    inspection = make.inspection(world, status="explained", explanation_due_on=date(2024, 6, 24))
    later = make.actor(world.head, date(2024, 7, 1))

    row = workflow.inspection.take("return_explanation", inspection, by=later, note="Chưa rõ")

    assert row.explanation_due_on == date(2024, 7, 8)


def test_a_reason_with_unprintable_signs_is_kept_without_them(browse, make, world):
    inspection = make.inspection(world, status="on_site")

    take(browse, "head", inspection, "unstart", note="Mưa\x00\r\nlũ ")

    assert AuditEntry.objects.about(inspection).first().note == "Mưa\nlũ"


@pytest.mark.parametrize("page", ["findings", "explanations", "conclusion", "evidence"])
def test_a_code_nobody_gave_is_no_page(browse, page):
    assert browse("planner").get(f"/inspections/%00/{page}/").status_code == 404

"""Checks that end with what was said at each visit (kiểm tra công vụ): no draft, no paper."""

import uuid

import pytest

from inspections.actions.inspections import course_of
from inspections.models import InspectionType, SpokenConclusion
from inspections.workflow import inspection as steps
from reform_portal.common.workflow import Refused


@pytest.fixture
def check(make, world):
    return make.inspection(world, status="on_site", course="spoken")


@pytest.fixture
def visit(make, check):
    return make.visit(check, place="Trụ sở UBND xã Thanh Lòa", stop=1)


def words(world, **changes):
    values = {
        "submission": uuid.uuid4(),
        "said_by": world.head.pk,
        "text": "Công chức có mặt đúng giờ; hai hồ sơ chưa ghi phiếu hẹn.",
        "answered_by": "Chủ tịch UBND xã",
        "answer": "Xã sẽ khắc phục ngay.",
    }
    return values | changes


@pytest.fixture
def write(browse, visit, world):
    def sent(who="member", **changes):
        return browse(who).post(f"/inspections/visits/{visit.pk}/spoken/", words(world, **changes))

    return sent


@pytest.mark.parametrize(
    ("status", "way_out"), [("planned", "Bắt đầu kiểm tra"), ("concluded", "Kiểm tra tiếp")]
)
def test_before_the_start_and_after_the_end_the_form_leads_to_the_step(
    browse, visit, check, write, status, way_out
):
    type(check).objects.filter(pk=check.pk).update(status=status)

    opened = browse("member").get(f"/inspections/visits/{visit.pk}/spoken/", follow=True)
    sent = write()

    assert opened.redirect_chain == [(check.get_absolute_url(), 302)]
    assert way_out.casefold() in opened.text.casefold()
    assert (sent.status_code, way_out.casefold() in sent.text.casefold()) == (422, True)


def names(available):
    return [step.name for step in available]


def test_the_delegation_writes_down_what_was_said(write, visit, check, verbs):
    assert write().status_code == 302

    assert visit.spoken.answer == "Xã sẽ khắc phục ngay."
    assert verbs(check) == ["spoken.write"]


def test_a_second_click_writes_once(write):
    token = uuid.uuid4()
    write(submission=token)
    write(submission=token)

    assert SpokenConclusion.objects.count() == 1


def test_two_who_write_of_one_visit_do_not_overwrite_each_other(write, visit):
    write(text="Của người thứ nhất.")
    answer = write(text="Của người thứ hai.", version=0)

    assert answer.status_code == 409
    assert "Của người thứ nhất." in answer.content.decode()
    assert SpokenConclusion.objects.get().text == "Của người thứ nhất."


def test_it_is_edited_until_the_check_has_ended(write, visit, check, head):
    write()
    assert write(text="Đã sửa.", version=1).status_code == 302
    steps.take("end_check", check, by=head)

    assert write(text="Sửa nữa.", version=2).status_code == 422
    assert SpokenConclusion.objects.get().text == "Đã sửa."


def test_an_empty_conclusion_lands_at_its_field(write):
    answer = write(text="")

    assert answer.status_code == 422
    assert "text" in answer.context["form"].errors


@pytest.mark.parametrize(
    ("who", "status"), [("planner", 403), ("official", 403), ("outsider", 404), ("auditor", 403)]
)
def test_nobody_else_writes_it(write, who, status):
    assert write(who).status_code == status


def test_the_unit_reads_it_once_the_check_has_ended(write, check, head, browse):
    write()
    page = check.get_absolute_url()
    assert "phiếu hẹn" not in browse("official").get(page).content.decode()

    steps.take("end_check", check, by=head)

    assert "phiếu hẹn" in browse("official").get(page).content.decode()


def test_its_way_has_no_draft_and_no_explanation(check, head, write):
    write()
    assert names(steps.available(check, head)) == ["unstart", "end_check"]
    ended = steps.take("end_check", check, by=head)

    assert names(steps.available(ended, head)) == ["resume_check", "close"]
    assert steps.take("close", ended, by=head).status == "closed"


@pytest.mark.parametrize("step", ["prepare_draft", "announce", "conclude"])
def test_steps_of_the_other_way_are_refused(check, head, step):
    with pytest.raises(Refused, match="Không thực hiện được bước"):
        steps.take(step, check, by=head)


def test_an_inspection_with_a_paper_cannot_end_on_the_spot(make, world, head):
    written = make.inspection(world, status="on_site")

    with pytest.raises(Refused):
        steps.take("end_check", written, by=head)


def test_it_does_not_end_while_a_visit_is_silent(check, visit, head, make):
    with pytest.raises(Refused, match="Trụ sở UBND xã Thanh Lòa"):
        steps.take("end_check", check, by=head)


def test_it_does_not_end_without_a_visit(check, head):
    with pytest.raises(Refused, match="buổi"):
        steps.take("end_check", check, by=head)


def test_findings_are_read_by_the_unit_and_hidden_when_it_resumes(write, check, head, make):
    write()
    finding = make.finding(check)
    ended = steps.take("end_check", check, by=head)
    finding.refresh_from_db()
    assert finding.announced

    steps.take("resume_check", ended, by=head, note="Bổ sung.")

    finding.refresh_from_db()
    assert not finding.announced


def test_its_pages_name_no_draft_and_ask_for_no_report(check, visit, browse):
    page = browse("head").get(check.get_absolute_url()).content.decode()

    assert not any(part in page for part in ("/draft/", "/explanations/"))
    assert browse("planner").get(f"/inspections/{check.code}/self-report/").status_code == 403


def test_the_detail_page_stays_within_its_queries(check, make, write, browse, count_queries):
    write()
    for number in range(5):
        row = make.visit(check, stop=number + 2)
        SpokenConclusion.objects.create(visit=row, said_by=check.delegation.head.person, text="…")

    assert count_queries(browse("head"), check.get_absolute_url()) <= 11


def test_the_types_of_a_plan_say_which_way_its_inspections_go(make, world):
    plan = make.plan(world)
    duty = InspectionType.objects.get(code="public_duty")
    assert course_of(plan) == "written"
    plan.types.set([duty])
    assert course_of(plan) == "spoken"
    plan.types.add(make.inspection_type())
    assert course_of(plan) == "written"

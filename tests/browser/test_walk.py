"""The main job in a browser: five people take the Cao Lộc case from plan to papers."""

import hashlib
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from inspections.models import Inspection, Plan
from tests import factories
from tests.browser.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def plan_is_drafted_and_submitted(planner, world):
    areas, kind = [factories.area("A2"), factories.area("A6")], factories.inspection_type()
    planner.open("/plans/new/").fill(
        issued_by=f"committee-{world.committee.pk}",
        number=80,
        symbol="KH-BCĐCCHC",
        issued_on="2024-05-29",
        year=2024,
        title="Kiểm tra công tác cải cách hành chính năm 2024",
        types=[kind.pk],
        areas=[area.pk for area in areas],
        period_from="2023-06-15",
        period_to="2024-06-14",
    ).save()
    plan = Plan.objects.get(number=80)
    planner.open(f"/plans/{plan.pk}/units/?q=huyện cao lộc")
    planner.fill(units=[world.district.pk]).press("main form[method=post] button.btn-primary")
    planner.open(plan.get_absolute_url()).step("submit")
    return plan


def plan_is_approved(chair, plan):
    chair.open("/").press(f'main a[href="{plan.get_absolute_url()}"]')
    chair.step("approve")


def delegation_is_formed_and_inspection_scheduled(planner, plan, world):
    planner.open(f"/plans/{plan.pk}/delegations/").fill(
        name="Đoàn kiểm tra của Ban Chỉ đạo", formed_on="2024-06-03", head=str(world.head.pk)
    ).save()
    delegation = plan.delegations.get()
    planner.open(f"/delegations/{delegation.pk}/members/").fill(
        person=str(world.member.pk), role="member"
    ).save()
    planner.open(f"/plans/{plan.pk}/schedule/").fill(
        plan_unit=str(plan.plan_units.get().pk),
        delegation=str(delegation.pk),
        starts_on="2024-06-17",
        ends_on="2024-06-17",
        form="on_site",
    ).save()
    return Inspection.objects.get(plan=plan)


def fieldwork_is_recorded(member, inspection, world):
    page = inspection.get_absolute_url()
    member.open(page).step("start")
    for version, kind, place in (
        (world.district, "one_stop", "Bộ phận Một cửa UBND huyện Cao Lộc"),
        (world.commune, "one_stop", "Bộ phận Một cửa UBND xã Thanh Lòa"),
        (world.second_commune, "one_stop", "Bộ phận Một cửa UBND xã Hòa Cư"),
        (world.district, "working_session", "Buổi làm việc với UBND huyện Cao Lộc"),
    ):
        member.open(f"{page}visits/").fill(
            unit=str(version.unit_id), kind=kind, place=place, session="morning"
        ).save()
    member.open(f"{page}findings/new/").fill(
        kind="strength",
        units=[world.district.unit_id, world.commune.unit_id, world.second_commune.unit_id],
        area=str(factories.area("A2").pk),
        text="Bộ phận một cửa được bố trí trụ sở, trang thiết bị cơ bản đáp ứng theo yêu cầu",
    ).save()
    member.open(f"{page}findings/new/").fill(
        kind="shortcoming",
        units=[world.district.unit_id],
        area=str(factories.area("A6").pk),
        text="Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính đạt tỷ lệ thấp",
        cause_kind="objective",
        cause="Thiếu máy quét tại cấp xã",
    ).save()


def draft_is_written_and_announced(head, inspection, world):
    page = inspection.get_absolute_url()
    head.open(page).step("prepare_draft")
    head.open(f"{page}recommendations/new/").fill(
        text="Tập trung số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực",
        area=str(factories.area("A6").pk),
        units=[world.district.unit_id],
        target="100",
        target_unit="%",
        due_on="2024-12-31",
        basis="chỉ đạo của UBND tỉnh",
    ).save()
    head.open(f"{page}conclusion/edit/").fill(
        assessment="UBND huyện đã đạt được những kết quả tích cực."
    ).save()
    head.open(f"{page}issuing/").press("#verdict ~ .steps button.btn-primary")


def unit_explains(official, inspection):
    page = inspection.get_absolute_url()
    official.open(f"{page}explanations/draft/").fill(
        text="UBND huyện nhất trí với dự thảo và sẽ bố trí thêm máy quét."
    ).save()
    official.open(page).step("send_explanation")


def head_decides_and_concludes(head, inspection):
    page = inspection.get_absolute_url()
    head.open(f"{page}explanations/").step("accept", note="Ý kiến có cơ sở, Đoàn tiếp thu.")
    head.open(f"{page}conclusion/edit/").fill(number=5, issued_on="2024-06-28").save()
    head.open(f"{page}issuing/").press("#verdict ~ .steps button.btn-primary")


def report_is_made(person, inspection, format):
    person.open(f"/reports/?inspection={inspection.code}")
    person.press(f'form:has([name=kind][value=conclusion]) button[value="{format}"]')
    link = person.page.locator("main a[href$='/file/']")
    link.wait_for(timeout=60_000)
    person.look()
    with person.page.expect_download() as download:
        link.click()
    content = download.value.path().read_bytes()
    assert hashlib.sha256(content).hexdigest() in person.text()
    return content


def test_the_cao_loc_case_from_plan_to_papers(world, sit_down, worker):
    planner, chair = sit_down(world.planner), sit_down(world.chair)
    plan = plan_is_drafted_and_submitted(planner, world)
    plan_is_approved(chair, plan)
    inspection = delegation_is_formed_and_inspection_scheduled(planner, plan, world)

    member, head = sit_down(world.member, PHONE), sit_down(world.head)
    official = sit_down(world.official)
    fieldwork_is_recorded(member, inspection, world)
    assert "máy quét" not in official.open(f"{inspection.get_absolute_url()}findings/").text()
    draft_is_written_and_announced(head, inspection, world)
    unit_explains(official, inspection)
    head_decides_and_concludes(head, inspection)

    paper = report_is_made(head, inspection, "pdf")
    words = " ".join(
        "".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages).split()
    )
    assert "Số: 05/TB-ĐKT" in words
    assert "DỰ THẢO" not in words
    table = report_is_made(official, inspection, "xlsx")
    assert load_workbook(BytesIO(table)).sheetnames[1] == "Nội dung kiểm tra"

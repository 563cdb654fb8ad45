"""What a conclusion says, taken from the records."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from findings.models import Conclusion, Remediation
from inspections.models import Inspection
from reports.datasets import conclusion as dataset
from reports.datasets import draft
from tests import factories
from tests.reformed import end, reform
from tests.reports.conftest import told
from units.models import UnitVersion

AS_OF = datetime(2024, 7, 5, 2, 30, tzinfo=UTC)


@pytest.fixture
def paper(concluded):
    return dataset.conclusion(concluded, as_of=AS_OF, reader=None)


@pytest.fixture
def workbook(concluded):
    return dataset.workbook(concluded, as_of=AS_OF, reader=None)


def test_an_issued_paper_has_number_day_and_signer(paper, concluded):
    assert not paper.is_draft
    assert paper.composed().number_line == f"Số: {concluded.conclusion.number:02d}/TB-ĐKT"
    assert paper.issued_on == date(2024, 6, 17)
    assert paper.signature.name == "Sái Văn Đông"
    assert paper.signature.capacity == ("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN")


def test_after_the_reform_papers_keep_the_names_of_their_day(paper, workbook, world, concluded):
    reform(world)
    end(world.commune, world.second_commune)

    assert dataset.conclusion(concluded, as_of=AS_OF, reader=None) == paper
    assert dataset.workbook(concluded, as_of=AS_OF, reader=None) == workbook


@pytest.mark.embedded
def test_before_it_is_concluded_it_is_a_draft_without_number(world):
    inspection = told(world, status=Inspection.Status.EXPLAINED)
    Conclusion.objects.update(number=5, issued_on=date(2024, 7, 1), signer=world.head)

    paper = dataset.conclusion(inspection, as_of=AS_OF, reader=None)

    assert (paper.is_draft, paper.number, paper.issued_on) == (True, None, None)
    assert paper.composed().draft_mark == "DỰ THẢO ngày 05/7/2024"


def test_findings_stand_under_their_areas_strengths_apart(paper):
    assert [len(area.sentences) for area in paper.strengths] == [1]
    assert paper.strengths[0].sentences[0].text == "Trụ sở, trang thiết bị đáp ứng yêu cầu."
    assert [area.title for area in paper.shortcomings] == [factories.area("A6").name]


def test_the_words_of_the_draft_are_printed_in_their_order(concluded):
    area = factories.area("A6")
    old = concluded.findings.get(area=area)
    factories.draft_line(old, text="Tỷ lệ số hóa <b>thấp</b>.", place=2)
    factories.draft_line(of=concluded, area=area, text="Nhìn chung còn chậm.", place=1)

    paper = dataset.conclusion(concluded, as_of=AS_OF, reader=None)
    rows = dataset.workbook(concluded, as_of=AS_OF, reader=None).findings

    words = ["Nhìn chung còn chậm.", "Tỷ lệ số hóa <b>thấp</b>."]
    assert [one.text for one in paper.shortcomings[0].sentences] == words
    assert paper.shortcomings[0].sentences[1].units == ("UBND xã Thanh Lòa", "UBND xã Hòa Cư")
    assert [row.text for row in rows if row.area_code.startswith("A6")] == words
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


def test_the_unit_explains_the_words_it_read(concluded, world):
    finding = concluded.explanations.exclude(finding=None).get().finding
    line = factories.draft_line(finding, text="Tỷ lệ số hóa thấp.")
    factories.announcement(concluded, by=world.head)
    type(line).objects.update(text="Sửa sau giải trình.")

    paper = dataset.conclusion(concluded, as_of=AS_OF, reader=None)

    assert "Tỷ lệ số hóa thấp." in [row.item for row in paper.explanations]


def test_the_draft_keeps_the_words_and_order_that_were_announced(world):
    inspection = told(world, status=Inspection.Status.EXPLAINED)
    finding = inspection.findings.get(area=factories.area("A6"))
    line = factories.draft_line(finding, text="Đã công bố.", place=1)
    free = factories.draft_line(of=inspection, area=finding.area, text="Câu thêm.", place=2)
    factories.announcement(inspection, by=world.head)
    type(line).objects.filter(pk=line.pk).update(text="Sửa sau giải trình.", place=2)
    type(line).objects.filter(pk=free.pk).update(place=1)
    factories.draft_line(of=inspection, area=finding.area, text="Thêm sau.", place=3)

    then = str(draft.paper(inspection, as_of=AS_OF, reader=None).blocks)
    now = str(dataset.paper(inspection, as_of=AS_OF, reader=None).blocks)
    assert then.index("Đã công bố") < then.index("Câu thêm")
    assert "Thêm sau" not in then
    assert now.index("Câu thêm") < now.index("Sửa sau giải trình")


def test_a_finding_names_its_units_unless_it_is_the_inspected_one_alone(paper):
    assert paper.strengths[0].sentences[0].units == ()
    assert paper.shortcomings[0].sentences[0].units == ("UBND xã Thanh Lòa", "UBND xã Hòa Cư")
    assert "Nguyên nhân khách quan: Thiếu máy quét." in paper.shortcomings[0].sentences[0].printed


def test_areas_come_in_the_order_of_their_codes(world, concluded):
    for code in ("A6", "A1", "A2"):
        factories.finding(concluded, area=factories.area(code))

    titles = [
        area.title for area in dataset.conclusion(concluded, as_of=AS_OF, reader=None).shortcomings
    ]

    assert titles == [factories.area(code).name for code in ("A1", "A2", "A6")]


def test_recommendations_name_addressees_and_target(paper):
    (one,) = paper.recommendations

    assert one.addressees == ("UBND huyện Cao Lộc", "UBND xã Thanh Lòa")
    assert one.target == "100 %"


def test_second_areas_are_printed(concluded):
    one, two = factories.area("A1"), factories.area("A3")
    factories.finding(concluded, area=one, second_area=two)
    factories.recommendation(concluded, area=one, second_area=two)

    paper = dataset.conclusion(concluded, as_of=AS_OF, reader=None)

    assert paper.recommendations[-1].area == f"{one.name}; {two.name}"
    assert f"(đồng thời thuộc: {two.name})." in paper.shortcomings[0].sentences[0].printed


def test_explanations_carry_the_decision(paper):
    (one,) = paper.explanations

    assert (one.decision, one.reason) == ("Chấp nhận", "Có cơ sở.")
    assert one.item == "Hồ sơ trả lại không có lý do bằng văn bản."


def test_what_the_unit_has_not_sent_yet_is_not_printed(world):
    announced = told(world, status=Inspection.Status.ANNOUNCED)

    assert dataset.conclusion(announced, as_of=AS_OF, reader=None).explanations == ()


def test_visits_name_place_day_and_session_once(paper):
    assert [visit.printed for visit in paper.visits] == [
        "Bộ phận Một cửa UBND huyện Cao Lộc: sáng ngày 17/6/2024",
        "UBND xã Thanh Lòa (buổi làm việc): sáng ngày 17/6/2024",
    ]


def test_bases_recipients_and_period_are_taken_line_by_line(paper):
    assert paper.bases == ("Kế hoạch số 80/KH-BCĐCCHC ngày 29/5/2024",)
    assert paper.recipients == ("UBND huyện Cao Lộc", "Lưu: VT, CCHC")
    assert paper.period == "từ ngày 15/6/2023 đến ngày 14/6/2024"


def test_units_keep_the_name_of_that_day(concluded, world):
    UnitVersion.objects.filter(pk=world.district.pk).update(valid_to=date(2025, 7, 1))
    UnitVersion.objects.create(
        unit=world.district.unit, name="Đồng Đăng", type="xã", level="commune",
        path=world.district.path, valid_from=date(2025, 7, 1),
    )  # fmt: skip

    assert (
        dataset.conclusion(concluded, as_of=AS_OF, reader=None).inspected_unit
        == "UBND huyện Cao Lộc"
    )


def test_photos_are_handed_over_with_their_captions(concluded, world):
    factories.evidence(concluded, by=world.member, caption="Quầy tiếp nhận")
    factories.evidence(concluded, by=world.member, content_type="application/pdf")

    (photo,) = dataset.conclusion(concluded, as_of=AS_OF, reader=None).photos

    assert (photo.caption, photo.content) == ("Quầy tiếp nhận", b"photo")


@pytest.mark.embedded
def test_the_day_of_the_report_is_said_once(concluded):
    text = Conclusion.objects.get()
    text.remediation_report_due_on = date(2024, 12, 31)
    text.implementation = "Đơn vị tổ chức thực hiện."
    text.save()
    assert (
        dataset.conclusion(concluded, as_of=AS_OF, reader=None)
        .organisation[-1]
        .endswith("ngày 31/12/2024.")
    )

    text.implementation = "Báo cáo trước ngày 31/12/2024."
    text.save()
    assert len(dataset.conclusion(concluded, as_of=AS_OF, reader=None).organisation) == 1


def test_the_workbook_has_a_row_per_finding_addressee_and_visit(workbook):
    assert len(workbook.findings) == 2
    assert [row.addressee for row in workbook.recommendations] == [
        "UBND huyện Cao Lộc",
        "UBND xã Thanh Lòa",
    ]
    assert [row.session for row in workbook.visits] == ["Sáng", "Sáng"]


def test_numbers_and_days_stay_numbers_and_days(workbook):
    values = {line.label: line.value for line in workbook.overview}

    assert workbook.recommendations[0].target_value == 100
    assert (values["Ngày ban hành"], values["Số kiến nghị"]) == (date(2024, 6, 17), 1)
    assert values["Trực thuộc"] == "tỉnh Lạng Sơn"


def test_the_workbook_says_what_the_unit_explained(workbook, concluded, world):
    weak = next(row for row in workbook.findings if row.kind == "Tồn tại, hạn chế")
    assert (weak.decision, weak.decision_reason) == ("Chấp nhận", "Có cơ sở.")

    factories.explanation(concluded, by=world.official, text="Đơn vị nhất trí.")
    labels = {
        line.label: line.value
        for line in dataset.workbook(concluded, as_of=AS_OF, reader=None).overview
    }
    assert labels["Giải trình chung của đơn vị"] == "Đơn vị nhất trí."


def outcomes(inspection, reader):
    """Unit by unit, what the workbook says was done."""
    made = dataset.workbook(inspection, as_of=AS_OF, reader=reader)
    return {row.addressee: (row.result, row.reported_on) for row in made.recommendations}


@pytest.mark.embedded
def test_an_addressee_reads_its_own_report_and_nobody_elses(concluded, official, planner):
    day = date(2024, 9, 1)
    Remediation.objects.update(outcome="CANARY", status="reported", reported_on=day)

    assert outcomes(concluded, official) == {
        "UBND huyện Cao Lộc": ("CANARY", day),
        "UBND xã Thanh Lòa": ("", None),
    }
    assert set(outcomes(concluded, planner).values()) == {("CANARY", day)}


@pytest.mark.parametrize("status", ["assigned", "in_progress"])
def test_what_is_saved_and_not_reported_is_not_told(status, concluded, planner):
    Remediation.objects.update(outcome="CANARY", status=status)

    for reader in (planner, None):
        assert set(outcomes(concluded, reader).values()) == {("", None)}


@pytest.mark.parametrize("made", [dataset.conclusion, dataset.workbook])
def test_more_records_ask_no_more_questions(made, concluded, world):
    with CaptureQueriesContext(
        connection,
    ) as few:
        made(concluded, as_of=AS_OF, reader=None)
    for _number in range(10):
        factories.finding(concluded, units=[world.commune, world.second_commune])
        factories.recommendation(concluded, to=[world.commune, world.district])
    with CaptureQueriesContext(connection) as many:
        made(concluded, as_of=AS_OF, reader=None)

    assert len(few) == len(many) <= 10

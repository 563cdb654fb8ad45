"""The outline of the unit's self-report (ĐỀ CƯƠNG): annex of the notice, and a paper to fill in.

Domain §5d: general, results by area with figures, self-assessment, what was remedied, what is
ahead, what is proposed, and a table of figures as an annex.
"""

from dataclasses import replace

from django.utils import timezone

from findings.wording import what_is_inspected
from inspections.models import SelfReport
from inspections.reporting import outline_sheet, sheet_of
from reform_portal.common.dates import vn_number
from reports.paper_templates import choosing
from reports.papers.content import Annex, Column, Heading, Items, Paper, Paragraph, Table
from reports.papers.looked_at import LOOKED_AT

from . import bodies, phrases
from .said import Said

FIGURES = (
    Column("STT", 12, centred=True),
    Column("Nội dung"),
    Column("Đơn vị tính", 24, centred=True),
    Column("Số liệu", 26, centred=True),
    Column("Trên tổng số", 26, centred=True),
    Column("Tỷ lệ", 22, centred=True),
    Column("Chỉ tiêu", 34),
)
# Parts of the outline whose headings stand one level below them.
PARTS = {"II": "Kết quả thực hiện", "III": "Tự đánh giá"}


def paper(inspection, *, as_of, reader, wording=None):
    """The report of the unit with everything but its content, for the unit to fill in."""
    report = SelfReport.objects.filter(inspection=inspection).first()
    day = report.due_on if report else inspection.starts_on
    unit = bodies.of_unit(inspection.unit_id, day)
    delegation, sheet = inspection.delegation, sheet_for(inspection, report)
    wording = wording or choosing.of_unit(
        "outline", inspection.unit_id, _asked_on(inspection, as_of)
    )
    signed = bodies.signed_for_unit(inspection.unit_id, day)
    values = {
        "ke_hoach": phrases.cited(inspection.plan),
        "doan_kiem_tra": delegation.name,
        "don_vi_bao_cao": unit.name,
        "tham_quyen_ky": signed.capacity,
    }
    said = Said(wording, values)
    return Paper(
        kind="outline",
        code=inspection.code,
        type_name="BÁO CÁO",
        subject=_subject(inspection, report),
        symbol=unit.symbol("BC"),
        year=day.year,
        data_as_of=as_of,
        addressed_to=(delegation.name,),
        blocks=(
            *said.paragraphs("opening"),
            *blocks(inspection, sheet, said),
            *said.closing(),
        ),
        annexes=annexes(sheet),
        signatures=(replace(signed, capacity=said.lines("signature")),),
        recipients=said.lines("recipients"),
        template=wording.label,
        **unit.values,
    )


def _asked_on(inspection, as_of):
    """The day the unit was asked: that of the notice that was sent to it, or today."""
    sent = inspection.notices.sent().order_by("-revision").values_list("issued_on", flat=True)
    return sent.first() or timezone.localdate(as_of)


def blocks(inspection, sheet, said):
    """The headings of the outline, with what the unit wrote or what it is asked to write."""
    if not sheet:
        return _usual(inspection, said)
    made, begun = [], set()
    for heading in sheet:
        part, _dot, mark = heading.item.mark.partition(".")
        if mark and part not in begun:
            made.append(Heading(PARTS.get(part, ""), 1, part))
        begun.add(part)
        title = heading.item.title
        made.append(Heading(title, 2, mark) if mark else Heading(title, 1, part))
        told = heading.section.text if heading.is_written else heading.item.hint
        made += phrases.paragraphs(phrases.lines(told))
    return tuple(made)


def annexes(sheet, mark=""):
    """The table of figures on a page of its own, where figures are asked."""
    asked = figures(sheet)
    return (Annex("Bảng số liệu", asked, mark, landscape=True),) if asked else ()


def _usual(inspection, said):
    """The six parts of such a report, for a type of inspection without an outline of its own."""
    areas = sorted(inspection.plan.areas.all(), key=lambda area: area.code)
    results = phrases.numbered(
        *((area.name, (Paragraph(f"{LOOKED_AT.get(area.code, area.name)}."),)) for area in areas)
    )
    return phrases.parts(
        ("Khái quát chung", _points(said.lines("general"))),
        ("Kết quả thực hiện", results),
        ("Tự đánh giá", _points(said.lines("assessed"))),
        ("Việc khắc phục tồn tại, hạn chế của lần kiểm tra trước", _points(said.lines("remedied"))),
        ("Phương hướng, nhiệm vụ", _points(said.lines("ahead"))),
        ("Kiến nghị, đề xuất", _points(said.lines("proposed"))),
    )


def sheet_for(inspection, report=None):
    """What is asked; once the unit handed its report in, what it answered."""
    if report and report.received_on:
        return sheet_of(report, inspection)
    return outline_sheet(inspection, report.period_to if report else inspection.starts_on)


def figures(sheet):
    """The table of figures, with room to write in where nothing was given."""
    lines = [line for heading in sheet for line in heading.lines]
    rows = tuple(_figure(number, line) for number, line in enumerate(lines, start=1))
    return (Table(FIGURES, rows, "Số liệu đề nghị đơn vị báo cáo"),) if rows else ()


def _figure(number, line):
    asked, given = line.indicator, line.figure
    target = asked.target_words or (f"{vn_number(asked.target)} %" if asked.target else "")
    counted, of, share = "", "", ""
    if given:
        counted, of = vn_number(given.numerator), vn_number(given.denominator)
        if given.denominator:
            share = f"{vn_number(round(given.numerator * 100 / given.denominator, 1))} %"
    return (str(number), asked.name, asked.unit, counted, of, share, target)


def _subject(inspection, report):
    if report is None:
        return f"Kết quả thực hiện {what_is_inspected(inspection.plan)} năm {inspection.plan.year}"
    title = report.title.removeprefix("Báo cáo ").partition(" của UBND")[0]
    return phrases.begun(title)


def _points(texts):
    return (Items(texts, sentences=True),)

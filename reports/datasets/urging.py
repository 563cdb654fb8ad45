"""A letter that urges what is open after an inspection (công văn V/v đôn đốc …)."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from findings.models import Remediation
from findings.standing import with_answering
from findings.wording import what_is_inspected
from inspections import schedule
from reform_portal.common.dates import vn_short_date
from reports.paper_templates import choosing
from reports.papers.content import Column, Paper, Paragraph, Table

from . import bodies, phrases, words
from .said import Said

OPEN = (
    Column("STT", 12, centred=True),
    Column("Nội dung kiến nghị"),
    Column("Đơn vị thực hiện", 36),
    Column("Thời hạn", 24, centred=True),
    Column("Tình trạng", 32),
)
ANSWER_WITHIN = timedelta(days=15)


def open_rows(inspection, day):
    """What is neither accepted nor without an object, each with who carries it out now."""
    rows = Remediation.objects.running().open().filter(inspection=inspection)
    rows = rows.select_related("recommendation", "unit_version", "bearer")
    return with_answering(rows.order_by("recommendation__number", "unit_version__path"), day)


def paper(inspection, *, as_of, reader, wording=None, issued_on=None):
    """As of the day it is made: number and day are given when it is signed."""
    day = issued_on or timezone.localdate(as_of)
    rows = open_rows(inspection, day)
    issuer = bodies.follows_up(inspection.plan, day)
    agency = bodies.followed_up_by(inspection.plan, day)
    wording = wording or choosing.of_unit("urging", agency, day)
    signed = bodies.signed_for_unit(agency, day)
    said = Said(wording, _values(inspection, issuer, day) | {"tham_quyen_ky": signed.capacity})
    return Paper(
        kind="urging",
        code=inspection.code,
        type_name="",
        subject=f"đôn đốc thực hiện kiến nghị sau kiểm tra {what_is_inspected(inspection.plan)}",
        symbol=issuer.symbol(""),
        year=day.year,
        data_as_of=as_of,
        addressed_to=tuple(dict.fromkeys(_bearer(row) for row in rows)),
        blocks=(
            *said.paragraphs("opening"),
            *_taken_over(rows),
            Paragraph(_counted(rows, inspection, day)),
            Table(OPEN, tuple(_cells(rows, day)), "Kiến nghị chưa hoàn thành"),
            *said.paragraphs("asked"),
            *said.closing(),
        ),
        signatures=(replace(signed, capacity=said.lines("signature")),),
        recipients=said.lines("recipients"),
        template=wording.label,
        **issuer.values,
    )


def _bearer(row):
    return (row.answering or row.unit_version).authority


def _values(inspection, issuer, day):
    """What the fields of its template stand for."""
    above = bodies.of_plan(inspection.plan, day).name
    return {
        "don_vi_ban_hanh": issuer.name,
        "thong_bao_ket_luan": _recalled(inspection),
        "don_vi_duoc_kiem_tra": inspection.unit_version.authority,
        "co_quan_ban_hanh_ke_hoach": "" if above == issuer.name else above,
        "han_tra_loi": vn_short_date(schedule.add_working_days(day + ANSWER_WITHIN, 0)),
    }


def _recalled(inspection):
    paper = inspection.conclusion
    number = f" số {paper.reference}" if paper.reference else ""
    day = f" ngày {vn_short_date(paper.issued_on)}" if paper.issued_on else ""
    return (
        f"{phrases.begun(inspection.delegation.name)} đã ban hành Thông báo{number}{day} "
        f"{phrases.inside(paper.subject)}"
    )


def _counted(rows, inspection, day):
    late = [row for row in rows if row.due_on and row.due_on < day]
    told = (
        f"Qua theo dõi, đến ngày {vn_short_date(day)} còn {len(rows):02d} nội dung chưa hoàn thành"
    )
    due = inspection.conclusion.remediation_report_due_on
    parts = [f"trong đó {len(late):02d} nội dung đã quá thời hạn"] if late else []
    if due and due < day:
        parts.append(f"thời hạn báo cáo kết quả khắc phục (ngày {vn_short_date(due)}) đã qua")
    return f"{', '.join([told, *parts])}, cụ thể như sau:"


def _cells(rows, day):
    for number, row in enumerate(rows, start=1):
        due = vn_short_date(row.due_on) if row.due_on else ""
        yield str(number), row.recommendation.text, _bearer(row), due, _state(row, day)


def _taken_over(rows):
    """Who answers now for units that ended since."""
    moved = dict.fromkeys(
        (_bearer(row), row.unit_version.authority) for row in rows if row.answering
    )
    return tuple(
        Paragraph(f"{heir} tiếp nhận nhiệm vụ của {ended} và thực hiện các kiến nghị còn lại.")
        for heir, ended in moved
    )


def _state(row, day):
    state = words.REMEDIATION[row.status]
    done = f", đạt {row.progress} %" if row.status == row.Status.IN_PROGRESS else ""
    late = (day - row.due_on).days if row.due_on else 0
    return f"{state}{done}" + (f"\nQuá hạn {late} ngày" if late > 0 else "")

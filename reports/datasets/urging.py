"""A letter that urges what is open after an inspection (công văn V/v đôn đốc …)."""

from datetime import timedelta

from django.utils import timezone

from findings.models import Remediation
from findings.standing import with_answering
from findings.wording import what_is_inspected
from inspections import schedule
from reform_portal.common.dates import vn_short_date
from reports.papers.content import Column, Paper, Paragraph, Table

from . import bodies, phrases, words

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


def paper(inspection, *, as_of, reader):
    """As of the day it is made: number and day are given when it is signed."""
    day = timezone.localdate(as_of)
    rows = open_rows(inspection, day)
    issuer = bodies.follows_up(inspection.plan, day)
    agency = bodies.followed_up_by(inspection.plan, day)
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
            Paragraph(_recalled(inspection)),
            *_taken_over(rows),
            Paragraph(_counted(rows, inspection, day)),
            Table(OPEN, tuple(_cells(rows, day)), "Kiến nghị chưa hoàn thành"),
            *_asked(issuer, day),
        ),
        signatures=(bodies.signed_for_unit(agency, day),),
        recipients=_recipients(inspection, issuer, day),
        **issuer.values,
    )


def _bearer(row):
    return (row.answering or row.unit_version).authority


def _recalled(inspection):
    paper = inspection.conclusion
    number = f" số {paper.reference}" if paper.reference else ""
    day = f" ngày {vn_short_date(paper.issued_on)}" if paper.issued_on else ""
    return (
        f"{phrases.begun(inspection.delegation.name)} đã ban hành Thông báo{number}{day} "
        f"{phrases.inside(paper.subject)}, trong đó kiến nghị các cơ quan, đơn vị khắc phục tồn "
        "tại, hạn chế và báo cáo kết quả thực hiện."
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


def _asked(issuer, day):
    until = vn_short_date(schedule.add_working_days(day + ANSWER_WITHIN, 0))
    return (
        Paragraph(
            "Đề nghị các cơ quan, đơn vị khẩn trương chỉ đạo thực hiện dứt điểm các nội dung nêu "
            "trên; đối với nội dung chưa thể hoàn thành, nêu rõ lý do, biện pháp và thời hạn hoàn "
            "thành."
        ),
        phrases.ended(
            f"Báo cáo kết quả gửi về {issuer.name} trước ngày {until} để tổng hợp, báo cáo cấp có "
            "thẩm quyền"
        ),
    )


def _recipients(inspection, issuer, day):
    above = bodies.of_plan(inspection.plan, day).name
    told = () if above == issuer.name else (f"{above} (để báo cáo)",)
    return ("Như trên", *told, "Trưởng Đoàn kiểm tra", "Lưu: VT, CCHC")

"""The unit's report on what it remedied (BÁO CÁO, domain §5g), by who answers for it that day."""

from dataclasses import replace

from django.utils import timezone

from findings.models import Remediation
from findings.wording import what_is_inspected
from reform_portal.common.dates import vn_short_date
from reports.paper_templates import choosing
from reports.papers.content import Column, Items, Paper, Paragraph, Table
from units.heirs import standing_for

from . import bodies, phrases
from .said import Said

S = Remediation.Status
RESULTS = (
    Column("STT", 12, centred=True),
    Column("Kiến nghị", 48),
    Column("Biện pháp, kết quả thực hiện"),
    Column("Trạng thái", 27),
    Column("Thời hạn hoàn thành", 27, centred=True),
)
STATE = {
    S.ASSIGNED: "Chưa thực hiện",
    S.IN_PROGRESS: "Đang thực hiện",
    S.REPORTED: "Đã xong",
    S.ACCEPTED: "Đã xong",
    S.DROPPED: "Không còn đối tượng",
}


def rows_of(inspection):
    """What the inspected unit was ordered to do."""
    rows = Remediation.objects.running().filter(inspection=inspection, unit=inspection.unit_id)
    return rows.select_related("recommendation").order_by("recommendation__number")


def paper(inspection, *, as_of, reader, wording=None, issued_on=None):
    """As of the day of issue, with its unit and signer; before, of the day it last reported."""
    rows = list(rows_of(inspection))
    told = [row.reported_on for row in rows if row.reported_on]
    day = issued_on or max(told, default=timezone.localdate(as_of))
    bearer = standing_for([inspection.unit_id], day).get(inspection.unit_id)
    unit_id = bearer.unit_id if bearer else inspection.unit_id
    unit, agency = bodies.of_unit(unit_id, day), bodies.follows_up(inspection.plan, day)
    wording = wording or choosing.of_unit("remediation_report", unit_id, day)
    signed = bodies.signed_for_unit(unit_id, day)
    values = _values(inspection, unit, agency) | {"tham_quyen_ky": signed.capacity}
    said = Said(wording, values)
    return Paper(
        kind="remediation_report",
        code=inspection.code,
        type_name="BÁO CÁO",
        subject=f"Kết quả khắc phục sau kiểm tra {what_is_inspected(inspection.plan)} "
        f"năm {inspection.plan.year}",
        symbol=unit.symbol("BC"),
        year=day.year,
        issued_on=day,
        data_as_of=as_of,
        addressed_to=(agency.name, inspection.delegation.name),
        blocks=(
            *said.paragraphs("opening"),
            *phrases.parts(
                ("Việc quán triệt, tổ chức thực hiện", said.paragraphs("led")),
                ("Kết quả thực hiện kiến nghị", _results(rows)),
                ("Đánh giá chung", _judged(rows, unit)),
            ),
            *said.closing(),
        ),
        signatures=(replace(signed, capacity=said.lines("signature")),),
        recipients=said.lines("recipients"),
        template=wording.label,
        **unit.values,
    )


def _recalled(inspection):
    paper = inspection.conclusion
    number = f" số {paper.reference}" if paper.reference else ""
    day = f" ngày {vn_short_date(paper.issued_on)}" if paper.issued_on else ""
    return (
        f"Thông báo{number}{day} của {inspection.delegation.name} {phrases.inside(paper.subject)}"
    )


def _values(inspection, unit, agency):
    """What the fields of its template stand for."""
    inspected = inspection.unit_version.authority
    took_over = unit.name.split()[-1] not in inspected
    heir = f"{unit.name}, đơn vị tiếp nhận nhiệm vụ của {inspected},"
    return {
        "don_vi_bao_cao": unit.name,
        "don_vi_va_nhiem_vu_tiep_nhan": heir if took_over else unit.name,
        "thong_bao_ket_luan": _recalled(inspection),
        "don_vi_duoc_kiem_tra": inspected,
        "noi_bao_cao": agency.name,
    }


def _results(rows):
    cells = tuple(_cells(number, row) for number, row in enumerate(rows, start=1))
    return (Table(RESULTS, cells, "Kết quả thực hiện từng kiến nghị"),)


def _cells(number, row):
    told = f"\n(ngày {vn_short_date(row.reported_on)})" if row.reported_on else ""
    due = vn_short_date(row.due_on) if row.due_on else ""
    share = f" ({row.progress} %)" if row.status == S.IN_PROGRESS and row.progress else ""
    left = "" if row.status in (S.REPORTED, S.ACCEPTED, S.DROPPED) else due
    state = f"{STATE[row.status]}{share}{told}"
    return (str(number), row.recommendation.text, row.outcome, state, left)


def _judged(rows, unit):
    done = sum(row.status in (S.REPORTED, S.ACCEPTED) for row in rows)
    under_way = sum(row.status == S.IN_PROGRESS for row in rows)
    left = sum(row.status == S.ASSIGNED for row in rows)
    counted = (
        f"{done:02d}/{len(rows):02d} nội dung đã thực hiện xong",
        f"{under_way:02d} nội dung đang thực hiện",
        f"{left:02d} nội dung chưa thực hiện",
    )
    return (
        Paragraph(f"Đến thời điểm báo cáo, {unit.name} đã thực hiện:"),
        Items(counted),
    )

"""Minutes as a paper (BIÊN BẢN, Mẫu 1.9 of Decree 30): signed by both sides on the spot."""

from inspections.models import ClarifyingQuestion, Minutes, Visit
from reports.paper_templates import choosing
from reports.papers.content import Column, Items, Paper, Signature, Table

from . import bodies, phrases
from .said import Said

ASKED = (
    Column("STT", 12, centred=True),
    Column("Nội dung Đoàn kiểm tra đề nghị làm rõ"),
    Column("Ý kiến của đơn vị"),
)
SUBJECT = {
    Minutes.Kind.WORKING_SESSION: "Làm việc giữa Đoàn kiểm tra và {unit}",
    Minutes.Kind.ANNOUNCEMENT: "Công bố dự thảo kết luận kiểm tra tại {unit}",
}


def paper(minutes, *, as_of, reader, wording=None):
    inspection, day = minutes.inspection, minutes.held_on
    issuer = bodies.of_delegation(inspection.delegation, day)
    unit = inspection.unit_version.authority
    wording = wording or choosing.of_plan("minutes", inspection.plan, day)
    said = Said(wording, _values(minutes, unit))
    return Paper(
        kind="minutes",
        code=inspection.code,
        type_name="BIÊN BẢN",
        subject=SUBJECT[minutes.kind].format(unit=unit),
        symbol=(minutes.number and minutes.symbol) or issuer.symbol("BB"),
        number=minutes.number,
        year=day.year,
        issued_on=day,
        dated_head=False,
        data_as_of=as_of,
        blocks=(
            *said.bases(),
            *said.paragraphs("opening"),
            *phrases.parts(
                ("Thành phần tham dự", _attendees(minutes)),
                ("Nơi kiểm tra, làm việc", _places(minutes)),
                ("Nội dung làm việc", phrases.paragraphs(phrases.lines(minutes.content))),
                ("Nội dung làm rõ và ý kiến của đơn vị", _asked(minutes)),
            ),
            *said.paragraphs("ended"),
            *said.closing(),
        ),
        signatures=_signatures(inspection, said),
        recipients=said.lines("recipients"),
        template=wording.label,
        **issuer.values,
    )


def _values(minutes, unit):
    """What the fields of its template stand for."""
    inspection = minutes.inspection
    return {
        "ke_hoach": phrases.cited(inspection.plan),
        "so_quyet_dinh_doan": inspection.delegation.decision,
        "doan_kiem_tra": inspection.delegation.name,
        "don_vi_duoc_kiem_tra": unit,
        "ngay": phrases.long_day(minutes.held_on),
        "dia_diem": minutes.place,
    }


def _attendees(minutes):
    """Both sides as they were written down, with who presided and who kept the minutes."""
    seats = bodies.seats_of(minutes.inspection.delegation)
    by_role = {seat.role: seat for seat in seats}
    told = [
        f"{label}: {phrases.inside(phrases.seated(by_role[role]))}."
        for role, label in (("head", "Chủ trì"), ("secretary", "Thư ký ghi biên bản"))
        if role in by_role
    ]
    return (*phrases.paragraphs(phrases.lines(minutes.attendees)), *phrases.paragraphs(told))


def _places(minutes):
    rows = Visit.objects.filter(inspection=minutes.inspection_id, day=minutes.held_on)
    places = [f"{row.place} ({phrases.session_of(row)})" for row in rows.order_by("pk")]
    if minutes.kind != Minutes.Kind.WORKING_SESSION or not places:
        return ()
    return (Items(tuple(places)),)


def _asked(minutes):
    """What was asked by that day, with what the unit answered."""
    if minutes.kind != Minutes.Kind.WORKING_SESSION:
        return ()
    rows = ClarifyingQuestion.objects.filter(
        inspection=minutes.inspection_id, asked_on__lte=minutes.held_on
    )
    cells = tuple(
        (str(number), row.question, row.answer or "Đơn vị sẽ báo cáo bổ sung.")
        for number, row in enumerate(rows.order_by("pk"), start=1)
    )
    return (Table(ASKED, cells, "Câu hỏi của Đoàn kiểm tra và ý kiến của đơn vị"),) if cells else ()


def _signatures(inspection, said):
    """The unit at the left, the head of the delegation at the right; names are signed on paper."""
    head = inspection.delegation.head
    name = head.person.full_name if head else ""
    return (
        Signature(said.lines("unit_signature")),
        Signature(said.lines("signature"), name=name),
    )

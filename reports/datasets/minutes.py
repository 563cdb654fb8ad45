"""Minutes as a paper (BIÊN BẢN, Mẫu 1.9 of Decree 30): signed by both sides on the spot."""

from inspections.models import ClarifyingQuestion, Minutes, Visit
from reports.papers import wording
from reports.papers.content import Column, Items, Paper, Paragraph, Signature, Table

from . import bodies, phrases

ASKED = (
    Column("STT", 12, centred=True),
    Column("Nội dung Đoàn kiểm tra đề nghị làm rõ"),
    Column("Ý kiến của đơn vị"),
)
SUBJECT = {
    Minutes.Kind.WORKING_SESSION: "Làm việc giữa Đoàn kiểm tra và {unit}",
    Minutes.Kind.ANNOUNCEMENT: "Công bố dự thảo kết luận kiểm tra tại {unit}",
}
ROOM = "……"


def paper(minutes, *, as_of, reader):
    inspection, day = minutes.inspection, minutes.held_on
    issuer = bodies.of_delegation(inspection.delegation, day)
    unit = inspection.unit_version.authority
    return Paper(
        kind="minutes",
        code=inspection.code,
        type_name="BIÊN BẢN",
        subject=SUBJECT[minutes.kind].format(unit=unit),
        symbol=issuer.symbol("BB"),
        year=day.year,
        issued_on=day,
        dated_head=False,
        data_as_of=as_of,
        blocks=(
            *_bases(inspection),
            *_opening(minutes, unit),
            *phrases.parts(
                ("Thành phần tham dự", _attendees(minutes)),
                ("Nơi kiểm tra, làm việc", _places(minutes)),
                ("Nội dung làm việc", phrases.paragraphs(phrases.lines(minutes.content))),
                ("Nội dung làm rõ và ý kiến của đơn vị", _asked(minutes)),
            ),
            *_closing(minutes),
        ),
        signatures=_signatures(inspection, unit),
        recipients=(unit, inspection.delegation.name, "Lưu: Hồ sơ kiểm tra"),
        **issuer.values,
    )


def _bases(inspection):
    decision = inspection.delegation.decision
    return phrases.bases(
        phrases.cited(inspection.plan),
        f"Quyết định số {decision} về việc thành lập Đoàn kiểm tra" if decision else "",
    )


def _opening(minutes, unit):
    day = phrases.long_day(minutes.held_on)
    said = (
        f"Hôm nay, hồi {ROOM} giờ {ROOM}, ngày {day}, tại {minutes.place}, "
        f"{minutes.inspection.delegation.name} tiến hành làm việc với {unit}."
    )
    return (Paragraph(said),)


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


def _closing(minutes):
    day = phrases.long_day(minutes.held_on)
    return (
        Paragraph(f"Buổi làm việc kết thúc hồi {ROOM} giờ {ROOM}, ngày {day}."),
        phrases.ended(wording.MADE_ALIKE),
    )


def _signatures(inspection, unit):
    """The unit at the left, the head of the delegation at the right; names are signed on paper."""
    head = inspection.delegation.head
    name = head.person.full_name if head else ""
    return (
        Signature(("ĐẠI DIỆN", unit)),
        Signature(("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN"), name=name),
    )

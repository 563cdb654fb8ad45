"""The notice of the schedule to the unit (THÔNG BÁO), with the outline of its report as an annex.

Domain §5c. A notice that was issued says what it said on that day; before there is one, the paper
is a draft of what the schedule holds.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from findings.wording import what_is_inspected
from inspections.models import Notice, SelfReport, Visit
from reform_portal.common.dates import vn_short_date
from reports.paper_templates import choosing
from reports.paper_templates.proposing import notice_values
from reports.papers.content import Annex, Column, Heading, Items, Paper, Paragraph, Signature, Table

from . import bodies, outline, phrases, words
from .said import Said

VISITS = (
    Column("STT", 12, centred=True),
    Column("Ngày", 26, centred=True),
    Column("Buổi", 20, centred=True),
    Column("Nơi kiểm tra, làm việc"),
)
TITLES = {
    Notice.Occasion.FIRST: "Lịch kiểm tra {what} tại {unit}",
    Notice.Occasion.CHANGED: "Điều chỉnh lịch kiểm tra {what} tại {unit}",
    Notice.Occasion.CANCELLED: "Không tiến hành kiểm tra {what} tại {unit}",
}


@dataclass(frozen=True)
class Told:
    """What a notice names: as it was issued, or as it is scheduled now."""

    starts_on: date
    ends_on: date
    report_due_on: date | None
    visits: tuple[tuple[date, str, str], ...]  # day, session, place


def paper(inspection, *, as_of, reader, wording=None):
    """The newest notice that was sent; else the one being drafted, or one from the schedule."""
    return paper_of(inspection, _notice(inspection), as_of, wording)


def paper_of(inspection, notice, as_of, wording=None):
    day = (notice and notice.issued_on) or timezone.localdate(as_of)
    if notice is None:
        day = min(day, inspection.starts_on)
    issuer = bodies.follows_up(inspection.plan, day)
    is_draft = notice is None or notice.is_draft
    agency = bodies.followed_up_by(inspection.plan, day)
    signed = bodies.signed_for_unit(agency, day, signer=notice.signer if notice else None)
    words_of = (notice and notice.issued_on) or timezone.localdate(as_of)
    wording = wording or choosing.of_unit("notice", agency, words_of)
    said = Said(wording, notice_values(inspection, issuer) | {"tham_quyen_ky": signed.capacity})
    told = _told(inspection, notice)
    occasion = notice.occasion if notice else Notice.Occasion.FIRST
    what, unit = what_is_inspected(inspection.plan), inspection.unit_version.authority
    off = occasion == Notice.Occasion.CANCELLED
    return Paper(
        kind="notice",
        code=inspection.code,
        type_name="THÔNG BÁO",
        subject=TITLES[occasion].format(what=what, unit=unit),
        symbol=notice.symbol if notice else issuer.symbol("TB"),
        number=notice.number if notice else None,
        issued_on=notice.issued_on if notice else None,
        year=day.year,
        is_draft=is_draft,
        draft_made_on=timezone.localdate(as_of) if is_draft else None,
        data_as_of=as_of,
        blocks=_called_off(notice, said) if off else _said(inspection, notice, told, said),
        annexes=() if off else _annexes(inspection, words_of),
        signatures=(_signature(notice, signed, said),),
        recipients=said.lines("recipients"),
        template=wording.label,
        **issuer.values,
    )


def _notice(inspection):
    rows = list(Notice.objects.filter(inspection=inspection).order_by("-revision"))
    sent = [row for row in rows if not row.is_draft]
    return next(iter(sent or rows), None)


def _told(inspection, notice):
    if notice and notice.said:
        said = notice.said
        visits = tuple(
            (date.fromisoformat(one["day"]), one["session"], one["place"])
            for one in said.get("visits", ())
        )
        due = said.get("report_due_on")
        return Told(
            date.fromisoformat(said["starts_on"]),
            date.fromisoformat(said["ends_on"]),
            date.fromisoformat(due) if due else None,
            visits,
        )
    report = SelfReport.objects.filter(inspection=inspection).first()
    rows = Visit.objects.filter(inspection=inspection).order_by("day", "pk")
    visits = tuple((row.day, row.session, row.place) for row in rows)
    due = report.due_on if report else None
    return Told(inspection.starts_on, inspection.ends_on, due, visits)


def _said(inspection, notice, told, said):
    changed = phrases.lines(notice.changes) if notice else ()
    return (
        *said.paragraphs("opening"),
        *phrases.numbered(
            ("Nội dung điều chỉnh", phrases.paragraphs(changed)),
            ("Thời gian, địa điểm", _when(told)),
            ("Nội dung và thời kỳ kiểm tra", _what(inspection.plan)),
            ("Thành phần", _who(inspection, notice, said)),
            ("Báo cáo, hồ sơ, tài liệu cần chuẩn bị", _prepare(notice, told, said)),
            ("Đầu mối liên hệ", _contact(notice, said)),
        ),
        *phrases.closed(said.lines("closing")),
    )


def _called_off(notice, said):
    return (
        *phrases.paragraphs(phrases.lines(notice.changes)),
        *phrases.closed(said.lines("called_off")),
    )


def _when(told):
    span = Paragraph(f"Thời gian: {phrases.days(told.starts_on, told.ends_on)}.")
    if not told.visits:
        return (span,)
    sittings = defaultdict(list)
    for day, session, place in told.visits:
        sittings[day, session].append(place)
    rows = tuple(
        (str(number), vn_short_date(day), words.capital(words.SESSION[session]), "\n".join(places))
        for number, ((day, session), places) in enumerate(sittings.items(), start=1)
    )
    return (span, Table(VISITS, rows, "Ngày, buổi và nơi kiểm tra"))


def _what(plan):
    areas = [phrases.inside(area.name) for area in sorted(plan.areas.all(), key=lambda a: a.code)]
    return (
        Paragraph(f"Nội dung: {'; '.join(areas)}."),
        Paragraph(f"Thời kỳ kiểm tra: {phrases.days(plan.period_from, plan.period_to)}."),
    )


def _who(inspection, notice, said):
    seats = bodies.seats_of(inspection.delegation)
    members = tuple(f"{phrases.seated(seat)}: {words.MEMBER[seat.role]}" for seat in seats)
    invited = phrases.lines(notice.participants) if notice else ()
    unit = inspection.unit_version.authority
    return (
        Heading(inspection.delegation.name, 3, "a"),
        Items(members),
        Heading(f"{unit}", 3, "b"),
        Items(invited or said.lines("invited")),
    )


def _prepare(notice, told, said):
    due = ""
    if told.report_due_on:
        due = f", gửi Đoàn kiểm tra trước ngày {vn_short_date(told.report_due_on)}"
    own = phrases.lines(notice.preparation) if notice else said.lines("prepared")
    return (
        Paragraph(f"Báo cáo bằng văn bản theo đề cương kèm theo{due}."),
        Items(tuple(own)),
    )


def _contact(notice, said):
    told = phrases.lines(notice.contact) if notice else ()
    return phrases.paragraphs(told) or said.paragraphs("contact")


def _annexes(inspection, day):
    what, year = what_is_inspected(inspection.plan), inspection.plan.year
    sheet = outline.sheet_for(inspection)
    asked = Said(choosing.of_unit("outline", inspection.unit_id, day), {})
    figures = outline.annexes(sheet, "II")
    subject = f"Đề cương báo cáo kết quả thực hiện {what} năm {year}"
    return (
        Annex(subject, outline.blocks(inspection, sheet, asked), "I" if figures else ""),
        *figures,
    )


def _signature(notice, signed, said):
    """The capacity written on this notice, or that of the template; the name from the record."""
    if notice and notice.capacity:
        name = notice.signer.full_name if notice.signer else signed.name
        return Signature(phrases.lines(notice.capacity), name=name)
    return replace(signed, capacity=said.lines("signature"))

"""The record of what was said on the spot (BIÊN BẢN, Mẫu 1.9 of Decree 30), where a check ends so.

One for each unit, signed by both sides, with what was found, what was concluded at each visit and
what the unit answered. Its words are those of minutes.
"""

from findings.models import Finding
from inspections.models import DelegationMember, SpokenConclusion
from reports.paper_templates import choosing
from reports.papers.content import Items, Paper, Paragraph, Signature

from . import bodies, phrases, words
from .said import Said

DEPUTY = ("KT. TRƯỞNG ĐOÀN", "PHÓ TRƯỞNG ĐOÀN")
MEMBER = ("THÀNH VIÊN",)


def paper(inspection, *, as_of, reader, wording=None):
    spoken = list(_spoken(inspection))
    day = spoken[0].visit.day
    issuer = bodies.of_delegation(inspection.delegation, day)
    unit = inspection.unit_version.authority
    wording = wording or choosing.of_plan("minutes", inspection.plan, day)
    said = Said(wording, _values(inspection, spoken, day))
    return Paper(
        kind="spoken",
        code=inspection.code,
        type_name="BIÊN BẢN",
        subject=f"{_types(inspection)} tại {unit}",
        symbol=issuer.symbol("BB"),
        year=day.year,
        issued_on=day,
        dated_head=False,
        data_as_of=as_of,
        blocks=(
            *said.bases(),
            *said.paragraphs("opening"),
            *phrases.parts(
                ("Thành phần tham dự", _attendees(inspection, spoken, unit)),
                ("Nơi kiểm tra", _places(spoken)),
                ("Kết quả kiểm tra", _found(inspection)),
                ("Kết luận của Đoàn kiểm tra", _each(spoken, "text")),
                (f"Ý kiến của {unit}", _each(spoken, "answer")),
            ),
            *said.paragraphs("ended"),
            *said.closing(),
        ),
        signatures=(
            Signature(said.lines("unit_signature")),
            _signed(inspection, spoken[-1].said_by, said),
        ),
        recipients=said.lines("recipients"),
        template=wording.label,
        **issuer.values,
    )


def _spoken(inspection):
    rows = SpokenConclusion.objects.filter(visit__inspection=inspection)
    rows = rows.select_related("visit__unit_version", "said_by")
    return rows.order_by("visit__day", "visit__stop", "pk")


def _types(inspection):
    """Kiểm tra công vụ"""
    return phrases.begun(", ".join(phrases.inside(one.name) for one in inspection.plan.types.all()))


def _values(inspection, spoken, day):
    """What the fields of its template stand for."""
    return {
        "ke_hoach": phrases.cited(inspection.plan),
        "so_quyet_dinh_doan": inspection.delegation.decision,
        "doan_kiem_tra": inspection.delegation.name,
        "don_vi_duoc_kiem_tra": inspection.unit_version.authority,
        "ngay": phrases.long_day(day),
        "dia_diem": "; ".join(dict.fromkeys(one.visit.place for one in spoken)),
    }


def _attendees(inspection, spoken, unit):
    """The delegation, from its head down, and who spoke for the unit."""
    seats = [
        f"{phrases.seated(seat)}, {words.MEMBER[seat.role]}"
        for seat in bodies.seats_of(inspection.delegation)
    ]
    answered = tuple(dict.fromkeys(one.answered_by for one in spoken if one.answered_by))
    blocks = [Paragraph("Đoàn kiểm tra:"), Items(tuple(seats))] if seats else []
    blocks += [Paragraph(f"{unit}:"), Items(answered)] if answered else []
    return tuple(blocks)


def _places(spoken):
    return (
        Items(
            tuple(
                f"{one.visit.place} ({phrases.session_of(one.visit)} "
                f"{phrases.days(one.visit.day, one.visit.day)})"
                for one in spoken
            )
        ),
    )


def _found(inspection):
    """What was recorded on the spot, as far as the unit reads it too."""
    rows = list(Finding.objects.filter(inspection=inspection).order_by("pk"))
    titled = (
        (title, (Items(tuple(row.text for row in rows if row.kind == kind)),))
        for kind, title in words.KIND.items()
        if any(row.kind == kind for row in rows)
    )
    return phrases.numbered(*titled)


def _each(spoken, field):
    """What was said at each visit; where there is but one, its place stands above already."""
    blocks = []
    for one in spoken:
        said = phrases.paragraphs(phrases.lines(getattr(one, field)))
        if said and len(spoken) > 1:
            blocks.append(Paragraph("", lead=f"Tại {one.visit.place}:"))
        blocks += said
    return tuple(blocks)


def _signed(inspection, speaker, said):
    """By who concluded: the head, or in the head's place whoever spoke."""
    role = inspection.delegation.role_of(speaker.pk)
    head, *rest = said.lines("signature")
    if role == DelegationMember.Role.HEAD or role is None:
        capacity = (head, *rest)
    else:
        capacity = (head, *(DEPUTY if role == DelegationMember.Role.DEPUTY_HEAD else MEMBER))
    return Signature(capacity, name=speaker.full_name)

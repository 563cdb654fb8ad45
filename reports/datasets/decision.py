"""The decision that establishes a delegation (QUYẾT ĐỊNH, domain §5b; layout of Mẫu 1.2)."""

import re
from dataclasses import replace

from inspections.models import Inspection
from inspections.querysets.scope import EMBARGOED
from reports.paper_templates import choosing
from reports.papers.content import Items, Paper, Paragraph

from . import bodies, phrases, words
from .said import Said

ROOM = "……"
NUMBERED = re.compile(r"^\D*(\d+)/(\S+)$")


def paper(delegation, *, as_of, reader, wording=None):
    plan = delegation.plan
    day = delegation.decision_on or delegation.formed_on
    issuer, head = bodies.of_plan(plan, day), bodies.head_of(plan, day)
    number, symbol = number_of(delegation, issuer)
    inspections = _inspections(delegation)
    wording = wording or choosing.of_plan("decision", plan, day)
    signed = bodies.signed_for_plan(plan, day, in_person=True)
    said = Said(
        wording, _values(delegation, issuer, inspections, day) | {"tham_quyen_ky": signed.capacity}
    )
    return Paper(
        kind="decision",
        code=delegation.decision or plan.reference,
        type_name="QUYẾT ĐỊNH",
        subject=f"Về việc thành lập {delegation.name}",
        authority=head.upper(),
        symbol=symbol,
        year=day.year,
        number=number,
        issued_on=delegation.decision_on,
        data_as_of=as_of,
        blocks=(
            *said.bases(),
            Paragraph("QUYẾT ĐỊNH:", centred=True),
            *_who(delegation),
            *_duties(said.lines("duties")),
            *_led("Điều 3.", said.paragraphs("units_duty")),
            *_visited(inspections),
            *_led("Điều 4.", said.closing()),
        ),
        signatures=(replace(signed, capacity=said.lines("signature")),),
        recipients=tuple(dict.fromkeys(said.lines("recipients"))),
        template=wording.label,
        **issuer.values,
    )


def number_of(delegation, issuer):
    """(12, "QĐ-BCĐCCHC") of the decision as it is recorded; room for a number without one."""
    found = NUMBERED.match(delegation.decision.strip())
    return (int(found[1]), found[2]) if found else (None, issuer.symbol("QĐ"))


def _inspections(delegation):
    """What the delegation is sent to; a unit to be surprised is not named."""
    rows = Inspection.objects.filter(delegation=delegation).exclude(EMBARGOED)
    rows = rows.exclude(status=Inspection.Status.CANCELLED).select_related("unit_version")
    return list(rows.order_by("starts_on", "pk"))


def _values(delegation, issuer, inspections, day):
    """What the fields of its template stand for."""
    plan = delegation.plan
    committee = plan.committee if plan.committee and plan.committee.decision else None
    agency = bodies.version_on(bodies.followed_up_by(plan, day), day)
    heads = [bodies.addressed(version) for version in (agency, *_versions(inspections))]
    return {
        "don_vi_ban_hanh": issuer.name,
        "ban_chi_dao": committee.name if committee else "",
        "quyet_dinh_ban_chi_dao": committee.decision if committee else "",
        "co_quan_thuong_truc": bodies.follows_up(plan, day).name,
        "ke_hoach": phrases.cited(plan),
        "so_ky_hieu_ke_hoach": plan.reference or f"{ROOM}/{plan.symbol}",
        "doan_kiem_tra": delegation.name,
        "nguoi_de_nghi": heads[0],
        "nguoi_thi_hanh": tuple(dict.fromkeys(heads)),
        "cac_don_vi_duoc_kiem_tra": tuple(one.authority for one in _versions(inspections)),
    }


def _versions(inspections):
    return [one.unit_version for one in inspections]


def _who(delegation):
    seats = bodies.seats_of(delegation)
    said = f"Thành lập {delegation.name} (sau đây gọi là Đoàn kiểm tra) gồm các đồng chí sau đây:"
    return (
        Paragraph(said, lead="Điều 1."),
        Items(tuple([_seat(seat) for seat in seats])),
    )


def _seat(seat):
    areas = ", ".join(phrases.inside(area.name) for area in seat.areas.all())
    charge = f", phụ trách {areas}" if areas else ""
    return f"{phrases.seated(seat)}: {words.MEMBER[seat.role]}{charge}"


def _duties(duties):
    return (
        Paragraph("Nhiệm vụ, quyền hạn của Đoàn kiểm tra", lead="Điều 2."),
        *(Paragraph(f"{mark}. {duty}") for mark, duty in enumerate(duties, start=1)),
    )


def _led(lead, paragraphs):
    """The first of them opens the article."""
    first, *others = paragraphs or (Paragraph(""),)
    return (replace(first, lead=lead), *others)


def _visited(inspections):
    visited = [
        f"{one.unit_version.authority}: {phrases.days(one.starts_on, one.ends_on)}"
        for one in inspections
    ]
    return (Paragraph("Đoàn kiểm tra làm việc tại:"), Items(tuple(visited))) if visited else ()

"""The decision that establishes a delegation (QUYẾT ĐỊNH, domain §5b; layout of Mẫu 1.2)."""

import re

from inspections.models import Inspection
from inspections.querysets.scope import EMBARGOED
from reports.papers import wording
from reports.papers.content import Items, Paper, Paragraph

from . import bodies, phrases, words

NUMBERED = re.compile(r"^\D*(\d+)/(\S+)$")


def paper(delegation, *, as_of, reader):
    plan = delegation.plan
    day = delegation.decision_on or delegation.formed_on
    issuer, head = bodies.of_plan(plan, day), bodies.head_of(plan, day)
    number, symbol = number_of(delegation, issuer)
    inspections = _inspections(delegation)
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
            *_bases(plan, day),
            Paragraph("QUYẾT ĐỊNH:", centred=True),
            *_who(delegation),
            *_duties(plan),
            *_units(plan, inspections),
            *_force(plan, inspections, day),
        ),
        signatures=(bodies.signed_for_plan(plan, day, in_person=True),),
        recipients=_recipients(plan, inspections, issuer, day),
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


def _bases(plan, day):
    committee = plan.committee
    founded = committee and committee.decision
    agency = bodies.followed_up_by(plan, day)
    asked_by = bodies.addressed(bodies.version_on(agency, day))
    return phrases.bases(
        f"{committee.decision} về việc thành lập {committee.name}" if founded else "",
        phrases.cited(plan),
        f"Theo đề nghị của {asked_by}",
    )


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


def _duties(plan):
    asked = f"Kiểm tra các nội dung nêu tại Kế hoạch số {plan.reference}" if plan.reference else ""
    first, *others = wording.DUTIES
    duties = (f"{asked}. {first}" if asked else first, *others)
    return (
        Paragraph("Nhiệm vụ, quyền hạn của Đoàn kiểm tra", lead="Điều 2."),
        *(Paragraph(f"{mark}. {duty}") for mark, duty in enumerate(duties, start=1)),
    )


def _units(plan, inspections):
    said = (
        "Cơ quan, đơn vị được kiểm tra chuẩn bị báo cáo, hồ sơ, tài liệu, bố trí thành phần làm "
        "việc và thực hiện yêu cầu, kiến nghị của Đoàn kiểm tra. Kinh phí hoạt động của Đoàn kiểm "
        "tra thực hiện theo quy định hiện hành."
    )
    visited = [
        f"{one.unit_version.authority}: {phrases.days(one.starts_on, one.ends_on)}"
        for one in inspections
    ]
    listed = (Paragraph("Đoàn kiểm tra làm việc tại:"), Items(tuple(visited))) if visited else ()
    return (Paragraph(said, lead="Điều 3."), *listed)


def _force(plan, inspections, day):
    agency = bodies.addressed(bodies.version_on(bodies.followed_up_by(plan, day), day))
    heads = dict.fromkeys([agency, *(bodies.addressed(one.unit_version) for one in inspections)])
    said = (
        "Quyết định này có hiệu lực kể từ ngày ký. Các đồng chí có tên tại Điều 1, "
        f"{', '.join(heads)} và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết "
        "định này"
    )
    ended = phrases.ended(said)
    return (Paragraph(ended.text, lead="Điều 4."),)


def _recipients(plan, inspections, issuer, day):
    units = [one.unit_version.authority for one in inspections]
    agency = bodies.follows_up(plan, day).name
    named = dict.fromkeys(("Như Điều 4", f"{issuer.name} (để báo cáo)", agency, *units))
    return (*named, "Lưu: VT, CCHC")

"""A plan as a paper (KẾ HOẠCH), with its schedule as an annex (domain §5a); or what amends one."""

from collections import defaultdict
from dataclasses import replace

from django.utils import timezone

from findings.wording import what_is_inspected
from inspections.models import Inspection, PlanUnit, Visit
from reform_portal.common.dates import vn_short_date
from reports.paper_templates import choosing
from reports.papers.content import Annex, Column, Items, Paper, Paragraph, Table
from reports.papers.looked_at import LOOKED_AT
from reports.papers.vietnamese import without_stop

from . import amending_plan, bodies, phrases, words
from .said import Said

SCHEDULE = (
    Column("STT", 12, centred=True),
    Column("Đơn vị", 52),
    Column("Thời gian", 30, centred=True),
    Column("Buổi", 20, centred=True),
    Column("Nơi kiểm tra"),
    Column("Trưởng đoàn", 48),
)
NOT_FIXED = "Thông báo sau"


def paper(plan, *, as_of, reader, wording=None):
    """The plan as it stands: a draft until it is approved."""
    day = phrases.day_of(plan)
    issuer = bodies.of_plan(plan, day)
    kind = "amending_plan" if plan.is_amendment else "plan"
    words_of = plan.issued_on or timezone.localdate(as_of)
    wording = wording or choosing.of_plan(kind, plan, words_of)
    named = _units(plan)
    signed = bodies.signed_for_plan(plan, day, signer=plan.signer)
    if plan.capacity:
        signed = replace(signed, capacity=phrases.lines(plan.capacity))
    said = Said(wording, _values(plan, issuer, named, day) | {"tham_quyen_ky": signed.capacity})
    rows = _schedule(plan, named)
    is_draft = plan.status not in (plan.Status.APPROVED, plan.Status.ENACTED)
    if plan.is_amendment:
        blocks = amending_plan.blocks(plan, said)
    else:
        blocks = _blocks(plan, issuer, named, rows, said)
    return Paper(
        kind="plan",
        code=plan.reference,
        type_name="KẾ HOẠCH",
        subject=amending_plan.subject(plan) if plan.is_amendment else plan.title,
        symbol=plan.symbol,
        year=plan.year,
        number=plan.number,
        issued_on=plan.issued_on,
        is_draft=is_draft,
        draft_made_on=timezone.localdate(as_of) if is_draft else None,
        data_as_of=as_of,
        blocks=blocks,
        annexes=() if plan.is_amendment else _annexes(plan, rows),
        signatures=(replace(signed, capacity=said.lines("signature")),),
        recipients=said.lines("recipients"),
        template=wording.label,
        **issuer.values,
    )


def _blocks(plan, issuer, named, rows, said):
    """The text of a plan that amends none."""
    return (
        *said.bases(),
        *said.paragraphs("opening"),
        *phrases.parts(
            _purpose(plan, said.lines("requirements")),
            ("Nội dung kiểm tra", _areas(plan)),
            ("Đối tượng, thời kỳ, thời gian kiểm tra", _objects(plan, named, rows)),
            ("Thành phần Đoàn kiểm tra", _people(_teams(plan), issuer)),
            ("Kinh phí thực hiện", said.paragraphs("budget")),
            ("Tổ chức thực hiện", _organisation(said)),
        ),
    )


def _values(plan, issuer, named, day):
    """What the fields of its template stand for."""
    committee = plan.committee
    rest = list(dict.fromkeys(area.basis for area in plan.areas.all() if area.basis))
    values = {
        "don_vi_ban_hanh": issuer.name,
        "ban_chi_dao": committee.name if committee else "",
        "quyet_dinh_ban_chi_dao": committee.decision if committee else "",
        "co_quan_thuong_truc": bodies.follows_up(plan, day).name,
        "trich_yeu": phrases.inside(plan.title),
        "nam": str(plan.year),
        "noi_dung_kiem_tra": what_is_inspected(plan),
        "can_cu_linh_vuc": tuple(
            f"{basis} của Chính phủ".replace("Nghị quyết ", "Nghị quyết số ") for basis in rest
        ),
        "cac_don_vi_duoc_kiem_tra": _gathered([row.unit_version.authority for row in named]),
    }
    if plan.is_amendment:
        values["ke_hoach_duoc_sua"] = phrases.cited(plan.amends)
        values["so_ky_hieu_ke_hoach_duoc_sua"] = plan.amends.reference
    return values


def _units(plan):
    """Those whose inspection is no secret: units to be surprised are never named."""
    rows = plan.plan_units.exclude(form=PlanUnit.Form.UNANNOUNCED)
    return list(rows.select_related("unit_version").order_by("day", "month", "pk"))


def _teams(plan):
    """The delegations of the plan with their heads."""
    return list(plan.delegations.prefetch_related("members__person").order_by("formed_on", "pk"))


def _purpose(plan, requirements):
    """(heading, blocks): the plan's own words; requirements are added where it states none.

    The heading names what is there: a plan that states no purpose has requirements only.
    """
    own = phrases.paragraphs(phrases.lines(plan.purpose))
    asked = phrases.paragraphs(requirements)
    if any("yêu cầu" in block.text.casefold() for block in own):
        return "Mục đích, yêu cầu", own
    if own and asked:
        return "Mục đích, yêu cầu", phrases.numbered(("Mục đích", own), ("Yêu cầu", asked))
    return ("Mục đích", own) if own else ("Yêu cầu", asked)


def _areas(plan):
    """Each reform area under its number, with what is looked at."""
    return phrases.numbered(
        *(
            (area.name, (Paragraph(f"{LOOKED_AT.get(area.code, area.name)}."),))
            for area in sorted(plan.areas.all(), key=lambda area: area.code)
        )
    )


def _objects(plan, named, rows):
    period = phrases.days(plan.period_from, plan.period_to)
    return phrases.numbered(
        ("Đối tượng kiểm tra", _listed(named)),
        ("Thời kỳ kiểm tra", (Paragraph(f"{phrases.begun(period)}."),)),
        ("Thời gian kiểm tra", _when(plan, rows)),
    )


def _listed(named):
    """The units under the form in which they are inspected."""
    by_form = defaultdict(list)
    for row in named:
        by_form[row.form].append(row.unit_version.authority)
    return tuple(
        block
        for form, units in by_form.items()
        for block in (
            Paragraph(f"{words.FORM[form]} {len(units):02d} cơ quan, đơn vị:"),
            Items(tuple(units)),
        )
    )


def _when(plan, rows):
    if rows:
        return (Paragraph("Theo Lịch kiểm tra kèm theo Kế hoạch này."),)
    return (Paragraph(f"Trong năm {plan.year}; thời gian cụ thể được thông báo trước cho đơn vị."),)


def _people(teams, issuer):
    if not teams:
        return (Paragraph(f"Thành phần Đoàn kiểm tra do {issuer.name} quyết định thành lập."),)
    opening = f"{issuer.name} thành lập {len(teams):02d} Đoàn kiểm tra:"
    return (Paragraph(opening), Items(tuple([_team(team) for team in teams])))


def _team(team):
    head = team.head
    return (
        f"{team.name}: {phrases.inside(phrases.seated(head))} làm Trưởng đoàn"
        if head
        else team.name
    )


def _organisation(said):
    """The three sides, and the sentence that ends the plan."""
    sides = (
        ("Cơ quan, đơn vị được kiểm tra", "units_duty"),
        ("Trưởng đoàn và thành viên Đoàn kiểm tra", "delegation_duty"),
        (said.values["co_quan_thuong_truc"], "agency_duty"),
    )
    parts = [(title, said.paragraphs(slot)) for title, slot in sides]
    return (*phrases.numbered(*parts), *said.closing())


def _annexes(plan, rows):
    if not rows:
        return ()
    table = Table(SCHEDULE, rows, "Lịch kiểm tra: đơn vị, thời gian, nơi kiểm tra, Trưởng đoàn")
    subject = f"Lịch {phrases.inside(plan.title)}"
    return (Annex(subject, (table,), landscape=True),)


def _schedule(plan, named):
    """A row a day and session of a unit; of a unit not scheduled yet what the plan foresees."""
    live = _inspections(plan)
    visits = _visits(live.values())
    rows = []
    for unit in named:
        inspection = live.get(unit.unit_id)
        rows += _sittings(inspection, visits) if inspection else [_foreseen(unit)]
    numbered = enumerate(sorted(rows, key=lambda row: row[0]), start=1)
    return tuple((str(number), *cells) for number, (_when, cells) in numbered)


def _inspections(plan):
    rows = Inspection.objects.filter(plan=plan).exclude(status=Inspection.Status.CANCELLED)
    rows = rows.exclude(form=PlanUnit.Form.UNANNOUNCED)
    rows = rows.select_related("unit_version").with_delegation_seats()
    return {row.unit_id: row for row in rows}


def _visits(inspections):
    """{inspection: {(day, session): places}} in the order of the day."""
    found = defaultdict(lambda: defaultdict(list))
    rows = Visit.objects.filter(inspection__in=[one.pk for one in inspections])
    for visit in rows.order_by("day", "pk"):
        found[visit.inspection_id][visit.day, visit.session].append(visit.place)
    return found


def _sittings(inspection, visits):
    head = inspection.delegation.head
    led = f"{head.person.full_name}, {head.post_title}" if head else ""
    unit = inspection.unit_version.authority
    days = visits[inspection.pk]
    if not days:
        cells = (unit, _span(inspection), "", unit, led)
        return [(_order(inspection.starts_on, ""), cells)]
    return [
        (
            _order(day, session),
            (unit, vn_short_date(day), words.capital(words.SESSION[session]), _places(at), led),
        )
        for (day, session), at in days.items()
    ]


def _order(day, session):
    """By day, mornings first."""
    return (day.isoformat(), list(words.SESSION).index(session) if session else -1)


def _places(places):
    return ";\n".join(dict.fromkeys(without_stop(place) for place in places))


def _span(inspection):
    return phrases.begun(
        phrases.days(inspection.starts_on, inspection.ends_on).removeprefix("ngày ")
    )


def _foreseen(unit):
    """The month or the day the plan names, at the end of its time."""
    when = f"Tháng {unit.month}" if unit.month else NOT_FIXED
    when = vn_short_date(unit.day) if unit.day else when
    order = f"{unit.plan.year}-{unit.month:02d}-99" if unit.month else f"{unit.plan.year}-99"
    order = unit.day.isoformat() if unit.day else order
    place = "" if unit.form == PlanUnit.Form.BY_REPORT else unit.unit_version.authority
    return ((order, -1), (unit.unit_version.authority, when, "", place, ""))


def _gathered(units, most=8):
    """Each unit, or the annex of a plan that names many."""
    return tuple(units) if len(units) <= most else ("Các cơ quan, đơn vị được kiểm tra",)

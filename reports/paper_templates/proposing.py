"""What a template proposes for records in which people write themselves: a conclusion, a notice.

Whoever writes the record may say otherwise, and what is written there stands.
"""

from findings import wording as usual
from inspections import schedule
from reform_portal.common.dates import vn_short_date
from reports.datasets import bodies, phrases

from . import choosing
from .records import PaperTemplate

# Field of the conclusion: slot of the template.
PROPOSED = {
    "bases": "bases",
    "opening": "opening",
    "implementation": "implementation",
    "recipients": "recipients",
    "capacity": "signature",
}


def for_new_conclusion(inspection, day):
    """The words of the issuer that chose some; nothing where the usual ones count."""
    if not _somebody_chose("conclusion", inspection, day):
        return {}
    wording = choosing.of_plan("conclusion", inspection.plan, day)
    return proposed(wording, inspection, day) if wording.template else {}


def proposed(wording, inspection, day):
    """{field: text} with the values of this inspection."""
    values = values_of(inspection, day)
    return {name: "\n".join(wording.lines(slot, values)) for name, slot in PROPOSED.items()}


def for_new_notice(inspection, day):
    """Who attends and what is prepared, where the agency or who stands above it chose words."""
    if not _somebody_chose("notice", inspection, day):
        return {}
    agency = bodies.followed_up_by(inspection.plan, day)
    wording = choosing.of_unit("notice", agency, day)
    if not wording.template:
        return {}
    values = notice_values(inspection, bodies.follows_up(inspection.plan, day))
    slots = {"participants": "invited", "preparation": "prepared"}
    return {name: "\n".join(wording.lines(slot, values)) for name, slot in slots.items()}


def _somebody_chose(kind, inspection, day):
    """One question, asked first: few provinces have words of their own for every paper."""
    begun = PaperTemplate.objects.begun(day)
    return begun.filter(kind=kind, province=inspection.province_id).exists()


def notice_values(inspection, issuer):
    """What the fields of a notice stand for."""
    return {
        "don_vi_ban_hanh": issuer.name,
        "ke_hoach": phrases.cited(inspection.plan),
        "doan_kiem_tra": inspection.delegation.name,
        "don_vi_duoc_kiem_tra": inspection.unit_version.authority,
    }


def values_of(inspection, day):
    """What the fields of a conclusion stand for."""
    plan = inspection.plan
    due_on = schedule.deadline("remediation_report", day, plan=plan)
    return {
        "ke_hoach": usual.cited_plan(inspection),
        "so_quyet_dinh_doan": usual.cited_decision(inspection.delegation),
        "co_quan_ban_hanh_ke_hoach": usual.issuer(plan, day),
        "doan_va_truong_doan": usual.led(inspection, inspection.delegation.head),
        "noi_dung_kiem_tra": usual.what_is_inspected(plan),
        "nam": str(plan.year),
        "thoi_gian": usual.days_of(inspection),
        "don_vi_duoc_kiem_tra": inspection.unit_version.authority,
        "don_vi_thuc_hien": usual.units_told(inspection),
        "co_so_ket_luan": usual.considered(inspection),
        "noi_bao_cao": usual.reported_to(plan, day),
        "han_bao_cao": vn_short_date(due_on) if due_on else "",
    }

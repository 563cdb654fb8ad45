"""When a conclusion cannot be issued yet: a sentence, or None."""

from django.utils.translation import gettext as _

from inspections.models import DelegationMember
from reform_portal.common.dates import vn_date
from reform_portal.common.text import fold

from ..counts import recommendations_of

# Last line but the name, as folded, and the seat it needs (Decree 30/2020/NĐ-CP, Art. 13).
LED_AS = {
    "kt. truong doan": DelegationMember.Role.DEPUTY_HEAD,
    "truong doan": DelegationMember.Role.HEAD,
}


def conclusion_can_be_issued(inspection):
    """Number, date, signer and capacity: what makes the draft a paper (Decree 30/2020, Art. 8)."""
    paper = getattr(inspection, "conclusion", None)
    if paper is None:
        return _("The conclusion of %(inspection)s is not written. Write it first.") % {
            "inspection": inspection
        }
    missing = [
        str(paper._meta.get_field(name).verbose_name)
        for name in ("number", "issued_on", "signer", "capacity")
        if not getattr(paper, name)
    ]
    if missing:
        return _(
            "The conclusion cannot be issued yet; it lacks: %(fields)s. Fill in and try again."
        ) % {"fields": ", ".join(missing)}


def conclusion_is_dated_after_the_visits(inspection):
    """A conclusion is not older than what it concludes."""
    paper = getattr(inspection, "conclusion", None)
    if paper and paper.issued_on and paper.issued_on < inspection.starts_on:
        return _(
            "The conclusion is dated %(issued)s, before the inspection began on %(began)s. "
            "Correct the date."
        ) % {
            "issued": vn_date(paper.issued_on),
            "began": vn_date(inspection.starts_on),
        }


def conclusion_is_not_dated_ahead(inspection, day):
    """A paper bears the day it is issued, or an earlier one; nobody signs for a day to come."""
    paper = getattr(inspection, "conclusion", None)
    if paper and paper.issued_on and paper.issued_on > day:
        return _(
            "The conclusion is dated %(issued)s, and that day has not come yet. Correct the date, "
            "or issue the conclusion on that day."
        ) % {"issued": vn_date(paper.issued_on)}


def signer_fits_the_capacity(inspection):
    """Who signs as the head of the delegation leads it; a deputy signs for the head (KT.)."""
    paper = getattr(inspection, "conclusion", None)
    if paper is None or paper.signer is None:
        return None
    lines = {fold(line) for line in paper.capacity.splitlines()}
    asked = next((role for line, role in LED_AS.items() if line in lines), None)
    if asked and inspection.delegation.role_of(paper.signer_id) != asked:
        return _(
            "%(signer)s is not the %(role)s and cannot sign in this capacity: %(capacity)s. "
            "Choose another signer, or correct the capacity."
        ) % {
            "signer": paper.signer,
            "role": asked.label,
            "capacity": ", ".join(paper.capacity.splitlines()),
        }


def addressees_receive_the_paper(inspection):
    """Whoever is ordered something gets the paper (Decree 30/2020/NĐ-CP, Annex I: Nơi nhận)."""
    paper = getattr(inspection, "conclusion", None)
    if paper is None:
        return None
    receiving = _short(paper.recipients)
    rows = [row for point in recommendations_of(inspection) for row in point.remediations.all()]
    ordered = dict.fromkeys(row.unit_version.authority for row in rows)
    if missing := [name for name in ordered if _short(name) not in receiving]:
        return _(
            "The recipients of the conclusion lack those who must act: %(units)s. "
            "Add them to the recipients and try again."
        ) % {"units": ", ".join(missing)}


def deadlines_follow_the_paper(inspection):
    """Nobody is asked to have acted before the conclusion is issued."""
    paper = getattr(inspection, "conclusion", None)
    if paper is None or paper.issued_on is None:
        return None
    early = [
        str(row.number)
        for row in recommendations_of(inspection)
        if row.due_on and row.due_on < paper.issued_on
    ]
    if early:
        return _(
            "These recommendations fall due before the conclusion is issued on %(day)s: "
            "%(numbers)s. Correct their deadlines."
        ) % {"day": vn_date(paper.issued_on), "numbers": ", ".join(early)}


def _short(text):
    return fold(text).replace("uy ban nhan dan", "ubnd")


def number_is_taken(values):
    """The sentence for a number that another conclusion has."""
    return _(
        "Number %(number)s with the symbol %(symbol)s is taken in the register of that year. "
        "Take the next free number."
    ) % {"number": values.get("number"), "symbol": values.get("symbol")}

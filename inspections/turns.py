"""Whose turn it is: one sentence for every state of a plan and an inspection, for its page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reform_portal.common.dates import vn_date

from .models import Inspection, Plan

P = Plan.Status
S = Inspection.Status
# Where it ends with what was said on the spot.
SPOKEN = {
    S.ON_SITE: gettext_lazy(
        "The delegation writes down what it said at each visit, and its head ends the check."
    ),
    S.CONCLUDED: gettext_lazy("Home Affairs or the head closes the check."),
}


def plan_turn(plan):
    """Who must act next on a plan."""
    if plan.is_amendment and plan.status == P.CANCELLED:
        return _("The plan stays as it is; Home Affairs may restore the amendment.")
    return {
        P.DRAFT: _("Home Affairs completes the plan and submits it."),
        P.SUBMITTED: _("The head of the committee approves the plan or returns it."),
        P.RETURNED: _("Home Affairs mends the plan and submits it again."),
        P.APPROVED: _("Home Affairs forms delegations and schedules the units."),
        P.ENACTED: _("It is in force; the plan it amends says what is to be done."),
        P.CANCELLED: _("Nothing happens under a cancelled plan; Home Affairs may restore it."),
    }[plan.status]


def inspection_turn(inspection):
    """Who must act next on an inspection, and until when."""
    if inspection.is_spoken and inspection.status in SPOKEN:
        return str(SPOKEN[inspection.status])
    due = inspection.explanation_due_on
    explain = (
        _("The inspected unit explains the draft, by %(day)s.") % {"day": vn_date(due)}
        if due
        else _("The inspected unit explains the draft.")
    )
    return {
        S.PLANNED: _("The delegation begins on %(day)s.") % {"day": vn_date(inspection.starts_on)},
        S.ON_SITE: _("The delegation records visits and findings."),
        S.DRAFTING: _("The delegation writes the draft, and its head announces it to the unit."),
        S.ANNOUNCED: explain,
        S.EXPLAINED: _("The head decides on the explanations and issues the conclusion."),
        S.CONCLUDED: _("The units carry out the recommendations; Home Affairs verifies."),
        S.CLOSED: _("Everything is done; nobody has to act."),
        S.CANCELLED: _("The inspection does not take place; Home Affairs may restore it."),
    }[inspection.status]

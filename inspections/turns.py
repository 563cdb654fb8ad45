"""Whose turn it is: one sentence for every state of a plan and an inspection, for its page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reform_portal.common.dates import vn_date

from .models import Inspection, Plan

P = Plan.Status
S = Inspection.Status
PLAN = {
    P.DRAFT: gettext_lazy("Home Affairs completes the plan and submits it."),
    P.SUBMITTED: gettext_lazy("The head of the committee approves the plan or returns it."),
    P.RETURNED: gettext_lazy("Home Affairs mends the plan and submits it again."),
    P.APPROVED: gettext_lazy("Home Affairs forms delegations and schedules the units."),
    P.ENACTED: gettext_lazy("It is in force; the plan it amends says what is to be done."),
    P.CANCELLED: gettext_lazy(
        "Nothing happens under a cancelled plan; Home Affairs may restore it."
    ),
}
INSPECTION = {
    S.PLANNED: gettext_lazy("The delegation begins on %(day)s."),
    S.ON_SITE: gettext_lazy("The delegation records visits and findings."),
    S.DRAFTING: gettext_lazy(
        "The delegation writes the draft, and its head announces it to the unit."
    ),
    S.ANNOUNCED: gettext_lazy("The inspected unit explains the draft."),
    S.EXPLAINED: gettext_lazy("The head decides on the explanations and issues the conclusion."),
    S.CONCLUDED: gettext_lazy("The units carry out the recommendations; Home Affairs verifies."),
    S.CLOSED: gettext_lazy("Everything is done; nobody has to act."),
    S.CANCELLED: gettext_lazy("The inspection does not take place; Home Affairs may restore it."),
}
# Where it ends with what was said on the spot.
SPOKEN = INSPECTION | {
    S.ON_SITE: gettext_lazy(
        "The delegation writes down what it said at each visit, and its head ends the check."
    ),
    S.CONCLUDED: gettext_lazy("Home Affairs or the head closes the check."),
}


def plan_turn(plan):
    """Who must act next on a plan."""
    if plan.is_amendment and plan.status == P.CANCELLED:
        return _("The plan stays as it is; Home Affairs may restore the amendment.")
    return str(PLAN[plan.status])


def inspection_turn(inspection):
    """Who must act next on an inspection, and until when."""
    due = inspection.explanation_due_on
    if inspection.status == S.ANNOUNCED and due:
        return _("The inspected unit explains the draft, by %(day)s.") % {"day": vn_date(due)}
    turns = SPOKEN if inspection.is_spoken else INSPECTION
    return str(turns[inspection.status]) % {"day": vn_date(inspection.starts_on)}

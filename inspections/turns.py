"""Whose turn it is: one sentence for every state of a plan and an inspection, for its page."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date

from .models import Inspection, Plan

P = Plan.Status
S = Inspection.Status


def plan_turn(plan):
    """Who must act next on a plan."""
    return {
        P.DRAFT: _("Home Affairs completes the plan and submits it."),
        P.SUBMITTED: _("The head of the committee approves the plan or returns it."),
        P.RETURNED: _("Home Affairs mends the plan and submits it again."),
        P.APPROVED: _("Home Affairs forms delegations and schedules the units."),
        P.CANCELLED: _("Nothing happens under a cancelled plan; Home Affairs may restore it."),
    }[plan.status]


def inspection_turn(inspection):
    """Who must act next on an inspection, and until when."""
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

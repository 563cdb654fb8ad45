"""The way of a plan from draft to approval, and of an inspection from schedule to close.

Every state can be left again with a reason; nothing dead-ends. Rules of findings are hung on
the inspection by findings/hooks.py. The tables draw the buttons, docs/workflows.md and a test.
"""

from django.utils.translation import gettext_lazy as _

from reform_portal.common.workflow import Refused, Step, Workflow

from . import numbering, permissions, reach, rules, schedule
from .models import Course, Inspection, Plan

P = Plan.Status
S = Inspection.Status
WRITTEN, SPOKEN = (Course.WRITTEN,), (Course.SPOKEN,)

plan = Workflow(
    "plan",
    Step("submit", _("Submit for approval"), (P.DRAFT, P.RETURNED), P.SUBMITTED, permissions.plans),
    Step("approve", _("Approve"), (P.SUBMITTED,), P.APPROVED, permissions.approves),
    Step("return", _("Return"), (P.SUBMITTED,), P.RETURNED, permissions.approves, needs_note=True),
    Step("withdraw", _("Withdraw"), (P.SUBMITTED,), P.DRAFT, permissions.plans, needs_note=True),
    Step("reopen", _("Reopen"), (P.APPROVED,), P.RETURNED, permissions.approves, needs_note=True),
    Step(
        "cancel",
        _("Cancel the plan"),
        (P.DRAFT, P.RETURNED, P.APPROVED),
        P.CANCELLED,
        permissions.plans,
        needs_note=True,
    ),
    Step("restore", _("Restore"), (P.CANCELLED,), P.DRAFT, permissions.plans, needs_note=True),
)
plan.guard("submit", "approve")(rules.plan_names_units)
plan.guard("submit", "approve")(rules.plan_says_what_is_inspected)
plan.guard("submit", "approve")(rules.plan_has_number_and_date)
plan.guard("submit", "approve")(rules.plan_units_are_in_force)
plan.guard("submit", "approve")(reach.plan_units_lie_below_the_issuer)
plan.guard("reopen", "cancel")(rules.plan_has_no_live_inspection)
plan.after("approve")(numbering.issue_plan)
plan.after("cancel")(numbering.withdraw_plan)
plan.after("restore")(numbering.restore_plan)

inspection = Workflow(
    "inspection",
    Step("start", _("Begin the inspection"), (S.PLANNED,), S.ON_SITE, permissions.records),
    Step(
        "unstart",
        _("Back to the schedule"),
        (S.ON_SITE,),
        S.PLANNED,
        permissions.leads,
        needs_note=True,
    ),
    Step(
        "prepare_draft",
        _("End fieldwork and draft"),
        (S.ON_SITE,),
        S.DRAFTING,
        permissions.leads,
        courses=WRITTEN,
    ),
    Step(
        "resume_fieldwork",
        _("Resume fieldwork"),
        (S.DRAFTING,),
        S.ON_SITE,
        permissions.leads,
        needs_note=True,
        courses=WRITTEN,
    ),
    Step(
        "announce",
        _("Announce the draft"),
        (S.DRAFTING,),
        S.ANNOUNCED,
        permissions.leads,
        consequence=_("The inspected unit reads the draft from now on, and findings are frozen."),
        page="findings:issuing",
        courses=WRITTEN,
    ),
    Step(
        "withdraw_draft",
        _("Withdraw the draft"),
        (S.ANNOUNCED, S.EXPLAINED),
        S.DRAFTING,
        permissions.leads,
        needs_note=True,
        consequence=_("The inspected unit no longer reads the findings."),
        courses=WRITTEN,
    ),
    Step(
        "send_explanation",
        _("Send the explanation"),
        (S.ANNOUNCED,),
        S.EXPLAINED,
        permissions.answers,
        consequence=_("After sending, the explanation can be changed only when it is returned."),
        courses=WRITTEN,
    ),
    Step(
        "skip_explanation",
        _("Go on without an explanation"),
        (S.ANNOUNCED,),
        S.EXPLAINED,
        permissions.leads,
        needs_note=True,
        courses=WRITTEN,
    ),
    Step(
        "return_explanation",
        _("Ask for more explanation"),
        (S.EXPLAINED,),
        S.ANNOUNCED,
        permissions.leads,
        needs_note=True,
        courses=WRITTEN,
    ),
    Step(
        "conclude",
        _("Issue the conclusion"),
        (S.EXPLAINED,),
        S.CONCLUDED,
        permissions.leads,
        consequence=_("The conclusion is issued to the unit and its recommendations begin to run."),
        page="findings:issuing",
        courses=WRITTEN,
    ),
    Step(
        "reopen",
        _("Reopen the conclusion"),
        (S.CONCLUDED,),
        S.EXPLAINED,
        permissions.leads,
        needs_note=True,
        courses=WRITTEN,
    ),
    Step(
        "end_check",
        _("End the check"),
        (S.ON_SITE,),
        S.CONCLUDED,
        permissions.leads,
        consequence=_("The unit reads what was found and said; it is frozen."),
        courses=SPOKEN,
    ),
    Step(
        "resume_check",
        _("Resume the check"),
        (S.CONCLUDED,),
        S.ON_SITE,
        permissions.leads,
        needs_note=True,
        courses=SPOKEN,
    ),
    Step("close", _("Close the inspection"), (S.CONCLUDED,), S.CLOSED, permissions.leads_or_plans),
    Step(
        "reopen_followup",
        _("Reopen the follow-up"),
        (S.CLOSED,),
        S.CONCLUDED,
        permissions.leads_or_plans,
        needs_note=True,
    ),
    Step(
        "cancel",
        _("Cancel the inspection"),
        (S.PLANNED,),
        S.CANCELLED,
        permissions.plans,
        needs_note=True,
    ),
    Step("restore", _("Restore"), (S.CANCELLED,), S.PLANNED, permissions.plans, needs_note=True),
)
inspection.guard("restore")(rules.unit_is_free_again)
inspection.guard("start", "restore")(rules.plan_is_approved)
inspection.guard("start")(rules.delegation_has_a_head)
inspection.guard("start")(rules.members_hold_posts)
inspection.guard("start")(rules.nobody_inspects_the_own_unit)
inspection.guard("start")(rules.unit_still_stands)
inspection.guard("prepare_draft")(rules.there_is_a_visit)
inspection.guard("prepare_draft", "end_check")(rules.sections_were_counted)
inspection.guard("end_check")(rules.every_visit_was_concluded)


@inspection.after("start")
def note_the_arrival(row, by):
    """From now on the unit knows, also of what was unannounced; going back does not undo it."""
    if row.arrived_on is None:
        if reason := rules.it_is_not_before_the_day(row, by.day):
            raise Refused(reason)
        row.arrived_on = by.day
        row.save(update_fields=["arrived_on"])


@inspection.after("announce", "return_explanation")
def give_time_to_explain(row, by):
    """The unit has the usual days, counted from the day it is asked (domain §5.1)."""
    row.explanation_due_on = schedule.deadline("explanation", by.day, plan=row.plan)
    row.save(update_fields=["explanation_due_on"])


@inspection.after("announce")
def date_the_draft(row, by):
    """The day the draft was announced; the conclusion is due some days after it."""
    row.announced_on = by.day
    row.save(update_fields=["announced_on"])


@inspection.after("withdraw_draft")
def forget_the_day_of_the_draft(row, by):
    row.announced_on = None
    row.save(update_fields=["announced_on"])

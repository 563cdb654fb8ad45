"""The way of an amendment: as a plan goes, but in the end it changes the plan it amends.

Versions of plans are kept from here too: every approval writes down what the plan says.
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reform_portal.common import audit
from reform_portal.common.workflow import Step, Workflow

from . import amendments, numbering, permissions, reach, rules
from .models import Plan
from .rules import amendments as own_rules
from .workflow import plan

P = Plan.Status

audit.name_verbs(plan__amended=_("The plan was amended"))

amendment = Workflow(
    "amendment",
    Step("submit", _("Submit for approval"), (P.DRAFT, P.RETURNED), P.SUBMITTED, permissions.plans),
    Step(
        "approve",
        _("Approve the amendment"),
        (P.SUBMITTED,),
        P.ENACTED,
        permissions.approves,
        consequence=_("The plan says from now on what the amendment says."),
    ),
    Step("return", _("Return"), (P.SUBMITTED,), P.RETURNED, permissions.approves, needs_note=True),
    Step("withdraw", _("Withdraw"), (P.SUBMITTED,), P.DRAFT, permissions.plans, needs_note=True),
    Step(
        "cancel",
        _("Cancel the amendment"),
        (P.DRAFT, P.RETURNED),
        P.CANCELLED,
        permissions.plans,
        needs_note=True,
        consequence=_("The plan stays as it is."),
    ),
    Step("restore", _("Restore"), (P.CANCELLED,), P.DRAFT, permissions.plans, needs_note=True),
)
for rule in (
    own_rules.plan_is_in_force,  # first: it holds the plan still
    rules.plan_names_units,
    rules.plan_says_what_is_inspected,
    rules.plan_has_number_and_date,
    rules.plan_units_are_in_force,
    reach.plan_units_lie_below_the_issuer,
    own_rules.inspected_units_stay,
):
    amendment.guard("submit", "approve")(rule)
amendment.guard("restore")(own_rules.plan_is_in_force)
amendment.guard("restore")(own_rules.nothing_was_enacted_since)
amendment.guard("restore")(own_rules.no_other_amendment_is_open)
plan.guard("reopen", "cancel")(own_rules.plan_has_no_open_amendment)


amendment.after("approve")(numbering.issue_plan)
amendment.after("cancel")(numbering.withdraw_plan)
amendment.after("restore")(numbering.restore_plan)


@amendment.guard("submit", "approve")
def something_is_amended(row):
    """A paper that changes nothing amends nothing."""
    if amendments.is_empty(amendments.of_amendment(row)):
        return gettext(
            "The amendment changes nothing yet. Change units, times, texts or deadlines."
        )


@amendment.after("approve")
def put_in_force(row, by):
    """The plan says what the amendment says; both keep the act."""
    version = amendments.enact(row, by.day)
    audit.record("plan.amended", version.plan, by=by, note=row.reason, paper=str(row))


@plan.after("approve")
def keep_what_was_approved(row, by):
    """The first version, or after a plan was reopened the next."""
    amendments.keep_version(row, on=by.day)


def way_of(row):
    """The workflow a plan or an amendment goes."""
    return amendment if row.is_amendment else plan

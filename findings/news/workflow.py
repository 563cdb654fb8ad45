"""The way of a news text: written, approved by another person, published, withdrawn."""

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from inspections.workflow import inspection
from reform_portal.common.workflow import Step, Workflow

from ..models import PublicSummary
from . import permissions, rules

S = PublicSummary.Status

summary = Workflow(
    "summary",
    Step("submit", _("Submit for approval"), (S.DRAFT,), S.SUBMITTED, permissions.rewrites),
    Step(
        "publish",
        _("Publish"),
        (S.SUBMITTED,),
        S.PUBLISHED,
        permissions.approves,
        consequence=_("Anybody reads it from now on, without signing in."),
    ),
    Step("return", _("Return"), (S.SUBMITTED,), S.DRAFT, permissions.sends_back, needs_note=True),
    Step(
        "withdraw",
        pgettext_lazy("public summary", "Withdraw"),
        (S.PUBLISHED,),
        S.WITHDRAWN,
        permissions.withdraws,
        needs_note=True,
        consequence=_("Nobody reads it without signing in any more."),
    ),
    Step("rewrite", _("Write it anew"), (S.WITHDRAWN,), S.DRAFT, permissions.rewrites),
)
summary.guard("submit", "publish")(rules.conclusion_is_in_force)
summary.guard("submit", "publish")(rules.nobody_is_named)
summary.guard("submit", "publish")(rules.nothing_private_is_told)
summary.guard("submit", "publish")(rules.naming_has_a_reason)


@summary.after("publish")
def date_it(row, by):
    row.published_on = by.day
    row.save(update_fields=["published_on"])


@inspection.after("reopen", "resume_check")
def take_back_what_is_told(row, by):
    """A conclusion that is no longer in force is told no longer."""
    told = PublicSummary.objects.filter(inspection=row).first()
    step = told and {S.SUBMITTED: "return", S.PUBLISHED: "withdraw"}.get(told.status)
    if step:
        summary.take(step, told, by=by, note=gettext("The conclusion was reopened."))

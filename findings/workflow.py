"""The way of an explanation to its decision, and of a remediation to its acceptance."""

from django.utils.translation import gettext_lazy as _

from reform_portal.common.workflow import Step, Workflow

from . import permissions, rules
from .models import Comment, Explanation, Extension, Remediation, Review

E = Explanation.Status
R = Remediation.Status
X = Extension.Status
C = Comment.Status
V = Review.Status

explanation = Workflow(
    "explanation",
    Step(
        "accept",
        _("Accept the explanation"),
        (E.PENDING,),
        E.ACCEPTED,
        permissions.decides_on_explanation,
        needs_note=True,
    ),
    Step(
        "reject",
        _("Do not accept"),
        (E.PENDING,),
        E.REJECTED,
        permissions.decides_on_explanation,
        needs_note=True,
    ),
    Step(
        "reconsider",
        _("Decide again"),
        (E.ACCEPTED, E.REJECTED),
        E.PENDING,
        permissions.decides_on_explanation,
        needs_note=True,
    ),
)
explanation.guard("accept", "reject", "reconsider")(rules.decision_is_open)

comment = Workflow(
    "comment",
    Step("take_up", _("Taken up"), (C.OPEN,), C.TAKEN_UP, permissions.takes_up),
    Step("leave", _("Leave it as it is"), (C.OPEN,), C.LEFT, permissions.leaves, needs_note=True),
    Step(
        "reopen",
        _("Open the comment again"),
        (C.TAKEN_UP, C.LEFT),
        C.OPEN,
        permissions.reopens,
        needs_note=True,
    ),
)
comment.guard("take_up", "leave", "reopen")(rules.draft_is_open)

review = Workflow(
    "review",
    Step("finish", _("Finish the review"), (V.ASKED,), V.DONE, permissions.reviews),
    Step(
        "withdraw",
        _("Take the review back"),
        (V.ASKED,),
        V.WITHDRAWN,
        permissions.takes_review_back,
        needs_note=True,
    ),
)
review.guard("finish")(rules.reviewer_wrote_nothing)

extension = Workflow(
    "extension",
    Step(
        "grant",
        _("Grant the days"),
        (X.PENDING,),
        X.GRANTED,
        permissions.decides_on_extension,
        needs_note=True,
    ),
    Step(
        "refuse",
        _("Refuse the days"),
        (X.PENDING,),
        X.REFUSED,
        permissions.decides_on_extension,
        needs_note=True,
    ),
)

remediation = Workflow(
    "remediation",
    Step("begin", _("Begin"), (R.ASSIGNED,), R.IN_PROGRESS, permissions.carries_out),
    Step(
        "report",
        _("Report as done"),
        (R.ASSIGNED, R.IN_PROGRESS),
        R.REPORTED,
        permissions.carries_out,
        page="findings:remediation_report",
    ),
    Step("accept", _("Accept the result"), (R.REPORTED,), R.ACCEPTED, permissions.verifies),
    Step(
        "return",
        _("Return for more work"),
        (R.REPORTED,),
        R.IN_PROGRESS,
        permissions.verifies,
        needs_note=True,
    ),
    Step(
        "reopen",
        _("Reopen"),
        Remediation.SETTLED,
        R.IN_PROGRESS,
        permissions.verifies,
        needs_note=True,
    ),
    Step(
        "drop",
        _("Close as no longer applicable"),
        (R.ASSIGNED, R.IN_PROGRESS),
        R.DROPPED,
        permissions.drops,
        needs_note=True,
        consequence=_("Nobody has to act any more; the reason stays on record."),
    ),
)
remediation.guard("drop")(rules.addressee_has_ended)
remediation.guard("report")(rules.outcome_is_written)
remediation.guard("report")(rules.outcome_is_whole)

"""The unit's word on the draft, and the head's decision on it."""

from django.db import transaction
from django.utils.translation import gettext as _

from inspections.actions.locking import lock
from inspections.models import Inspection
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

from .. import workflow
from ..models import Explanation
from .findings import scope


@transaction.atomic
def explain(
    inspection,
    *,
    by,
    text,
    stance=Explanation.Stance.OTHER,
    finding=None,
    submission=None,
    seen_version=None,
):
    """Write what the unit says to a finding, or without one to the whole draft.

    Kept as a draft until the inspection's step "send explanation". A finding has one
    explanation; whoever did not see the saved one gets Stale.
    """
    row = lock(inspection, Inspection.Status.ANNOUNCED)
    current = Explanation.objects.filter(inspection=row, finding=finding).first()
    words = {"text": text, "stance": stance, "written_by_id": by.person_id, "written_on": by.day}
    if current is None:
        written, _created = create_once(
            Explanation, submission, finding=finding, **scope(row), **words
        )
        audit.record("explanation.write", written, by=by)
        return written
    same = (current.text, current.stance) == (text, stance)
    if submission and current.submission == submission and same:
        return current  # a second click
    return _rewrite(current, by, seen_version, words)


def _rewrite(current, by, seen_version, words):
    """New words wait for the next sending, what was sent stays; a decided explanation stands."""
    if current.status != Explanation.Status.PENDING:
        raise Refused(
            _(
                "This explanation has been decided (%(state)s). "
                "Ask the head of the delegation to decide again first."
            )
            % {"state": current.get_status_display()}
        )
    return save_if_unchanged(current, seen_version or 0, by=by, verb="explanation.revise", **words)


@transaction.atomic
def decide(explanation, step, *, by, note=""):
    """Accept, reject or reopen an explanation; the reason stands on the row.

    The inspection is held still, because its step "conclude" counts what is undecided.
    """
    lock(explanation.inspection, Inspection.Status.EXPLAINED)
    reason = "" if step == "reconsider" else note.strip()
    return workflow.explanation.take(step, explanation, by=by, note=note, reason=reason)

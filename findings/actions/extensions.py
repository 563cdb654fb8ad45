"""Asking for more days to explain, and the head's answer."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from inspections.actions.locking import lock
from inspections.models import Inspection
from reform_portal.common import audit
from reform_portal.common.editing import create_once
from reform_portal.common.workflow import Refused

from .. import rules, workflow
from ..models import Extension


def ask_for_days(inspection, *, by, asked_until, reason, submission=None):
    """The unit asks; Refused while an earlier request waits or the day makes no sense."""
    try:
        return _ask(inspection, by, asked_until, reason, submission)
    except IntegrityError as waits:
        raise Refused(
            _("A request for more days waits for its answer already. Wait for the answer first.")
        ) from waits


@transaction.atomic
def _ask(inspection, by, asked_until, reason, submission):
    row = lock(inspection, Inspection.Status.ANNOUNCED)
    if refusal := rules.extension_fits(row, asked_until, by.day):
        raise Refused(refusal)
    asked, created = create_once(
        Extension,
        submission,
        inspection=row,
        asked_until=asked_until,
        reason=reason,
        asked_by_id=by.person_id,
        asked_on=by.day,
    )
    if created:
        audit.record("extension.ask", row, by=by, note=reason, asked_until=[None, str(asked_until)])
    return asked


@transaction.atomic
def decide(extension, step, *, by, note=""):
    """Grant or refuse; a granted day becomes the last day of the explanation."""
    row = lock(extension.inspection, Inspection.Status.ANNOUNCED)
    decided = workflow.extension.take(
        step, extension, by=by, note=note, answer=note.strip(), decided_on=by.day
    )
    if decided.status == Extension.Status.GRANTED:
        row.explanation_due_on = decided.asked_until
        row.save(update_fields=["explanation_due_on"])
    return decided

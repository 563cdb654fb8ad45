"""What a unit does about a recommendation, and whether that is enough."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from inspections.actions.locking import lock
from inspections.models import Inspection
from reform_portal.common.editing import save_if_unchanged
from reform_portal.common.workflow import Refused

from .. import permissions, rules, standing, workflow
from ..models import Remediation

S = Remediation.Status


@transaction.atomic
def write_outcome(remediation, *, by, seen_version, outcome, progress):
    """Keep what was done so far without reporting it."""
    lock(remediation.inspection, Inspection.Status.CONCLUDED)
    row = Remediation.objects.select_for_update().get(pk=remediation.pk)
    if not permissions.carries_out(by, row):
        raise PermissionDenied
    if row.status not in (S.ASSIGNED, S.IN_PROGRESS):
        raise Refused(
            _(
                "The result of this recommendation is in the state “%(state)s” and cannot be "
                "changed now. Wait for the answer, or ask to have it returned."
            )
            % {"state": row.get_status_display()}
        )
    return save_if_unchanged(
        row, seen_version, by=by, verb="remediation.note", outcome=outcome, progress=progress
    )


@transaction.atomic
def report_outcome(remediation, *, by, seen_version, outcome, progress):
    """Say what was done and hand it over for verification: both or neither.

    Reporting as done means all of it; less than that, where somebody says so, is refused.
    """
    written = write_outcome(
        remediation, by=by, seen_version=seen_version, outcome=outcome, progress=progress or 100
    )
    return take(written, "report", by=by)


@transaction.atomic
def hand_over(remediation, *, to, by, note, seen_version):
    """Another successor of the ended addressee carries it out, or again the one that took over.

    `to` is a unit. What the addressee wrote and the state stay; only who answers changes.
    """
    lock(remediation.inspection, Inspection.Status.CONCLUDED)
    row = Remediation.objects.select_for_update(of=("self",)).get(pk=remediation.pk)
    if not permissions.hands_over(by, row):
        raise PermissionDenied
    if row.is_settled:
        raise Refused(
            _("This recommendation is settled (%(state)s). Reopen it first.")
            % {"state": row.get_status_display()}
        )
    if not note.strip():
        raise Refused(_("Say why this unit carries it out from now on."))
    if reason := rules.may_be_handed_to(to, standing.who_may_carry_out(row, by.day)):
        raise Refused(reason)
    verb = "remediation.hand_over"
    return save_if_unchanged(row, seen_version, by=by, verb=verb, note=note.strip(), bearer=to)


@transaction.atomic
def take(remediation, step, *, by, note=""):
    """Move a remediation. The inspection is held still: its step "close" counts open ones."""
    lock(remediation.inspection, Inspection.Status.CONCLUDED)
    fields = {"report": {"reported_on": by.day}, "accept": {"progress": 100}}.get(step, {})
    return workflow.remediation.take(step, remediation, by=by, note=note, **fields)

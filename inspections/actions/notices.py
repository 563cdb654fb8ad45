"""Notices to units: drafting and issuing them, what the unit does with them, and revisions.

Whatever happens to a notice is told on the inspection too: its page has the one history that
both sides read.
"""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import notices, numbering, permissions, workflow
from inspections.models import Inspection, Notice
from inspections.workflow_before import notice as flow
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused

from .locking import lock, require_state

audit.name_verbs(
    notice__draft=gettext_lazy("Drafted a notice to the unit"),
    notice__edit=gettext_lazy("Edited the notice to the unit"),
    notice__revise=gettext_lazy("Prepared a revised notice"),
)

O = Notice.Occasion  # noqa: E741 – as short as the state enums beside it
COPIED = ("symbol", "signer", "capacity", "participants", "preparation", "contact")


@transaction.atomic
def draft_notice(inspection, *, by, submission=None, **values):
    """The first notice of an inspection; further ones are revisions of it."""
    row = lock(inspection, Inspection.Status.PLANNED)
    _require_wanted(row)
    if Notice.objects.filter(inspection=row).exclude(submission=submission).exists():
        raise Refused(
            _("%(inspection)s has a notice already. Open it and change or revise it.")
            % {"inspection": row}
        )
    made, created = create_once(Notice, submission, inspection=row, **values)
    if created:
        audit.record("notice.draft", row, by=by, note=str(made))
        numbering.keep_notice(made, row, by=by)
    return made


@transaction.atomic
def edit_notice(notice, seen_version, *, by, **values):
    """Change what a notice says before it is issued; Stale when somebody saved first."""
    row = _hold(notice)
    require_state(Notice.objects.get(pk=notice.pk), (Notice.Status.DRAFTED,))
    saved = save_if_unchanged(notice, seen_version, by=by, verb="notice.edit", **values)
    numbering.keep_notice(saved, row, by=by)
    audit.record("notice.edit", row, by=by, note=str(saved))
    return saved


@transaction.atomic
def move_notice(notice, step, *, by, note=""):
    """A step of a notice, with who took it and when, told on the inspection too."""
    row = _hold(notice)
    fresh = Notice.objects.get(pk=notice.pk)
    moved = flow.take(step, notice, by=by, note=note, **_marks(fresh, row, step, by, note))
    if step == "issue":
        numbering.keep_notice(moved, row, by=by)
    audit.record(f"notice.{step}", row, by=by, note=_told(moved, note))
    return moved


def _marks(notice, inspection, step, by, note):
    """The columns that a step fills."""
    marked = {"by_id": by.person_id, "on": by.day}
    if step == "issue":
        first, issued_on = inspection.starts_on, notice.issued_on or by.day
        limit = notice.acknowledge_by or notices.receipt_due_on(issued_on, first)
        return {"said": notices.schedule_of(inspection), "acknowledge_by": limit}
    if step == "deliver":
        return {f"delivered_{name}": value for name, value in marked.items()}
    if step == "read":
        return {f"read_{name}": value for name, value in marked.items()}
    if step == "acknowledge":
        acknowledged = {f"acknowledged_{name}": value for name, value in marked.items()}
        seen = {} if notice.read_on else {"read_on": by.day, "read_by_id": by.person_id}
        return {**acknowledged, **seen, "answer": note}
    undone = dict.fromkeys(("delivered_on", "delivered_by_id", "read_on", "read_by_id"))
    counted = notices.receipt_due_on(notice.issued_on, inspection.starts_on)
    # A day that somebody typed stays.
    return undone | ({"acknowledge_by": None} if notice.acknowledge_by == counted else {})


def mark_read(notice, *, by):
    """The unit has opened it; noted once, and never in the way of reading."""
    first = notice.status in (Notice.Status.ISSUED, Notice.Status.DELIVERED)
    if not first or not permissions.gets_notice(by, notice):
        return notice
    try:
        moved = move_notice(notice, "read", by=by)
    except Refused:  # somebody of the unit opened it in the same moment, or it was taken back
        moved = Notice.objects.get(pk=notice.pk)
    for name in ("status", "version", "read_on", "read_by"):
        setattr(notice, name, getattr(moved, name))
    return notice


@transaction.atomic
def revise_notice(notice, *, by):
    """Home Affairs asks for a revision, because the schedule is no longer what was announced."""
    row = _hold(notice)
    _require_wanted(row)
    if not (made := revise(row, by=by, changes="")):
        raise Refused(_("This notice was not issued yet: edit it instead of revising it."))
    return made


def revise(inspection, *, by, changes, occasion=O.CHANGED):
    """A draft of the notice that tells the unit of a change, or None when it was told nothing.

    A draft that still waits takes the further change in. Needs the lock of the inspection.
    """
    newest = Notice.objects.filter(inspection=inspection).order_by("-revision").first()
    if newest is None or (newest.is_draft and not newest.revision):
        return None
    if newest.is_draft:
        changes = "\n".join(filter(None, [newest.changes, changes]))
        values = {"changes": changes, "occasion": occasion}
        made = save_if_unchanged(newest, newest.version, by=by, verb="notice.revise", **values)
    else:
        copied = {name: getattr(newest, name) for name in COPIED}
        made = Notice.objects.create(
            inspection=inspection,
            revision=newest.revision + 1,
            occasion=occasion,
            changes=changes,
            **copied,
        )
    audit.record("notice.revise", inspection, by=by, note=str(made))
    return made


@workflow.inspection.after("cancel")
def tell_that_it_is_off(inspection, by):
    revise(inspection, by=by, changes=_reason(inspection, "cancel"), occasion=O.CANCELLED)


@workflow.inspection.after("restore")
def tell_that_it_is_on_again(inspection, by):
    revise(inspection, by=by, changes=_reason(inspection, "restore"))


def _reason(inspection, step):
    """What was written when the step was taken: in this transaction, so the newest."""
    acts = AuditEntry.objects.about(inspection).filter(verb=f"inspection.{step}")
    return acts.values_list("note", flat=True).first() or ""


def _hold(notice):
    """The inspection, locked in whatever state: notices of one inspection change one by one."""
    return Inspection.objects.select_for_update(of=("self",)).get(pk=notice.inspection_id)


def _require_wanted(inspection):
    if not notices.wants_notice(inspection):
        raise Refused(
            _("%(inspection)s comes unannounced: the unit gets no notice of it.")
            % {"inspection": inspection}
        )


def _told(notice, note):
    return f"{notice}. {note}" if note else str(notice)

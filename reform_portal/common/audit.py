"""Writing the record of acts; `name_verbs` says how they read."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from .models import AuditEntry
from .verbs import label, name_verbs

__all__ = ["label", "name_verbs", "record", "record_each"]


def record(verb, obj, *, by, note="", **change):
    """Add one entry about `obj`. `by` is an Actor, or None for the portal itself.

    `change` holds JSON values, usually `field=[before, after]`. Call inside the transaction
    that makes the change: both are saved or neither.
    """
    return AuditEntry.objects.create(
        at=_moment(by),
        actor=by.user if by else None,
        actor_name=str(by) if by else "",
        verb=verb,
        content_type=ContentType.objects.get_for_model(obj),
        object_id=obj.pk,
        subject=str(obj)[:200],
        note=note,
        change=change,
    )


def record_each(verb, entries, *, by):
    """The same act on many records of one kind: entries [(record, note, change)], one INSERT."""
    if not entries:
        return
    kind = ContentType.objects.get_for_model(entries[0][0])
    AuditEntry.objects.bulk_create(
        [
            AuditEntry(
                at=_moment(by),
                actor=by.user,
                actor_name=str(by),
                verb=verb,
                content_type=kind,
                object_id=obj.pk,
                subject=str(obj)[:200],
                note=note,
                change=change,
            )
            for obj, note, change in entries
        ],
        batch_size=1000,
    )


def _moment(by):
    """Now; an account of the demo, whose story is told as it was, acts at the hour of its day."""
    now = timezone.localtime()
    return datetime.combine(by.day, now.timetz()) if by and by.user.is_demo else now

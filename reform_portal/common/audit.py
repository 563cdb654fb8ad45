"""Writing the record of acts; `name_verbs` says how they read."""

from django.contrib.contenttypes.models import ContentType

from .models import AuditEntry
from .verbs import label, name_verbs

__all__ = ["label", "name_verbs", "record"]


def record(verb, obj, *, by, note="", **change):
    """Add one entry about `obj`. `by` is an Actor, or None for the portal itself.

    `change` holds JSON values, usually `field=[before, after]`. Call inside the transaction
    that makes the change: both are saved or neither.
    """
    return AuditEntry.objects.create(
        actor=by.user if by else None,
        actor_name=str(by) if by else "",
        verb=verb,
        content_type=ContentType.objects.get_for_model(obj),
        object_id=obj.pk,
        subject=str(obj)[:200],
        note=note,
        change=change,
    )

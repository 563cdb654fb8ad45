"""Writing the record of acts, and naming them for readers."""

from django.contrib.contenttypes.models import ContentType

from .models import AuditEntry

_labels = {}


def name_verbs(**labels):
    """Say how acts read on a timeline: name_verbs(plan__submit=_("submitted the plan"))."""
    _labels.update({verb.replace("__", "."): label for verb, label in labels.items()})


def label(verb):
    """The reader's words for a verb; the verb itself when nobody named it."""
    return _labels.get(verb, verb)


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

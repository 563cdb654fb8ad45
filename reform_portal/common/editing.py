"""Editing by several people at once: nothing is overwritten unseen, nothing is made twice.

A version check in a form alone loses updates (two posts pass it together); one conditional
UPDATE does not. Source: our own measurements, kept in tests/test_concurrency.py.
"""

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from . import audit
from .states import Labelled
from .workflow import Refused


class Stale(Exception):
    """Somebody saved first. Carries the row as it now stands."""

    def __init__(self, current):
        self.current = current
        super().__init__(
            _("%(record)s was saved by somebody else in the meantime; nothing was overwritten.")
            % {"record": current}
        )


class AlreadyMade(Refused):
    """This form made a record before, of other content: somebody went back and typed anew."""

    def __init__(self, row):
        super().__init__(
            _(
                "This form was sent before and made “%(record)s”, which is kept as it is. "
                "What you typed is below: save again to make another record of it."
            )
            % {"record": row}
        )


class Editable(Labelled):
    """A record people edit: counts its versions and remembers the form that made it."""

    version = models.PositiveIntegerField(default=1, editable=False)
    submission = models.UUIDField(null=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


@transaction.atomic
def save_if_unchanged(row, seen_version, *, by, verb, note="", **values):
    """Write `values` only if nobody has saved since `seen_version`; audit; return the fresh row.

    One UPDATE with the version in its condition decides, so of two simultaneous saves exactly
    one wins. Raises Stale with the current row for the other.
    """
    model = type(row)
    before = model._base_manager.get(pk=row.pk)
    changed = {name: value for name, value in values.items() if getattr(before, name) != value}
    acts = {name: [_plain(getattr(before, name)), _plain(new)] for name, new in changed.items()}
    written = model._base_manager.filter(pk=row.pk, version=seen_version).update(
        version=F("version") + 1, updated_at=timezone.now(), **derived(model, before, changed)
    )
    if not written:
        raise Stale(model._base_manager.get(pk=row.pk))
    fresh = model._base_manager.get(pk=row.pk)
    audit.record(verb, fresh, by=by, note=note, **acts)
    return fresh


def derived(model, before, changed):
    """The changed columns, with those computed from them (the search key)."""
    if not hasattr(model, "search_text") or not changed:
        return changed
    for name, value in changed.items():
        setattr(before, name, value)
    values = dict(changed, search_key=before.folded_search_text())
    return values


def create_once(model, submission, *, computed=None, **values):
    """Make a row for this form token, or return the row it made before: (row, created).

    A second click brings the same content. Other content under the same token was typed after
    going back in the browser: AlreadyMade, for returning the first row would lose it.
    `computed` holds columns that no person typed and that a second click may compute anew.
    """
    everything = {**values, **(computed or {})}
    if submission is None:
        return model._base_manager.create(**everything), True
    row, created = model._base_manager.get_or_create(submission=submission, defaults=everything)
    if not created and any(getattr(row, name) != value for name, value in values.items()):
        raise AlreadyMade(row)
    return row, created


def _plain(value):
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)

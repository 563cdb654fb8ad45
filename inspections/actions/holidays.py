"""Keeping the list of days off and of days worked instead; stored deadlines stay as they are."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from inspections.models import Holiday
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

audit.name_verbs(
    holiday__create=_("Added a day off"),
    holiday__edit=_("Changed a day off"),
    holiday__delete=_("Removed a day off"),
)
TAKEN = _("This day is in the list already. Change that entry.")


def add_holiday(*, by, submission=None, **values):
    """A day off, or a Saturday or Sunday that is worked."""
    try:
        with transaction.atomic():
            row, created = create_once(Holiday, submission, **values)
            if created:
                audit.record("holiday.create", row, by=by, note=_words(row))
    except IntegrityError as clash:
        raise Refused(TAKEN) from clash
    return row


def edit_holiday(row, seen_version, *, by, **values):
    """Another day, name or basis; Stale when somebody saved first."""
    try:
        return save_if_unchanged(row, seen_version, by=by, verb="holiday.edit", **values)
    except IntegrityError as clash:
        raise Refused(TAKEN) from clash


@transaction.atomic
def remove_holiday(row, *, by):
    """From now on the day counts like any other of its week."""
    audit.record("holiday.delete", row, by=by, note=_words(row))
    Holiday.objects.filter(pk=row.pk).delete()


def _words(row):
    return f"{row.day:%d/%m/%Y} {row.name}"

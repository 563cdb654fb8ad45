"""Minutes of working sessions and of the meeting that announces the draft."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from inspections.models import Inspection, Minutes
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged

from .locking import lock

audit.name_verbs(
    minutes__create=_("Wrote minutes"),
    minutes__edit=_("Edited minutes"),
)


@transaction.atomic
def write_minutes(inspection, *, by, submission=None, **values):
    """New minutes, until the conclusion."""
    row = lock(inspection, *Inspection.BEFORE_CONCLUSION)
    minutes, created = create_once(Minutes, submission, inspection=row, **values)
    if created:
        audit.record("minutes.create", row, by=by, note=str(minutes))
    return minutes


@transaction.atomic
def edit_minutes(minutes, seen_version, *, by, **values):
    """Change minutes; Stale when somebody saved first."""
    row = lock(minutes.inspection, *Inspection.BEFORE_CONCLUSION)
    saved = save_if_unchanged(minutes, seen_version, by=by, verb="minutes.edit", **values)
    audit.record("minutes.edit", row, by=by, note=str(saved))
    return saved

"""Minutes of working sessions and of the meeting that announces the draft."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from inspections import numbering
from inspections.models import Inspection, Minutes
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged

from .locking import lock
from .questions import settle_in

audit.name_verbs(
    minutes__create=_("Wrote minutes"),
    minutes__edit=_("Edited minutes"),
)


@transaction.atomic
def write_minutes(inspection, *, by, submission=None, settled=None, **values):
    """New minutes, until the conclusion; `settled` are questions made clear and what was said."""
    row = lock(inspection, *Inspection.BEFORE_CONCLUSION)
    minutes, created = create_once(Minutes, submission, inspection=row, **values)
    if created:
        audit.record("minutes.create", row, by=by, note=str(minutes))
        numbering.keep_minutes(minutes, row, by=by)
    settle_in(minutes, settled or {}, by=by)
    return minutes


@transaction.atomic
def edit_minutes(minutes, seen_version, *, by, settled=None, **values):
    """Change minutes; Stale when somebody saved first."""
    row = lock(minutes.inspection, *Inspection.BEFORE_CONCLUSION)
    saved = save_if_unchanged(minutes, seen_version, by=by, verb="minutes.edit", **values)
    audit.record("minutes.edit", row, by=by, note=str(saved))
    numbering.keep_minutes(saved, row, by=by)
    settle_in(saved, settled or {}, by=by)
    return saved

"""Keeping and removing evidence. The file has been judged before (common.uploads)."""

from django.db import transaction

from inspections.actions.locking import lock
from inspections.models import Inspection
from reform_portal.common import audit
from reform_portal.common.editing import create_once

from ..models import Evidence


@transaction.atomic
def add_evidence(inspection, *, by, accepted, caption, submission=None, **values):
    """Keep an accepted file with an inspection; `finding` and `visit` say what it shows."""
    row = lock(inspection, *Inspection.RECORDING)
    columns = accepted.columns()
    stored = {"file": columns.pop("file")}  # under another name each time; its hash is compared
    evidence, created = create_once(
        Evidence,
        submission,
        inspection=row,
        caption=caption,
        uploaded_by=by.user,
        computed=stored,
        **columns,
        **values,
    )
    if created:
        about = evidence.finding or row
        audit.record("evidence.add", about, by=by, evidence=[None, evidence.sha256])
    return evidence


@transaction.atomic
def delete_evidence(evidence, *, by):
    """Remove evidence; its file goes once this is committed, its hash stays on record."""
    row = lock(evidence.inspection, *Inspection.RECORDING)
    about = evidence.finding or row
    audit.record("evidence.delete", about, by=by, evidence=[evidence.sha256, None])
    stored = evidence.file
    evidence.delete()
    transaction.on_commit(lambda: stored.storage.delete(stored.name))
    return about

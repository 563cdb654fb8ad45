"""Writing the words of the conclusion; issuing it is a step of the inspection."""

from django.db import IntegrityError, transaction

from inspections.actions.locking import lock
from inspections.models import Inspection
from reform_portal.common import audit
from reform_portal.common.editing import Stale, create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

from .. import numbering
from ..models import Conclusion
from ..rules import number_is_taken

WRITABLE = (*Inspection.RECORDING, Inspection.Status.EXPLAINED)


def write_conclusion(inspection, *, by, seen_version=None, submission=None, **values):
    """Make the conclusion, or change it unless somebody saved first (Stale)."""
    try:
        return _write(inspection, by, seen_version, submission, values)
    except IntegrityError as taken:  # two papers took one number in the same moment
        raise Refused(number_is_taken(values)) from taken


@transaction.atomic
def _write(inspection, by, seen_version, submission, values):
    row = lock(inspection, *WRITABLE)
    current = Conclusion.objects.filter(inspection=row).first()
    if current is None:
        written, _created = create_once(Conclusion, submission, inspection=row, **values)
        audit.record("conclusion.write", written, by=by)
        numbering.keep_conclusion(written, by=by)
        return written
    same = all(getattr(current, name) == value for name, value in values.items())
    if same and submission and current.submission == submission:
        return current  # a second click
    if seen_version is None:
        raise Stale(current)
    year = Conclusion.register_year(row, values.get("issued_on", current.issued_on))
    revised = save_if_unchanged(
        current, seen_version, by=by, verb="conclusion.revise", **values, year=year
    )
    numbering.keep_conclusion(revised, by=by)
    return revised

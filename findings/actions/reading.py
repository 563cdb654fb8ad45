"""Who of a unit that a conclusion concerns has read its part."""

from django.db import transaction

from inspections.models import Inspection
from reform_portal.common import audit

from ..models import Reading


@transaction.atomic
def note_part_read(inspection, version, *, by):
    """Somebody of another unit than the inspected one has its part on the screen; kept once."""
    row = Inspection.objects.select_for_update(of=("self",)).get(pk=inspection.pk)
    _reading, is_first = Reading.objects.get_or_create(
        inspection=row,
        announcement=None,
        person_id=by.person_id,
        defaults={"read_on": by.day, "unit_version": version},
    )
    if is_first:
        audit.record("conclusion.read_part", row, by=by, unit=[None, version.authority])

"""Inspections on the page of a unit: its own, then those of before, now those of what followed."""

from django.utils.translation import gettext as _

from units.page_parts import Entry, Part, register

from .models import Inspection

MOST = 30


@register
def inspections_of(actor, line):
    """What the person may see of the unit's inspections, of its predecessors and successors."""
    found = Inspection.objects.visible_to(actor).filter(unit_id__in=line.unit_ids)
    rows = list(found.select_related("unit_version").order_by("-starts_on", "-pk")[:MOST])
    if not rows:
        return None
    entries = [
        Entry(
            title=str(row),
            url=row.get_absolute_url(),
            day=row.starts_on,
            state=row.status,
            state_label=row.get_status_display(),
            whose=line.whose(row.unit_id),
        )
        for row in rows
    ]
    return Part("inspections", _("Inspections then and now"), entries)

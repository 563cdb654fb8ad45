"""Of all successors one takes over what a unit left open; an administrator may name another."""

from django.db import transaction
from django.utils.translation import gettext as _

from reform_portal.common import audit
from reform_portal.common.workflow import Refused
from units.actions.tree import hold_the_tree, last_version
from units.models import Succession


@transaction.atomic
def choose_heir(unit, successor, *, by, note):
    """Another successor answers for what is open, and counts the figures in today's units."""
    hold_the_tree()
    last = last_version(unit)
    rows = list(Succession.objects.filter(predecessor=unit).order_by("pk"))
    chosen = next((row for row in rows if row.successor_id == successor.pk), None)
    if chosen is None:
        raise Refused(
            _("%(heir)s does not follow %(unit)s. Choose one of its successors.")
            % {"heir": successor, "unit": last}
        )
    if chosen.takes_over:
        raise Refused(_("%(heir)s takes over from %(unit)s already.") % _pair(successor, last))
    if not note.strip():
        raise Refused(_("Say why another unit takes over; the reason is kept with the act."))
    before = next((row.successor_id for row in rows if row.takes_over), None)
    Succession.objects.filter(predecessor=unit, takes_over=True).update(takes_over=False)
    Succession.objects.filter(pk=chosen.pk).update(takes_over=True)
    audit.record(
        "unit.choose_heir", last, by=by, note=note, takes_over=[before, chosen.successor_id]
    )
    chosen.refresh_from_db()
    return chosen


def _pair(heir, unit):
    return {"heir": heir, "unit": unit}

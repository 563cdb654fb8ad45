"""Holding an inspection still while something of it changes.

Guards that count children are only safe when whoever adds a child locks the parent first; every
action that touches what belongs to an inspection begins here.
"""

from django.utils.translation import gettext as _

from inspections.models import Inspection
from reform_portal.common.workflow import Refused


def lock(inspection, *statuses):
    """The locked, fresh row; Refused unless it is in one of `statuses`. Needs a transaction."""
    row = Inspection.objects.select_for_update(of=("self",)).get(pk=inspection.pk)
    if row.status not in statuses:
        raise Refused(
            _(
                "%(inspection)s is now in the state “%(state)s”, in which this cannot be changed. "
                "What you typed was not saved; have the inspection moved back first."
            )
            % {"inspection": row, "state": row.get_status_display()}
        )
    return row

"""Holding a plan, a delegation or an inspection still while something of it changes.

Guards that count children are only safe when whoever adds a child locks the parent first; every
action that touches what belongs to a plan or an inspection begins here. Locks are taken in
one order (inspection, plan, delegation, series), so that nobody waits in a ring.
"""

from django.utils.translation import gettext as _

from inspections.models import Delegation, Inspection, Plan
from reform_portal.common.workflow import Refused


def lock(inspection, *statuses):
    """The locked, fresh row; Refused unless it is in one of `statuses`. Needs a transaction."""
    row = Inspection.objects.select_for_update(of=("self",)).get(pk=inspection.pk)
    require_state(row, statuses)
    return row


def lock_plan(plan, *statuses):
    """The same for a plan."""
    row = Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    require_state(row, statuses)
    return row


def lock_delegation(delegation):
    """The locked, fresh delegation: its seats and its inspections are checked against each other."""
    return Delegation.objects.select_for_update(of=("self",)).get(pk=delegation.pk)


def lock_delegations(*keys):
    """Several delegations, in the order of their keys."""
    rows = Delegation.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    return list(rows.order_by("pk"))


def require_state(row, statuses):
    """Refused unless the row is in one of these states."""
    if row.status not in statuses:
        raise Refused(
            _(
                "%(record)s is now in the state “%(state)s”, in which this cannot be changed. "
                "What you typed was not saved; have it moved back first."
            )
            % {"record": row, "state": row.get_status_display()}
        )

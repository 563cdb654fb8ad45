"""What somebody whose post ends leaves in plans, delegations and inspections: counts only."""

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from units.leaving import Left, register

from .models import DelegationMember, Inspection, Plan
from .querysets import EMBARGOED


@register
def delegations_under_way(leaver):
    """Seats in delegations with an inspection that is neither closed nor cancelled."""
    open_ones = Inspection.objects.in_progress().values("delegation_id")
    mine = DelegationMember.objects.filter(person=leaver.person_id, delegation__in=open_ones)
    led = Q(role=DelegationMember.Role.HEAD)
    counts = mine.aggregate(led=Count("pk", filter=led), joined=Count("pk", filter=~led))
    return [
        Left(_("Delegations under way, led by this person"), counts["led"]),
        Left(_("Delegations under way, with this person in them"), counts["joined"]),
    ]


@register
def plans_to_approve(leaver):
    """Plans submitted to a committee the person leads."""
    led = leaver.committees_led()
    waiting = Plan.objects.filter(status=Plan.Status.SUBMITTED, committee__in=led)
    return [Left(_("Plans that wait for this person's approval"), waiting.count())]


@register
def reports_to_file(leaver):
    """Inspections of the unit this person answers for."""
    if not leaver.answers:
        return []
    units = leaver.units_answered_for()
    under_way = Inspection.objects.in_progress().exclude(EMBARGOED).filter(unit__in=units)
    return [Left(_("Inspections under way of the unit this person answers for"), under_way.count())]

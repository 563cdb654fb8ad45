"""What somebody whose post ends leaves in findings and recommendations: counts only."""

from django.utils.translation import gettext_lazy as _

from inspections.models import Inspection
from inspections.querysets import own_delegations
from units.leaving import Left, register

from .models import Explanation, Finding, Remediation


@register
def findings_in_draft(leaver):
    """Findings of the person's delegations that are still being recorded."""
    drafts = Finding.objects.filter(
        delegation__in=own_delegations(leaver.person_id),
        inspection__status__in=Inspection.RECORDING,
    )
    return [Left(_("Findings still in draft in this person's delegations"), drafts.count())]


@register
def answers_of_the_unit(leaver):
    """What the unit owes and this person may write and report."""
    if not leaver.answers:
        return []
    units = leaver.units_answered_for()
    open_ones = Remediation.objects.running().open().filter(bearer__in=units)
    unsent = Explanation.objects.unsent().filter(unit__in=units)
    return [
        Left(_("Open recommendations of the unit this person answers for"), open_ones.count()),
        Left(_("Explanations of the unit not sent yet"), unsent.count()),
    ]

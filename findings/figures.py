"""The three or four figures leaders and auditors follow on the start page."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from inspections.models import Inspection
from inspections.querysets import IN_PROGRESS, READS_PROVINCE
from reform_portal.common.waiting import Figure, register_figures

from .models import Remediation


@register_figures
def follow_up(actor):
    """Inspections in progress; recommendations issued and open; those past their deadline."""
    if not actor.is_a(*READS_PROVINCE):
        return []
    settled = Q(status__in=Remediation.SETTLED)
    rows = Remediation.objects.visible_to(actor).filter(issued=True)
    counts = rows.aggregate(
        open=Count("pk", filter=~settled),
        overdue=Count("pk", filter=~settled & Q(due_on__lt=actor.day)),
    )
    running = Inspection.objects.visible_to(actor).in_progress().count()
    remediations = reverse("findings:remediation_list")
    return [
        Figure(
            running,
            _("inspections in progress"),
            f"{reverse('inspections:inspection_list')}?status={IN_PROGRESS}",
        ),
        Figure(counts["open"], _("recommendations open"), f"{remediations}?status=open"),
        Figure(counts["overdue"], _("recommendations overdue"), f"{remediations}?overdue=1"),
    ]

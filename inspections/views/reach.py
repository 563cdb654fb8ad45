"""What the pages of this app fetch first."""

from django.shortcuts import get_object_or_404

from inspections.models import Plan


def visible_plan(request, pk):
    """The plan with the names of its issuer; 404 to those it is closed to."""
    plans = Plan.objects.visible_to(request.actor).select_related("committee")
    return get_object_or_404(plans.with_issuer_name(request.day), pk=pk)

"""Figures by unit: as it was on the day, or in the units of today."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from inspections.querysets import READS_PROVINCE
from reform_portal.common.access import portal_page, require

from ..forms.figures import FiguresFilter
from ..tallies import table_of


@portal_page
@require_safe
def unit_figures(request):
    """What was inspected, found and recommended, unit by unit; for those who read a province."""
    require(request.actor.is_a(*READS_PROVINCE))
    filters = FiguresFilter(request.GET)
    table = table_of(request.actor, **filters.chosen())
    filters.offer_years(table.years)
    context = {
        "filter_form": filters,
        "views": filters.views(),
        "in_todays_units": filters.chosen()["in_todays_units"],
        "table": table,
    }
    return render(request, "findings/unit_figures.html", context)

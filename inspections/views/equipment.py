"""Pages of equipment: counting it at a one-stop section, and the sum over the units of a plan."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from inspections import permissions
from inspections.actions.equipment import count_equipment
from inspections.forms.equipment import EquipmentForm
from inspections.models import EquipmentCount, Visit
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed

from .inspections import visible_inspection
from .reach import visible_plan

MOST_LISTED = 500


@portal_page
@require_http_methods(["GET", "POST"])
def equipment_count(request, pk):
    """How many of each kind a one-stop section needs, has, and can use."""
    visits = Visit.objects.visible_to(request.actor).select_related("inspection", "equipment")
    visit = get_object_or_404(visits, pk=pk)
    inspection = visit.inspection = visible_inspection(request, visit.inspection.code)
    if not inspection.counts_equipment or visit.kind != Visit.Kind.ONE_STOP:
        raise Http404
    require(permissions.records(request.actor, inspection))
    survey = getattr(visit, "equipment", None)
    form = EquipmentForm(typed(request), visit=visit, survey=survey)
    saved = save(
        form,
        lambda: count_equipment(
            visit, form.counts(), by=request.actor, seen_version=form.cleaned_data["version"]
        ),
    )
    if saved.row:
        messages.success(request, _("The count at “%(visit)s” was saved.") % {"visit": visit})
        return redirect(f"{inspection.get_absolute_url()}#equipment")
    context = {
        "form": form,
        "visit": visit,
        "inspection": inspection,
        "back_url": inspection.get_absolute_url(),
    }
    return render(request, "inspections/equipment_form.html", context, status=saved.status)


@portal_page
@require_safe
def plan_equipment(request, pk):
    """What the one-stop sections of a plan's units have and lack, for those who plan."""
    plan = visible_plan(request, pk)
    require(permissions.reads_province(request.actor, plan))
    found = EquipmentCount.objects.visible_to(request.actor)
    found = found.filter(survey__visit__inspection__plan=plan)
    related = ("kind", "survey__visit__unit_version", "survey__visit__inspection")
    where = found.lacking().select_related(*related)
    context = {
        "plan": plan,
        "sums": found.summed_up(),
        "lacking": where.order_by("survey__visit__unit_version__path", "kind__code")[:MOST_LISTED],
    }
    return render(request, "inspections/plan_equipment.html", context)

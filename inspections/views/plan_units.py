"""Pages of the units of a plan: choosing them, how and when each is inspected, taking them out."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from inspections import permissions
from inspections.actions import plans as actions
from inspections.choosing import MOST_UNITS, Offer
from inspections.forms.plan_units import PlanUnitForms, UnitChoiceForm, UnitSearchForm
from inspections.models import Plan, PlanUnit
from inspections.risk import with_risk
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed
from reform_portal.common.workflow import Refused

from .reach import visible_plan


@portal_page
@require_http_methods(["GET", "POST"])
def plan_unit_add(request, pk):
    """Choosing units in force on the plan's day: ticked, listed, or a whole group at once."""
    plan = visible_plan(request, pk)
    require(permissions.plans(request.actor, plan))
    day = plan.units_as_of(request.day)
    offer = Offer(plan, day)
    search = UnitSearchForm(request.GET, places=offer.places(), year=plan.year)
    found = search.narrow(offer.in_reach)
    listed = search.judge(with_risk(found, actor=request.actor, year=plan.year))
    form = UnitChoiceForm(typed(request), plan=plan, offer=offer, listed=listed)
    saved = save(
        form, lambda: actions.add_units(plan, form.chosen(), by=request.actor, **form.details())
    )
    if saved.row is not None:  # perhaps no unit, when all were there already
        messages.success(request, _added(len(saved.row)))
        return redirect(request.get_full_path())
    found = [unit for unit in listed if not unit.is_named]
    context = {
        "plan": plan,
        "day": day,
        "form": form,
        "filter_form": search,
        "filtered": any(search.chosen().values()),
        "groups": offer.groups(),
        "units": found[:MOST_UNITS],
        "more": len(found) > MOST_UNITS,
        "ticked": form.data.getlist("units") if form.is_bound else search.come_ticked(found),
        "named_count": len(offer.in_reach) - len(offer.units),
        "is_open": plan.is_editable,
    }
    return render(request, "inspections/plan_units.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def plan_units_edit(request, pk):
    """How and when each unit of a plan is inspected, and several taken out at once."""
    plan = visible_plan(request, pk)
    require(permissions.plans(request.actor, plan))
    named = plan.plan_units.visible_to(request.actor).select_related("unit_version")
    named = named.order_by("unit_version__path")
    form = PlanUnitForms(typed(request), plan, named)
    saved = save(
        form, lambda: actions.change_units(plan, form.changes(), by=request.actor, out=form.out())
    )
    if saved.row is not None:
        changed, out = map(len, saved.row)
        messages.success(request, _changed(changed, out))
        return redirect(f"{plan.get_absolute_url()}#units")
    context = {"plan": plan, "form": form, "back_url": plan.get_absolute_url()}
    return render(request, "inspections/plan_units_edit.html", context, status=saved.status)


@portal_page
@require_POST
def plan_unit_remove(request, pk):
    """Take one unit out of a draft."""
    plans = Plan.objects.visible_to(request.actor)
    found = (
        PlanUnit.objects.visible_to(request.actor)
        .filter(plan__in=plans)
        .select_related("plan", "unit_version")
    )
    plan_unit = get_object_or_404(found, pk=pk)
    require(permissions.plans(request.actor, plan_unit.plan))
    try:
        actions.remove_unit(plan_unit, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(unit)s was taken out of the plan.") % {"unit": plan_unit})
    return redirect(f"{plan_unit.plan.get_absolute_url()}#units")


def _added(count):
    if not count:
        return _("These units were already in the plan.")
    return ngettext(
        "%(count)d unit was added to the plan.", "%(count)d units were added to the plan.", count
    ) % {"count": count}


def _changed(changed, out):
    if not changed and not out:
        return _("Nothing was changed.")
    return _("Changed: %(changed)d. Taken out of the plan: %(out)d.") % {
        "changed": changed,
        "out": out,
    }

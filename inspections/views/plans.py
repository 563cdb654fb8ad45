"""Pages of plans: the list, one plan, its words and its steps."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import permissions, schedule
from inspections.actions import plans as actions
from inspections.actions.plan_copies import copy_plan
from inspections.amendments import with_open_amendment
from inspections.forms.plan_copies import PlanCopyForm
from inspections.forms.plans import PlanFilterForm, PlanForm
from inspections.history import acts_on_plan
from inspections.models import Plan
from inspections.turns import plan_turn
from inspections.workflow_amendments import way_of
from reform_portal.common.access import portal_page, require
from reform_portal.common.paging import page_by_key
from reform_portal.common.saving import save, typed
from reform_portal.common.stepping import take_step


@portal_page
@require_safe
def plan_list(request):
    """Plans this person may see, newest year first."""
    filters = PlanFilterForm(request.GET)
    chosen = filters.chosen()
    plans = Plan.objects.visible_to(request.actor).search(**chosen)
    plans = plans.with_page_data(request.actor)
    plans = plans.with_issuer_name(request.day)
    context = {
        "page": page_by_key(plans, request.GET, order=("-year", "-id")),
        "filter_form": filters,
        "filtered": any(chosen.values()),
        "reads_coverage": permissions.reads_coverage(request.actor),
        "may_draft": permissions.drafts_plans(request.actor),
        "reads_other_visits": permissions.reads_other_visits(request.actor),
        "reads_registers": permissions.reads_registers(request.actor),
    }
    return render(request, "inspections/plan_list.html", context)


@portal_page
@require_safe
def plan_detail(request, pk):
    """One plan: its words, its units with their inspections, its delegations, its history."""
    plan = _visible(request, pk)
    context = {
        "item": plan,
        "plan": plan,
        "turn": plan_turn(plan),
        "steps": way_of(plan).available(plan, request.actor),
        "may": permissions.open_plan_work(request.actor, plan),
        "plan_units": plan.plan_units.with_inspection(request.actor).order_by("unit_version__path"),
        "deadlines": schedule.deadlines_of(plan),
        "delegations": plan.delegations.visible_to(request.actor).with_head_name().order_by("pk"),
        "entries": acts_on_plan(plan, request.actor),
    }
    return render(request, "inspections/plan_detail.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def plan_create(request):
    """A new draft."""
    require(permissions.drafts_plans(request.actor))
    form = PlanForm(typed(request), actor=request.actor)
    saved = save(
        form,
        lambda: actions.create_plan(
            by=request.actor,
            submission=form.cleaned_data["submission"],
            **form.values(),
            **form.many(),
        ),
        field="number",
    )
    if plan := saved.row:
        messages.success(
            request, _("The draft %(plan)s was saved. Now add units to it.") % {"plan": plan}
        )
        return redirect(plan)
    return render(request, "inspections/plan_form.html", {"form": form}, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def plan_edit(request, pk):
    """The words of a draft or a returned plan."""
    plan = _visible(request, pk)
    require(permissions.plans(request.actor, plan))
    name = str(plan)  # what the form writes into `plan` is not its name yet
    form = PlanForm(typed(request), instance=plan, actor=request.actor)
    saved = save(
        form,
        lambda: actions.edit_plan(
            plan, form.seen_version(), by=request.actor, **form.values(), **form.many()
        ),
    )
    if saved.row:
        messages.success(request, _("%(plan)s was saved.") % {"plan": saved.row})
        return redirect(saved.row)
    context = {
        "form": form,
        "plan": plan,
        "name": name,
        "back_url": plan.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "inspections/plan_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def plan_copy(request, pk):
    """A new draft for a later year, made of this plan."""
    plan = _visible(request, pk)
    require(permissions.copies(request.actor, plan))
    form = PlanCopyForm(typed(request), plan=plan, actor=request.actor)
    saved = save(form, lambda: copy_plan(plan, form.chosen(), by=request.actor, **form.values()))
    if draft := saved.row:
        messages.success(
            request, _("The draft %(plan)s was made. Check its words and units.") % {"plan": draft}
        )
        return redirect(draft)
    context = {"form": form, "plan": plan, "found": form.found, "back_url": plan.get_absolute_url()}
    return render(request, "inspections/plan_copy.html", context, status=saved.status)


@portal_page
@require_POST
def plan_step(request, pk, step):
    """A step of the plan's workflow."""
    plan = _visible(request, pk)
    take_step(request, way_of(plan), step, plan)
    return redirect(plan)


def _visible(request, pk):
    plans = Plan.objects.visible_to(request.actor).select_related("committee", "amends", "signer")
    plans = with_open_amendment(plans.with_issuer_name(request.day))
    return get_object_or_404(plans.prefetch_related("types", "areas"), pk=pk)

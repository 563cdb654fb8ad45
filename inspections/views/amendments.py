"""Pages of amendments: beginning one, what it changes, and what a plan said before."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from inspections import amendments, changes, permissions
from inspections.actions.amendments import begin_amendment
from inspections.forms.amendments import AmendForm
from inspections.rules.amendments import amended_already
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed

from .reach import visible_plan


@portal_page
@require_http_methods(["GET", "POST"])
def plan_amend(request, pk):
    """The draft of an amendment of an approved plan."""
    plan = visible_plan(request, pk)
    require(permissions.plans(request.actor, plan))
    if request.method == "GET" and plan.amendments.filter(status__in=plan.OPEN).exists():
        messages.warning(request, amended_already(plan))
        return redirect(plan)
    form = AmendForm(typed(request))
    saved = save(form, lambda: begin_amendment(plan, by=request.actor, **form.cleaned_data))
    if saved.row:
        messages.success(
            request, _("The amendment was begun. Change units, times, texts and deadlines in it.")
        )
        return redirect(saved.row)
    context = {"form": form, "plan": plan, "back_url": plan.get_absolute_url()}
    return render(request, "inspections/plan_amend.html", context, status=saved.status)


@portal_page
@require_safe
def plan_changes(request, pk):
    """What an amendment changes in the plan it amends."""
    plan = visible_plan(request, pk)
    require(permissions.reads_province(request.actor, plan))
    if not plan.is_amendment:
        raise Http404
    before, after = amendments.sides(plan)
    context = {"plan": plan, "amended": plan.amends, "reason": plan.reason}
    context["changes"] = _changes(request.actor, before, after)
    return render(request, "inspections/plan_changes.html", context)


@portal_page
@require_safe
def plan_versions(request, pk):
    """What a plan said at every approval, and all its amendments."""
    plan = visible_plan(request, pk)
    require(permissions.reads_province(request.actor, plan))
    context = {
        "plan": plan,
        "versions": amendments.versions_of(plan),
        "amendments": plan.amendments.order_by("-pk"),
    }
    return render(request, "inspections/plan_versions.html", context)


@portal_page
@require_safe
def plan_version(request, pk, number):
    """What a plan said in one of its versions, and what was changed by it."""
    plan = visible_plan(request, pk)
    require(permissions.reads_province(request.actor, plan))
    version = get_object_or_404(plan.versions.select_related("amendment"), number=number)
    earlier = amendments.before(version)
    context = {
        "plan": plan,
        "version": version,
        "earlier": earlier,
        "said": changes.of_version(amendments.known_to(request.actor, version.said)),
        "changes": earlier and _changes(request.actor, earlier.said, version.said),
    }
    return render(request, "inspections/plan_version.html", context)


def _changes(actor, before, after):
    known = [amendments.known_to(actor, content) for content in (before, after)]
    return changes.of_difference(amendments.difference(*known))

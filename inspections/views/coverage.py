"""Pages of coverage: how much of a province was inspected in a year, and how much of it in time."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from inspections import permissions
from inspections.actions import coverage as actions
from inspections.choosing import KINDS
from inspections.coverage import coverage_of
from inspections.forms.coverage import (
    FIRST_YEAR,
    LAST_YEAR,
    CoverageFilterForm,
    CoverageTargetForm,
)
from inspections.models import CoverageTarget
from inspections.timeliness import timeliness_of
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed
from units.models import UnitVersion


@portal_page
@require_safe
def coverage(request):
    """Shares by kind of unit against the target, with who is missing."""
    require(permissions.reads_coverage(request.actor))
    filters = CoverageFilterForm(request.GET.dict(), actor=request.actor)
    found = coverage_of(request.actor, **filters.chosen())
    filters.offer(found.provinces)
    context = {
        "filter_form": filters,
        "coverage": found,
        "may_set": found.province
        and permissions.sets_coverage(request.actor, found.province.unit_id),
    }
    return render(request, "inspections/coverage.html", context)


@portal_page
@require_safe
def steps_on_time(request):
    """The share of steps done in time, with who is late."""
    require(permissions.reads_coverage(request.actor))
    filters = CoverageFilterForm(request.GET.dict(), actor=request.actor)
    found = timeliness_of(request.actor, **filters.chosen())
    filters.offer(found.provinces)
    context = {"filter_form": filters, "timeliness": found}
    return render(request, "inspections/steps_on_time.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def coverage_target(request, province, year, level):
    """The target of a kind of unit in a year."""
    require(permissions.sets_coverage(request.actor, province))
    if level not in KINDS or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    scope = {"province_id": province, "year": year, "level": level}
    target = CoverageTarget.objects.filter(**scope).first()
    form = CoverageTargetForm(typed(request), instance=target)
    saved = save(form, lambda: _saved(request.actor, target, form, scope))
    back_url = f"{reverse('inspections:coverage')}?year={year}&province={province}"
    if saved.row:
        messages.success(request, _("The target was saved: %(target)s.") % {"target": saved.row})
        return redirect(back_url)
    context = {
        "form": form,
        "year": year,
        "kind": UnitVersion.Level(level).label,
        "back_url": back_url,
        "stale": saved.stale,
    }
    return render(request, "inspections/coverage_target.html", context, status=saved.status)


def _saved(actor, target, form, scope):
    if target is not None:
        return actions.change_target(target, form.seen_version(), by=actor, **form.values())
    token = form.cleaned_data["submission"]
    return actions.set_target(by=actor, submission=token, **scope, **form.values())

"""Pages of units: the list, one unit through time, and what an administrator does to it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from reform_portal.common.access import portal_page, require
from reform_portal.common.paging import page_by_key
from reform_portal.common.saving import save, typed
from units import permissions, tree, unit_page
from units.actions import units as actions
from units.as_on import as_on
from units.forms.filters import UnitFilters
from units.forms.units import UnitForm
from units.models import UnitVersion

from .reach import near_form, units_within_reach


@portal_page
@require_safe
def unit_tree(request):
    """Units as they are on a day, opened level by level; the own province is open at first."""
    shown = as_on(request)
    opened = tree.Opened(
        request.GET, at_first=request.actor.home_province_ids, written_day=shown.written
    )
    context = {
        "groups": tree.grow(shown.day, opened),
        "may_change": permissions.administers(request.actor),
    }
    return render(request, "units/unit_tree.html", context)


@portal_page
@require_safe
def unit_list(request):
    """Units as they are on a day, in one list with filters."""
    shown = as_on(request)
    versions = UnitVersion.objects.visible_to(request.actor)
    places = versions.offered(request.actor, shown.day, also=request.GET.get("parent", ""))
    filters = UnitFilters(request.GET, written_day=shown.written, places=places)
    rows = versions.on(shown.day).matching(filters.chosen("q")).of_level(filters.chosen("level"))
    rows = rows.in_places(filters.place).with_parent_title(shown.day)
    context = {
        "page": page_by_key(rows, request.GET, order=("path", "id"), size=50),
        "filter_form": filters,
        "filtered": filters.is_on,
        "reset_url": shown.address(request.path),
        "may_change": permissions.administers(request.actor),
    }
    return render(request, "units/unit_list.html", context)


@portal_page
@require_safe
def unit_detail(request, pk):
    """How a unit is on a day, the line of its life, who and what is in it."""
    life = _life(request, pk)
    context = unit_page.context_of(life, shown=as_on(request), actor=request.actor)
    context["may_change"] = permissions.administers_unit(request.actor, life[0])
    context["may_name_heir"] = len(context["became"]) > 1 and permissions.names_heir(
        request.actor, life[0]
    )
    return render(request, "units/unit_detail.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def unit_create(request):
    """A new unit, perhaps below the one whose page the administrator came from."""
    require(permissions.administers(request.actor))
    near = near_form(request)
    day = as_on(request).day
    form = UnitForm(
        typed(request),
        initial={"parent": request.GET.get("parent"), "valid_from": day},
        actor=request.actor,
        reach=units_within_reach(request, near, day),
    )
    saved = save(form, lambda: actions.open_unit(by=request.actor, **form.cleaned_data))
    if saved.row:
        messages.success(request, _("%(unit)s was opened.") % {"unit": saved.row})
        return redirect(saved.row)
    context = {"form": form, "near": near, "day": day}
    return render(request, "units/unit_form.html", context, status=saved.status)


def _life(request, pk):
    """All versions of a unit, the newest first."""
    versions = UnitVersion.objects.visible_to(request.actor).filter(unit=pk)
    life = list(versions.with_life_data().order_by("-valid_from"))
    if not life:
        raise Http404
    return life

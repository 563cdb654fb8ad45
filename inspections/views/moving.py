"""Pages that move or cancel a visit or a scheduled inspection, opened from the calendar."""

from copy import copy

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from inspections import permissions, workflow
from inspections.actions import moving as actions
from inspections.forms.moving import CancelForm, MoveInspectionForm, MoveVisitForm, dropped_on
from inspections.forms.warned import save_or_ask_why
from inspections.models import Visit
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed

from .inspections import visible_inspection


@portal_page
@require_http_methods(["GET", "POST"])
def visit_move(request, pk):
    """A visit takes place on another day or in the other half of it."""
    visit = _visible(request, pk)
    require(permissions.schedules_visits(request.actor, visit.inspection))
    dropped = dropped_on(request.GET, "day")
    form = MoveVisitForm(typed(request), instance=copy(visit), initial=dropped)
    given = ("day", "session", "reason", "in_spite_of")
    saved = _save(form, given, lambda **values: actions.move_visit(visit, **values), request.actor)
    if saved.row:
        messages.success(request, _("“%(what)s” was moved.") % {"what": saved.row})
        return redirect(_week(saved.row.day))
    context = {"what": visit, "inspection": visit.inspection, "visit": visit}
    return _page(request, "inspections/calendar_move.html", form, saved, visit.day, context)


@portal_page
@require_http_methods(["GET", "POST"])
def inspection_move(request, code):
    """A scheduled inspection begins on another day, with all its visits."""
    inspection = visible_inspection(request, code)
    require(permissions.plans(request.actor, inspection))
    dropped = dropped_on(request.GET, "starts_on")
    form = MoveInspectionForm(typed(request), instance=copy(inspection), initial=dropped)
    given = ("starts_on", "ends_on", "reason", "in_spite_of")
    saved = _save(
        form, given, lambda **values: actions.move_inspection(inspection, **values), request.actor
    )
    if saved.row:
        messages.success(request, _("“%(what)s” was moved.") % {"what": saved.row})
        return redirect(_week(saved.row.starts_on))
    context = {"what": inspection, "inspection": inspection}
    return _page(
        request, "inspections/calendar_move.html", form, saved, inspection.starts_on, context
    )


@portal_page
@require_http_methods(["GET", "POST"])
def visit_cancel(request, pk):
    """A visit does not take place."""
    visit = _visible(request, pk)
    require(permissions.schedules_visits(request.actor, visit.inspection))
    form = CancelForm(typed(request))
    saved = save(
        form,
        lambda: actions.cancel_visit(visit, by=request.actor, reason=form.cleaned_data["reason"]),
    )
    if saved.row:
        messages.success(request, _("“%(what)s” was cancelled.") % {"what": visit})
        return redirect(_week(visit.day))
    context = {"what": visit, "inspection": visit.inspection, "visit": visit}
    return _page(request, "inspections/calendar_cancel.html", form, saved, visit.day, context)


@portal_page
@require_http_methods(["GET", "POST"])
def inspection_cancel(request, code):
    """A scheduled inspection does not take place."""
    inspection = visible_inspection(request, code)
    require(permissions.plans(request.actor, inspection))
    form, cancel = CancelForm(typed(request)), workflow.inspection
    saved = save(
        form,
        lambda: cancel.take(
            "cancel", inspection, by=request.actor, note=form.cleaned_data["reason"]
        ),
    )
    if saved.row:
        messages.success(request, _("“%(what)s” was cancelled.") % {"what": inspection})
        return redirect(inspection)
    context = {"what": inspection, "inspection": inspection}
    return _page(
        request, "inspections/calendar_cancel.html", form, saved, inspection.starts_on, context
    )


def _save(form, given, action, actor):
    """Move; what speaks against the new day comes back with a field for the reason."""

    def act():
        values = {name: form.cleaned_data[name] for name in given}
        return action(seen_version=form.seen_version(), by=actor, **values)

    return save_or_ask_why(form, act)


def _page(request, template, form, saved, day, context):
    shared = {"form": form, "stale": saved.stale, "back_url": _week(day)}
    return render(request, template, context | shared, status=saved.status)


def _week(day):
    return f"{reverse('inspections:calendar_week')}?day={day.isoformat()}"


def _visible(request, pk):
    visits = Visit.objects.visible_to(request.actor).select_related("unit")
    visit = get_object_or_404(visits.select_related("inspection", "unit_version"), pk=pk)
    visit.inspection = visible_inspection(request, visit.inspection.code)
    return visit

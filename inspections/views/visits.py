"""Pages of visits: recording, editing, and deleting one after a question."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from inspections import permissions
from inspections.actions import visits as actions
from inspections.forms.fieldwork import VisitForm
from inspections.forms.warned import save_or_ask_why
from inspections.models import Inspection, Visit
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import typed
from reform_portal.common.workflow import Refused

from .inspections import visible_inspection


@portal_page
@require_http_methods(["GET", "POST"])
def visit_create(request, code):
    """Where the delegation went."""
    inspection = visible_inspection(request, code)
    require(permissions.schedules_visits(request.actor, inspection))
    form = VisitForm(typed(request), inspection=inspection)
    saved = save_or_ask_why(
        form,
        lambda: actions.record_visit(
            inspection,
            by=request.actor,
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    if visit := saved.row:
        messages.success(request, _("The visit “%(visit)s” was recorded.") % {"visit": visit})
        return redirect(visit)
    context = {"form": form, "inspection": inspection, "back_url": inspection.get_absolute_url()}
    return render(request, "inspections/visit_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def visit_edit(request, pk):
    """Change a visit, until the draft is announced."""
    visit = _visible(request, pk)
    inspection = visit.inspection
    require(permissions.schedules_visits(request.actor, inspection))
    to_come = _is_to_come(visit, request.day)
    form = VisitForm(typed(request), instance=visit, inspection=inspection, is_to_come=to_come)
    saved = save_or_ask_why(
        form,
        lambda: actions.edit_visit(visit, form.seen_version(), by=request.actor, **form.values()),
    )
    if saved.row:
        messages.success(request, _("The visit “%(visit)s” was saved.") % {"visit": saved.row})
        return redirect(saved.row)
    context = {
        "form": form,
        "inspection": inspection,
        "visit": visit,
        "is_to_come": to_come,
        "back_url": inspection.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "inspections/visit_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def visit_delete(request, pk):
    """Ask, then delete; one still to come is cancelled with a reason instead."""
    visit = _visible(request, pk)
    inspection = visit.inspection
    require(permissions.schedules_visits(request.actor, inspection))
    if _is_to_come(visit, request.day):
        return redirect("inspections:visit_cancel", visit.pk)
    if request.method == "POST":
        try:
            actions.delete_visit(visit, by=request.actor)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The visit “%(visit)s” was deleted.") % {"visit": visit})
        return redirect(inspection)
    context = {"inspection": inspection, "visit": visit}
    return render(request, "inspections/visit_delete.html", context)


def _is_to_come(visit, day):
    """Others count on it: its time changes with a reason they are told."""
    return visit.inspection.status == Inspection.Status.PLANNED or visit.day > day


def _visible(request, pk):
    visits = Visit.objects.visible_to(request.actor)
    related = ("inspection__unit_version", "inspection__plan", "inspection__delegation")
    return get_object_or_404(visits.select_related(*related), pk=pk)

"""Pages of visits: recording, editing, and deleting one after a question."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from inspections import permissions
from inspections.actions import visits as actions
from inspections.forms.fieldwork import VisitForm
from inspections.models import Visit
from reform_portal.common.access import portal_page, require
from reform_portal.common.editing import Stale
from reform_portal.common.forms import form_status
from reform_portal.common.stale import CONFLICT, both_texts
from reform_portal.common.workflow import Refused

from .inspections import visible_inspection


@portal_page
@require_http_methods(["GET", "POST"])
def visit_create(request, code):
    """Where the delegation went."""
    inspection = visible_inspection(request, code)
    require(permissions.records(request.actor, inspection))
    form = VisitForm(request.POST if request.method == "POST" else None, inspection=inspection)
    if request.method == "POST" and form.is_valid():
        token = form.cleaned_data["submission"]
        try:
            visit = actions.record_visit(
                inspection, by=request.actor, submission=token, **form.values()
            )
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
        else:
            messages.success(request, _("The visit “%(visit)s” was recorded.") % {"visit": visit})
            return redirect(visit)
    context = {"form": form, "inspection": inspection, "back_url": inspection.get_absolute_url()}
    return render(request, "inspections/visit_form.html", context, status=form_status(form))


@portal_page
@require_http_methods(["GET", "POST"])
def visit_edit(request, pk):
    """Change a visit, until the draft is announced."""
    visit = _visible(request, pk)
    inspection = visit.inspection
    require(permissions.records(request.actor, inspection))
    context, status = {"inspection": inspection, "visit": visit}, None
    form = VisitForm(
        request.POST if request.method == "POST" else None, instance=visit, inspection=inspection
    )
    if request.method == "POST" and form.is_valid():
        try:
            saved = actions.edit_visit(
                visit, form.seen_version(), by=request.actor, **form.values()
            )
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
        except Stale as lost:
            context["stale"], status = both_texts(form, lost.current), CONFLICT
        else:
            messages.success(request, _("The visit “%(visit)s” was saved.") % {"visit": saved})
            return redirect(saved)
    context |= {"form": form, "back_url": inspection.get_absolute_url()}
    status = status or form_status(form)
    return render(request, "inspections/visit_form.html", context, status=status)


@portal_page
@require_http_methods(["GET", "POST"])
def visit_delete(request, pk):
    """Ask, then delete."""
    visit = _visible(request, pk)
    inspection = visit.inspection
    require(permissions.records(request.actor, inspection))
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


def _visible(request, pk):
    visits = Visit.objects.visible_to(request.actor)
    related = ("inspection__unit_version", "inspection__plan", "inspection__delegation")
    return get_object_or_404(visits.select_related(*related), pk=pk)

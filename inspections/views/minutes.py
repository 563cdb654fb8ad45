"""Pages of minutes: writing and editing them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from inspections import permissions
from inspections.actions import minutes as actions
from inspections.forms.fieldwork import MinutesForm
from inspections.models import Minutes
from reform_portal.common.access import portal_page, require
from reform_portal.common.editing import Stale
from reform_portal.common.forms import form_status
from reform_portal.common.stale import CONFLICT, both_texts
from reform_portal.common.workflow import Refused

from .inspections import visible_inspection


@portal_page
@require_http_methods(["GET", "POST"])
def minutes_create(request, code):
    """Minutes of a session or of the announcement."""
    inspection = visible_inspection(request, code)
    require(permissions.records(request.actor, inspection))
    form = MinutesForm(request.POST if request.method == "POST" else None, inspection=inspection)
    if request.method == "POST" and form.is_valid():
        token = form.cleaned_data["submission"]
        try:
            minutes = actions.write_minutes(
                inspection, by=request.actor, submission=token, **form.values()
            )
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
        else:
            messages.success(request, _("The minutes were saved."))
            return redirect(minutes)
    context = {"form": form, "inspection": inspection, "back_url": inspection.get_absolute_url()}
    return render(request, "inspections/minutes_form.html", context, status=form_status(form))


@portal_page
@require_http_methods(["GET", "POST"])
def minutes_edit(request, pk):
    """Change minutes, until the conclusion."""
    related = ("inspection__unit_version", "inspection__plan", "inspection__delegation")
    found = Minutes.objects.visible_to(request.actor).select_related(*related)
    minutes = get_object_or_404(found, pk=pk)
    inspection = minutes.inspection
    require(permissions.records(request.actor, inspection))
    context, status = {"inspection": inspection, "minutes": minutes}, None
    form = MinutesForm(
        request.POST if request.method == "POST" else None, instance=minutes, inspection=inspection
    )
    if request.method == "POST" and form.is_valid():
        try:
            saved = actions.edit_minutes(
                minutes, form.seen_version(), by=request.actor, **form.values()
            )
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
        except Stale as lost:
            context["stale"], status = both_texts(form, lost.current), CONFLICT
        else:
            messages.success(request, _("The minutes were saved."))
            return redirect(saved)
    context |= {"form": form, "back_url": inspection.get_absolute_url()}
    status = status or form_status(form)
    return render(request, "inspections/minutes_form.html", context, status=status)

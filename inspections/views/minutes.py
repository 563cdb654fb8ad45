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
from reform_portal.common.saving import save, typed

from .inspections import visible_inspection


@portal_page
@require_http_methods(["GET", "POST"])
def minutes_create(request, code):
    """Minutes of a session or of the announcement."""
    inspection = visible_inspection(request, code)
    require(permissions.records(request.actor, inspection))
    form = MinutesForm(typed(request), inspection=inspection)
    saved = save(
        form,
        lambda: actions.write_minutes(
            inspection,
            by=request.actor,
            submission=form.cleaned_data["submission"],
            settled=form.settled(),
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The minutes were saved."))
        return redirect(saved.row)
    context = {"form": form, "inspection": inspection, "back_url": inspection.get_absolute_url()}
    return render(request, "inspections/minutes_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def minutes_edit(request, pk):
    """Change minutes, until the conclusion."""
    related = ("inspection__unit_version", "inspection__plan", "inspection__delegation")
    found = Minutes.objects.visible_to(request.actor).select_related(*related)
    minutes = get_object_or_404(found, pk=pk)
    inspection = minutes.inspection
    require(permissions.records(request.actor, inspection))
    form = MinutesForm(typed(request), instance=minutes, inspection=inspection)
    saved = save(
        form,
        lambda: actions.edit_minutes(
            minutes,
            form.seen_version(),
            by=request.actor,
            settled=form.settled(),
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The minutes were saved."))
        return redirect(saved.row)
    context = {
        "form": form,
        "inspection": inspection,
        "minutes": minutes,
        "back_url": inspection.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "inspections/minutes_form.html", context, status=saved.status)

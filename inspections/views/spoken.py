"""The page on which the delegation writes down what it said at a visit; made for a phone."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from inspections import permissions
from inspections.actions import spoken as actions
from inspections.forms.spoken import SpokenConclusionForm
from inspections.models import Visit
from inspections.rules.spoken import check_is_under_way
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed

from .inspections import visible_inspection


@portal_page
@require_http_methods(["GET", "POST"])
def spoken_conclusion(request, pk):
    """The spoken conclusion of a visit and the answer of the unit."""
    visits = Visit.objects.visible_to(request.actor).select_related("inspection", "spoken")
    visit = get_object_or_404(visits, pk=pk)
    inspection = visit.inspection = visible_inspection(request, visit.inspection.code)
    if not inspection.is_spoken:
        raise Http404
    require(permissions.records(request.actor, inspection))
    too_soon_or_late = check_is_under_way(inspection)
    if request.method == "GET" and too_soon_or_late:
        messages.warning(request, too_soon_or_late)
        return redirect(inspection)
    spoken = getattr(visit, "spoken", None)
    form = SpokenConclusionForm(typed(request), instance=spoken, delegation=inspection.delegation)
    saved = save(form, lambda: _write(visit, spoken, form, request.actor))
    if saved.row:
        messages.success(request, _("What was said at “%(visit)s” was saved.") % {"visit": visit})
        return redirect(f"{inspection.get_absolute_url()}#spoken")
    context = {
        "form": form,
        "visit": visit,
        "inspection": inspection,
        "back_url": inspection.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "inspections/spoken_form.html", context, status=saved.status)


def _write(visit, spoken, form, actor):
    if spoken:
        return actions.edit_conclusion(spoken, form.seen_version(), by=actor, **form.values())
    token = form.cleaned_data["submission"]
    return actions.write_conclusion(visit, by=actor, submission=token, **form.values())

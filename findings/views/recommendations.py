"""Recommendations: adding, changing and deleting points of the conclusion."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed
from reform_portal.common.workflow import Refused

from .. import permissions
from ..actions import recommendations as actions
from ..actions.conclusions import WRITABLE
from ..forms.recommendations import RecommendationForm
from ..models import Recommendation
from ..querysets import inspections_read_by
from .reach import moved_on, read_inspection_or_404


@portal_page
@require_http_methods(["GET", "POST"])
def recommendation_create(request, code):
    """Add a point under the next number."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.writes_conclusion(request.actor, inspection))
    if moved_on(request, inspection, *WRITABLE):
        return redirect("findings:draft", code)
    form = RecommendationForm(typed(request), inspection=inspection, instance=Recommendation())
    saved = save(
        form,
        lambda: actions.add_recommendation(
            inspection,
            by=request.actor,
            units=form.cleaned_data["units"],
            findings=form.cleaned_data["findings"],
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The recommendation is added."))
        return redirect(saved.row)
    context = {
        "form": form,
        "inspection": inspection,
        "back_url": reverse("findings:draft", args=[code]),
    }
    return render(request, "findings/recommendation_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def recommendation_edit(request, pk):
    """Change a point and who must act on it."""
    recommendation = _visible(request, pk)
    inspection = recommendation.inspection
    require(permissions.writes_conclusion(request.actor, inspection))
    if moved_on(request, inspection, *WRITABLE):
        return redirect(recommendation)
    form = RecommendationForm(typed(request), inspection=inspection, instance=recommendation)
    saved = save(
        form,
        lambda: actions.revise_recommendation(
            recommendation,
            by=request.actor,
            seen_version=form.seen_version(),
            units=form.cleaned_data["units"],
            findings=form.cleaned_data["findings"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The recommendation is changed."))
        return redirect(saved.row)
    context = {
        "form": form,
        "item": recommendation,
        "inspection": inspection,
        "back_url": recommendation.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "findings/recommendation_form.html", context, status=saved.status)


@portal_page
@require_POST
def recommendation_delete(request, pk):
    """Take a point away; the others move up."""
    recommendation = _visible(request, pk)
    require(permissions.writes_conclusion(request.actor, recommendation.inspection))
    try:
        inspection = actions.delete_recommendation(recommendation, by=request.actor)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        return redirect(recommendation)
    messages.success(request, _("The recommendation is deleted."))
    return redirect("findings:draft", inspection.code)


def _visible(request, pk):
    """Whoever reads the draft sees its recommendations."""
    readable = inspections_read_by(request.actor)
    rows = Recommendation.objects.filter(inspection__in=readable)
    return get_object_or_404(
        rows.select_related("inspection__delegation", "inspection__unit_version").prefetch_related(
            "inspection__delegation__members"
        ),
        pk=pk,
    )

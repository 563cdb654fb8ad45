"""Papers beside an explanation: adding, reading, taking out."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reform_portal.common.access import portal_page, require, send_file
from reform_portal.common.saving import save, typed
from reform_portal.common.workflow import Refused

from .. import permissions
from ..actions import explanation_files as actions
from ..forms.explanations import ExplanationFileForm
from ..models import Explanation, ExplanationFile
from .reach import moved_on


@portal_page
@require_http_methods(["GET", "POST"])
def explanation_file_add(request, pk):
    """The unit puts a paper or a photo beside its words."""
    visible = Explanation.objects.visible_to(request.actor)
    explanation = get_object_or_404(visible.select_related("inspection__unit_version"), pk=pk)
    inspection = explanation.inspection
    require(permissions.explains(request.actor, inspection))
    if moved_on(request, inspection, inspection.Status.ANNOUNCED):
        return redirect(explanation)
    form = ExplanationFileForm(typed(request), request.FILES or None)
    saved = save(form, lambda: actions.attach(explanation, by=request.actor, **form.values()))
    if saved.row:
        messages.success(request, _("The paper is added. It goes to the delegation with the text."))
        return redirect(explanation)
    context = {
        "form": form,
        "inspection": inspection,
        "explanation": explanation,
        "back_url": explanation.get_absolute_url(),
    }
    return render(request, "findings/explanation_file_form.html", context, status=saved.status)


@portal_page
@require_safe
def explanation_file(request, pk):
    """The file itself, as a download; a picture is shown."""
    paper = _visible(request, pk)
    return send_file(
        paper.file,
        name=paper.file_name,
        content_type=paper.content_type,
        inline=paper.content_type.startswith("image/"),
    )


@portal_page
@require_POST
def explanation_file_delete(request, pk):
    """Take out a paper that was not sent yet."""
    paper = _visible(request, pk)
    explanation = paper.explanation
    require(permissions.explains(request.actor, explanation.inspection))
    try:
        actions.detach(paper, by=request.actor)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
    else:
        messages.success(request, _("The paper is taken out."))
    return redirect(explanation)


def _visible(request, pk):
    """Who sees the words sees the papers; what was not sent only the unit itself."""
    said = Explanation.objects.visible_to(request.actor)
    own = Q(explanation__unit__in=request.actor.officer_unit_ids)
    papers = ExplanationFile.objects.filter(own | Q(sent_on__isnull=False), explanation__in=said)
    return get_object_or_404(papers.select_related("explanation__inspection"), pk=pk)

"""What the unit says to the draft, and the head's answer to each point."""

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import workflow as inspections
from inspections.permissions import reads_fieldwork
from inspections.turns import inspection_turn
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed
from reform_portal.common.stepping import take_step
from units.heirs import ending_of

from .. import permissions, workflow
from ..actions import explanations as actions
from ..forms.explanations import ExplanationForm
from ..models import Explanation, Finding
from .findings import SHOWN
from .reach import inspection_or_404, moved_on, read_inspection_or_404

STEPS = ("send_explanation", "skip_explanation", "return_explanation")


@portal_page
@require_safe
def explanations(request, code):
    """Every finding with the unit's word on it, and the word on the whole draft."""
    inspection = inspection_or_404(request, code)
    said = Explanation.objects.visible_to(request.actor).select_related("written_by")
    findings = Finding.objects.visible_to(request.actor).filter(inspection=inspection)
    findings = findings.select_related("area").in_order_of_the_paper()
    decides = permissions.decides_on_explanations(request.actor, inspection)
    context = {
        "item": inspection,
        "reads_fieldwork": reads_fieldwork(request.actor, inspection),
        "turn": inspection_turn(inspection),
        "steps": [
            step
            for step in inspections.inspection.available(inspection, request.actor)
            if step.name in STEPS
        ],
        "step_url": "inspections:inspection_step",
        "step_ref": inspection.code,
        "findings": findings.prefetch_related(Prefetch("explanations", said, to_attr="said"))[
            :SHOWN
        ],
        "whole": said.filter(inspection=inspection, finding=None).first(),
        "may_explain": inspection.status == inspection.Status.ANNOUNCED
        and permissions.explains(request.actor, inspection),
        "ending": ending_of(inspection.unit, request.day),
        "decisions": decisions(decides and inspection.status == inspection.Status.EXPLAINED),
    }
    return render(request, "findings/explanations.html", context)


def decisions(is_open):
    """The steps a head may take on an explanation, by its status; none while not open."""
    steps = workflow.explanation.steps.values() if is_open else ()
    return {
        status.value: [step for step in steps if status in step.sources]
        for status in Explanation.Status
    }


@portal_page
@require_http_methods(["GET", "POST"])
def explanation_edit(request, code, finding=None):
    """Write or change what the unit says to a finding or to the whole draft."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.explains(request.actor, inspection))
    if moved_on(request, inspection, inspection.Status.ANNOUNCED):
        return redirect("findings:explanations", code)
    about = _finding(request, inspection, finding)
    form = ExplanationForm(typed(request), instance=_written(inspection, about))
    saved = save(
        form,
        lambda: actions.explain(
            inspection,
            by=request.actor,
            finding=about,
            text=form.cleaned_data["text"],
            submission=form.cleaned_data["submission"],
            seen_version=form.seen_version(),
        ),
    )
    if saved.row:
        messages.success(
            request,
            _("Your explanation is kept as a draft. The delegation reads it once you send it."),
        )
        return redirect(saved.row)
    context = {
        "form": form,
        "inspection": inspection,
        "finding": about,
        "back_url": reverse("findings:explanations", args=[code]),
        "stale": saved.stale,
    }
    return render(request, "findings/explanation_form.html", context, status=saved.status)


@portal_page
@require_POST
def explanation_step(request, pk, step):
    """The head accepts, rejects or decides again, with a reason."""
    visible = Explanation.objects.visible_to(request.actor).select_related("inspection__delegation")
    explanation = get_object_or_404(visible, pk=pk)
    require(permissions.decides_on_explanation(request.actor, explanation))
    take_step(request, workflow.explanation, step, explanation, action=actions.decide)
    return redirect(explanation)


def _finding(request, inspection, pk):
    if pk is None:
        return None
    findings = Finding.objects.visible_to(request.actor).select_related("area")
    return get_object_or_404(findings, inspection=inspection, pk=pk)


def _written(inspection, finding):
    written = Explanation.objects.filter(inspection=inspection, finding=finding).first()
    return written or Explanation(inspection=inspection, finding=finding)

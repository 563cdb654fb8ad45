"""What the unit says to the draft, and the head's answer to each point."""

from django.contrib import messages
from django.db.models import Prefetch, Q
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
from ..actions.announcing import note_reading
from ..announced import words_read
from ..forms.explanations import ExplanationForm
from ..models import Explanation, ExplanationFile, Extension, Finding
from .findings import SHOWN
from .reach import inspection_or_404, moved_on, read_inspection_or_404

STEPS = ("send_explanation", "skip_explanation", "return_explanation")


@portal_page
@require_safe
def explanations(request, code):
    """Every finding with the unit's word on it, and the word on the whole draft."""
    inspection = inspection_or_404(request, code)
    note_reading(inspection, by=request.actor)
    said = Explanation.objects.visible_to(request.actor).filter(inspection=inspection)
    answers = {row.finding_id: row for row in with_papers(request.actor, said)}
    read = words_read(inspection.pk)
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
        "findings": [
            (finding, read.get(finding.pk, finding.text), answers.get(finding.pk))
            for finding in findings[:SHOWN]
        ],
        "whole": answers.get(None),
        "may_explain": inspection.status == inspection.Status.ANNOUNCED
        and permissions.explains(request.actor, inspection),
        "ending": ending_of(inspection.unit, request.day),
        **_days(request, inspection),
        "decisions": decisions(decides and inspection.status == inspection.Status.EXPLAINED),
    }
    return render(request, "findings/explanations.html", context)


def with_papers(actor, said):
    """Each explanation with who wrote it and, as `papers`, those this person may open."""
    own = Q(explanation__unit__in=actor.officer_unit_ids)
    papers = ExplanationFile.objects.filter(own | Q(sent_on__isnull=False))
    return said.select_related("written_by").prefetch_related(
        Prefetch("files", papers, to_attr="papers")
    )


def _days(request, inspection):
    """Until when the unit explains, and what was asked and answered about it."""
    announced = inspection.status in inspection.UNIT_READS_FINDINGS
    is_open = inspection.status == inspection.Status.ANNOUNCED
    leads = permissions.decides_on_explanations(request.actor, inspection)
    asks = is_open and permissions.explains(request.actor, inspection)
    rows = Extension.objects.filter(inspection=inspection).select_related("asked_by")
    return {
        "announced": announced,
        "extensions": rows if announced else (),
        "extension_steps": workflow.extension.steps.values() if is_open and leads else (),
        "ask_url": reverse("findings:extension_ask", args=[inspection.code]) if asks else "",
    }


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
            stance=form.cleaned_data["stance"],
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

"""Findings: the list over everything, those of an inspection, one of them, and its form."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections.history import acts_on
from inspections.permissions import reads_fieldwork
from inspections.turns import inspection_turn
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed
from reform_portal.common.workflow import Refused

from .. import permissions, questions
from ..actions import findings as actions
from ..actions.announcing import note_reading
from ..announced import words_for
from ..forms.filters import FindingFilter
from ..forms.findings import FindingForm
from ..lines import in_lines
from ..models import Evidence, Finding
from ..questions import CHILDREN
from .reach import finding_or_404, inspection_or_404, moved_on

# More than anybody reads on one page; the list has the rest.
SHOWN = 300


@portal_page
@require_safe
def finding_list(request):
    """Everything a person may see, by kind, area, unit, words and inspection."""
    filters = FindingFilter(request.GET, day=request.day)
    context = {
        "page": in_lines(questions.findings_in_rows(request.GET, request.actor, filters.chosen())),
        "filter_form": filters,
        "filtered": filters.is_used,
        "reset_url": reverse("findings:finding_list") if filters.is_used else "",
    }
    return render(request, "findings/finding_list.html", context)


@portal_page
@require_safe
def inspection_findings(request, code):
    """The findings of one inspection in the order of the paper."""
    inspection = inspection_or_404(request, code)
    note_reading(inspection, by=request.actor)
    findings = Finding.objects.visible_to(request.actor).filter(inspection=inspection)
    evidence = Evidence.objects.visible_to(request.actor).filter(
        inspection=inspection, finding=None
    )
    context = {
        "item": inspection,
        "turn": inspection_turn(inspection),
        "findings": findings.with_page_data().in_order_of_the_paper()[:SHOWN],
        "evidence": evidence.select_related("visit")[:CHILDREN],
        "may_record": inspection.is_recording
        and permissions.records_findings(request.actor, inspection),
        "records": permissions.records_findings(request.actor, inspection),
        "reads_fieldwork": reads_fieldwork(request.actor, inspection),
    }
    return render(request, "findings/inspection_findings.html", context)


@portal_page
@require_safe
def finding_detail(request, pk):
    """One finding with its evidence, the unit's word on it and what follows from it."""
    finding = finding_or_404(request, pk)
    said = questions.explanations_of(request.actor, finding.pk)
    context = {
        "item": finding,
        "in_the_draft": words_for(request.actor, finding),
        "inspection": finding.inspection,
        "units": [row.unit_version for row in questions.units_of(finding.pk)],
        "evidence": questions.evidence_of(finding.pk),
        "explanation": said[0] if said else None,
        "recommendations": questions.recommendations_from(finding.pk),
        "entries": acts_on(finding),
        "may_change": finding.inspection.is_recording
        and permissions.changes_finding(request.actor, finding),
    }
    return render(request, "findings/finding_detail.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def finding_create(request, code):
    """Put a finding on record."""
    inspection = inspection_or_404(request, code)
    require(permissions.records_findings(request.actor, inspection))
    if moved_on(request, inspection, *inspection.RECORDING):
        return redirect("findings:inspection_findings", code)
    form = FindingForm(typed(request), inspection=inspection, instance=Finding())
    saved = save(
        form,
        lambda: actions.record_finding(
            inspection,
            by=request.actor,
            units=form.cleaned_data["units"],
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The finding is recorded."))
        return redirect(saved.row)
    context = {
        "form": form,
        "inspection": inspection,
        "back_url": reverse("findings:inspection_findings", args=[code]),
    }
    return render(request, "findings/finding_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def finding_edit(request, pk):
    """Change a finding; whoever saves second sees both texts."""
    finding = finding_or_404(request, pk)
    require(permissions.changes_finding(request.actor, finding))
    if moved_on(request, finding.inspection, *finding.inspection.RECORDING):
        return redirect(finding)
    form = FindingForm(typed(request), inspection=finding.inspection, instance=finding)
    saved = save(
        form,
        lambda: actions.revise_finding(
            finding,
            by=request.actor,
            seen_version=form.seen_version(),
            units=form.cleaned_data["units"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The finding is changed."))
        return redirect(saved.row)
    context = {
        "form": form,
        "item": finding,
        "inspection": finding.inspection,
        "back_url": finding.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "findings/finding_form.html", context, status=saved.status)


@portal_page
@require_POST
def finding_delete(request, pk):
    """Take a finding away, while the inspection is open for it."""
    finding = finding_or_404(request, pk)
    require(permissions.changes_finding(request.actor, finding))
    try:
        inspection = actions.delete_finding(finding, by=request.actor)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        return redirect(finding)
    messages.success(request, _("The finding is deleted."))
    return redirect("findings:inspection_findings", inspection.code)

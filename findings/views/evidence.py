"""Evidence: adding, showing and removing the photos and papers of an inspection."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reform_portal.common.access import portal_page, require, send_file
from reform_portal.common.saving import save, typed
from reform_portal.common.workflow import Refused

from .. import permissions
from ..actions import evidence as actions
from ..forms.findings import EvidenceForm
from ..models import Evidence, Finding
from .reach import finding_or_404, inspection_or_404, moved_on


@portal_page
@require_http_methods(["GET", "POST"])
def evidence_add(request, pk):
    """A photo or paper that shows a finding."""
    finding = finding_or_404(request, pk)
    return _add(request, finding.inspection, finding)


@portal_page
@require_http_methods(["GET", "POST"])
def inspection_evidence_add(request, code):
    """A photo or paper of a visit or of the inspection as a whole."""
    return _add(request, inspection_or_404(request, code), None)


@portal_page
@require_safe
def evidence_file(request, pk):
    """The file: a picture to be shown, anything else as a download."""
    evidence = get_object_or_404(Evidence.objects.visible_to(request.actor), pk=pk)
    return send_file(
        evidence.file,
        name=evidence.file_name,
        content_type=evidence.content_type,
        inline=evidence.is_image,
    )


@portal_page
@require_POST
def evidence_delete(request, pk):
    """Remove evidence, while the inspection is open for it."""
    visible = Evidence.objects.visible_to(request.actor).select_related(
        "finding", "inspection__delegation"
    )
    evidence = get_object_or_404(visible, pk=pk)
    require(permissions.records_findings(request.actor, evidence.inspection))
    page = evidence.finding or evidence.inspection
    try:
        actions.delete_evidence(evidence, by=request.actor)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
    else:
        messages.success(request, _("The evidence is deleted."))
    return _back_to(page)


def _add(request, inspection, finding):
    require(permissions.records_findings(request.actor, inspection))
    if moved_on(request, inspection, *inspection.RECORDING):
        return _back_to(finding or inspection)
    form = EvidenceForm(
        typed(request),
        request.FILES or None,
        inspection=inspection,
        day=request.day,
        initial={"visit": finding and finding.visit_id},
    )
    saved = save(
        form,
        lambda: actions.add_evidence(
            inspection, by=request.actor, finding=finding, **form.values()
        ),
    )
    page = finding or inspection
    if saved.row:
        messages.success(request, _("The evidence is added."))
        return _back_to(page)
    context = {
        "form": form,
        "inspection": inspection,
        "finding": finding,
        "back_url": _page(page),
    }
    return render(request, "findings/evidence_form.html", context, status=saved.status)


def _back_to(page):
    return redirect(_page(page))


def _page(page):
    """Where the evidence of a finding, or of an inspection, is shown."""
    if isinstance(page, Finding):
        return page.get_absolute_url()
    return reverse("findings:inspection_findings", args=[page.code])

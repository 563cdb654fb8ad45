"""Requests for reports: the list, asking, following one to its file."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from findings.actions.announcing import note_reading
from inspections.models import Inspection
from inspections.permissions import reads_coverage
from reform_portal.common.access import portal_page, require, send_file
from reform_portal.common.models import AuditEntry
from reform_portal.common.paging import page_by_key
from reform_portal.common.roles import Role
from reform_portal.common.workflow import Refused

from . import actions, queue, subjects
from .forms import NO_SUCH_FORMAT, RequestForm
from .models import ReportRequest
from .offers import offers_of, year_for
from .registry import CONTENT_TYPES, REPORTS, reports_about

# Whoever of the unit has these in hand has read them.
TOLD_TO_THE_UNIT = (ReportRequest.Kind.DRAFT, ReportRequest.Kind.CONCLUSION)


@portal_page
@require_safe
def request_list(request):
    """One's own requests; of one inspection when its tab was opened."""
    rows = ReportRequest.objects.visible_to(request.actor).with_page_data()
    inspection = _chosen_inspection(request)
    if inspection:
        rows = rows.filter(inspection=inspection)
    context = {
        "page": page_by_key(rows, request.GET),
        "inspection": inspection,
        "offers": offers_of(inspection, request.actor) if inspection else [],
        "reads_templates": reads_coverage(request.actor),
    }
    return render(request, "reports/request_list.html", context)


@portal_page
@require_POST
def request_create(request, code):
    """A paper of an inspection."""
    inspection = _inspection(request, code)
    return _ask(request, inspection, back=_list_of(inspection))


@portal_page
@require_POST
def request_about(request, about, pk):
    """A paper of a plan, of a delegation, or minutes."""
    rows = subjects.MODELS[about].objects.visible_to(request.actor)
    subject = get_object_or_404(rows.select_related(*subjects.RELATED[about]), pk=pk)
    back = _list_of(subject.inspection) if about == "minutes" else subject.get_absolute_url()
    return _ask(request, subject, back=back)


@portal_page
@require_POST
def request_year(request, year):
    """The workbook of a year's inspections in the own province."""
    subject = year_for(request.actor, int(year))
    if subject is None:
        raise Http404
    return _ask(request, subject, back=f"{reverse('inspections:inspection_list')}?year={year}")


def _ask(request, subject, *, back):
    offered = reports_about(subject)
    require(any(report.may(request.actor, subject) for report in offered))
    form = RequestForm(request.POST, about=subjects.name_of(subject))
    back = redirect(back)
    if not form.is_valid():
        messages.error(request, NO_SUCH_FORMAT)
        return back
    try:
        row, created = actions.request_report(
            **form.cleaned_data, subject=subject, by=request.actor
        )
    except Refused as refusal:
        messages.error(request, " ".join(refusal.reasons))
        return back
    if not created:
        messages.info(request, _("This report is already being made for you."))
    return redirect(row)


@portal_page
@require_safe
def request_detail(request, pk):
    row = _visible(request, pk)
    context = {
        "asked": row,
        "about_inspection": row.inspection_id is not None,
        "entries": AuditEntry.objects.about(row)[:50],
    }
    return render(request, "reports/request_detail.html", context)


@portal_page
@require_safe
def request_progress(request, pk):
    """How far it is, as the fragment that the page shows and its script asks for."""
    return render(request, "reports/request_progress.html", {"item": _visible(request, pk)})


@portal_page
@require_safe
def request_file(request, pk):
    row = _visible(request, pk)
    if row.status != ReportRequest.Status.DONE or not _may_still_have(request, row):
        raise Http404
    answer = send_file(row.file, name=row.file_name, content_type=CONTENT_TYPES[row.format])
    if row.kind in TOLD_TO_THE_UNIT:
        note_reading(row.inspection, by=request.actor)
    queue.mark_taken(row)
    return answer


@portal_page
@require_POST
def request_retry(request, pk):
    row = _visible(request, pk)
    try:
        moved = queue.retry(row, by=request.actor)
    except Refused as refusal:
        messages.error(request, " ".join(refusal.reasons))
        return redirect(_list_of(row.inspection) if row.inspection else row)
    if moved:
        messages.success(request, _("The report is being made again."))
    else:
        messages.info(request, _("Only a failed or cancelled request can be repeated."))
    return redirect(row)


@portal_page
@require_POST
def request_cancel(request, pk):
    row = _visible(request, pk)
    if queue.cancel(row, by=request.actor):
        messages.success(request, _("The request is cancelled."))
    else:
        messages.info(request, _("The request had already ended; nothing was cancelled."))
    return redirect(row)


def _visible(request, pk):
    rows = ReportRequest.objects.visible_to(request.actor).with_page_data()
    return get_object_or_404(rows, pk=pk)


def _may_still_have(request, row):
    """The right to a paper is asked for each time its file is fetched."""
    subject = subjects.find(row.subject)
    return subject is not None and REPORTS[row.kind].may(request.actor, subject)


def _inspection(request, code):
    if not code.isprintable():  # a NUL is an error to PostgreSQL
        raise Http404
    rows = Inspection.objects.visible_to(request.actor).with_page_data()
    if request.actor.is_a(Role.INSPECTOR):  # who sits in the delegation decides for them alone
        rows = rows.with_delegation_seats()
    return get_object_or_404(rows, code=code)


def _chosen_inspection(request):
    """The inspection of the filter; an unknown or hidden one is not told apart: 404."""
    code = request.GET.get("inspection", "")
    return _inspection(request, code) if code else None


def _list_of(inspection):
    return f"{reverse('reports:request_list')}?inspection={inspection.code}"

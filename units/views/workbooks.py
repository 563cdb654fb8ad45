"""Pages of workbooks: download, send for a dry run, confirm, and what came of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reform_portal.common import uploads
from reform_portal.common.access import FILE_POLICY, portal_page, require
from reform_portal.common.forms import form_status
from reform_portal.common.paging import page_by_key
from reform_portal.common.workflow import Refused
from units import permissions
from units.actions import workbooks as actions
from units.forms.workbooks import ExportForm, WorkbookForm
from units.models import UnitVersion, Workbook, WorkbookRow
from units.workbooks.exporting import rows_with_remarks, written

Outcome = WorkbookRow.Outcome
ROWS_SHOWN = 50
ALL, TO_DO = "all", "to_do"
SHOWN = {one.value: [one.value] for one in Outcome} | {
    ALL: Outcome.values,
    TO_DO: [Outcome.NEW.value, Outcome.CHANGED.value],
}


@portal_page
@require_http_methods(["GET", "POST"])
def workbook(request):
    """Download a workbook of a day or an empty one; send a filled-in one for its dry run."""
    require(permissions.administers(request.actor))
    sent = request.method == "POST"
    form = WorkbookForm(request.POST if sent else None, request.FILES if sent else None)
    if sent and form.is_valid():
        try:
            return redirect(actions.send(form.cleaned_data["file"], by=request.actor))
        except Refused as refusal:
            form.add_error("file", refusal.reasons)
    context = {
        "form": form,
        "export_form": _export_form(request),
        "waiting": Workbook.objects.visible_to(request.actor).last(),
    }
    return render(request, "units/workbook_form.html", context, status=form_status(form))


@portal_page
@require_safe
def workbook_export(request):
    """Units, people and committees of the own provinces as on a day."""
    require(permissions.administers(request.actor))
    asked = _export_form(request)
    content = actions.give_out(asked.day, asked.provinces, by=request.actor)
    return _download(content, f"don-vi-nhan-su-{asked.day:%Y-%m-%d}.xlsx")


@portal_page
@require_safe
def workbook_template(request):
    """The empty workbook with its guide."""
    require(permissions.administers(request.actor))
    return _download(written({}), "mau-don-vi-nhan-su.xlsx")


@portal_page
@require_safe
def workbook_rows(request, pk):
    """How far a worker is; then row by row what an import would do, or did."""
    item = _own(request, pk)
    if not item.is_told:
        return render(request, "units/workbook_progress.html", {"item": item})
    shown = request.GET.get("show", "")
    if shown not in SHOWN:
        shown = Outcome.WRONG.value if item.wrong else TO_DO if item.new + item.changed else ALL
    rows = item.rows.filter(outcome__in=SHOWN[shown])
    context = {
        "item": item,
        "page": page_by_key(rows, request.GET, order=("id",), size=ROWS_SHOWN),
        "shown": shown,
        "counts": [(one.value, one.label, getattr(item, one.value)) for one in Outcome],
        "to_do": item.new + item.changed,
        "total": sum(getattr(item, one.value) for one in Outcome),
    }
    return render(request, "units/workbook_rows.html", context)


@portal_page
@require_safe
def workbook_progress(request, pk):
    """How far it is, as the fragment that the page shows and its script asks for."""
    return render(request, "units/parts/workbook_progress.html", {"item": _own(request, pk)})


@portal_page
@require_POST
def workbook_import(request, pk):
    """Have what the dry run showed carried out."""
    item = _own(request, pk)
    try:
        actions.import_workbook(item, by=request.actor)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
    return redirect(item)


@portal_page
@require_safe
def workbook_mistakes(request, pk):
    """The workbook as it was sent, with the mistakes beside its rows."""
    item = _own(request, pk)
    if item.imported_at:
        messages.error(request, _("This workbook was imported; it held no mistakes."))
        return redirect(item)
    wrong = item.rows.filter(outcome=Outcome.WRONG)
    remarks = {(row.sheet, row.number): row.remarks for row in wrong}
    content = written(rows_with_remarks(bytes(item.content), remarks), remarks=True)
    return _download(content, f"loi-{item.file_name}")


def _own(request, pk):
    require(permissions.administers(request.actor))
    return get_object_or_404(Workbook.objects.visible_to(request.actor).defer("content"), pk=pk)


def _export_form(request):
    everywhere = request.user.is_superuser
    provinces = UnitVersion.objects.on(request.day).filter(level=UnitVersion.Level.PROVINCE)
    return ExportForm(
        request.GET,
        day=request.day,
        own=None if everywhere else set(request.actor.province_ids),
        provinces=provinces.order_by("path") if everywhere else (),
    )


def _download(content, name):
    response = HttpResponse(content, content_type=uploads.EXCEL)
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["Content-Security-Policy"] = FILE_POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response

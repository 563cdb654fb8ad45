"""Pages of the self-report under its outline: reading it, writing a section, its steps."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import permissions, reporting
from inspections.actions import report_sections as actions
from inspections.forms.report_sections import SectionForm
from inspections.workflow_before import self_report as flow
from reform_portal.common.access import portal_page, require
from reform_portal.common.editing import Stale
from reform_portal.common.saving import save, typed
from reform_portal.common.stepping import take_step

from .preparation import inspection_before


@portal_page
@require_safe
def report_outline(request, code):
    """The whole report: every heading with its text and figures, and what may be done with it."""
    report, inspection = _visible(request, code)
    writes = permissions.writes_self_report(request.actor, report)
    is_open = report.status in report.OPEN
    before = inspection.status in inspection.BEFORE_CONCLUSION
    context = {
        "item": report,
        "report": report,
        "inspection": inspection,
        "reads_fieldwork": permissions.reads_fieldwork(request.actor, inspection),
        "sheet": reporting.sheet_of(report, inspection),
        "steps": flow.available(report, request.actor) if before else (),
        "may_write": writes and is_open and before,
        "may_file": writes and before,
    }
    return render(request, "inspections/report_outline.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def report_section(request, code, item):
    """The text and the figures under one heading."""
    report, inspection = _visible(request, code)
    require(permissions.writes_self_report(request.actor, report))
    headings = reporting.headings_of(inspection, report)
    heading_item = get_object_or_404(headings, pk=item)
    section = report.sections.filter(item=heading_item).first()
    heading = reporting.heading_of(report, inspection, heading_item, section)
    form = SectionForm(typed(request), heading=heading)
    saved = save(form, lambda: _save(form, report, heading_item, request.actor))
    if saved.row:
        messages.success(request, _("“%(heading)s” was saved.") % {"heading": heading_item})
        return redirect(_next(request, headings, heading_item, code))
    context = {
        "form": form,
        "inspection": inspection,
        "report": report,
        "heading": heading_item,
        "back_url": reverse("inspections:report_outline", args=[code]),
        "stale": saved.stale,
    }
    return render(request, "inspections/report_section_form.html", context, status=saved.status)


@portal_page
@require_POST
def self_report_step(request, code, step):
    """Submit the report, take it back, return it."""
    report, _inspection = _visible(request, code)
    take_step(request, flow, step, report, action=actions.move_report)
    return redirect("inspections:report_outline", code)


def _save(form, report, item, actor):
    try:
        return actions.save_section(
            report,
            item,
            form.seen_version(),
            by=actor,
            text=form.cleaned_data["text"],
            figures=form.figures(),
        )
    except Stale as stale:
        form.lay_open(stale.current)
        raise


def _next(request, headings, item, code):
    """Back to the whole report, or on to the next heading, as the button said."""
    if "next" in request.POST:
        following = headings.filter(position__gt=item.position).first()
        if following:
            return reverse("inspections:report_section", args=[code, following.pk])
    return f"{reverse('inspections:report_outline', args=[code])}#heading-{item.pk}"


def _visible(request, code):
    """The report that was asked for; nothing where none was."""
    inspection = inspection_before(request, code)
    report = getattr(inspection, "self_report", None)
    if report is None:
        raise Http404
    report.inspection = inspection
    return report, inspection

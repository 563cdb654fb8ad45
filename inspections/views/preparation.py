"""The page of what goes to and fro before the visit."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from inspections import notices, permissions, questions, reporting
from inspections.models import Notice
from reform_portal.common.access import portal_page
from reform_portal.common.kept import found_or_404, hang
from reform_portal.common.roles import Role


@portal_page
@require_safe
def preparation(request, code):
    """Notice, self-report, documents and questions of one inspection."""
    inspection = inspection_before(request, code)
    told = list(Notice.objects.visible_to(request.actor).filter(inspection=inspection))
    wanted = notices.wants_notice(inspection)
    plans = permissions.plans(request.actor, inspection)
    report = getattr(inspection, "self_report", None)
    written, headings = reporting.progress_of(report, inspection) if report else (0, 0)
    context = {
        "written": written,
        "headings": headings,
        "item": inspection,
        "inspection": inspection,
        "reads_fieldwork": permissions.reads_fieldwork(request.actor, inspection),
        "notices": list(reversed(told)),
        "notice_wanted": wanted,
        "notice_due_on": notices.due_on(inspection) if plans and wanted and not told else None,
        "may": permissions.open_preparation(request.actor, inspection),
    }
    return render(request, "inspections/preparation.html", context)


def inspection_before(request, code):
    """The inspection; with the seats of its delegation for those who may hold one of them."""
    inspection = found_or_404(questions.inspections_of_code(request.actor, code))
    if request.actor.is_a(Role.INSPECTOR):
        hang(inspection.delegation, "members", questions.seats_of(inspection.delegation_id))
    return inspection

"""The page of what goes to and fro before the visit."""

from itertools import groupby

from django.shortcuts import render
from django.views.decorators.http import require_safe

from inspections import notices, permissions, questions, reporting
from inspections.models import DocumentRequest, Notice, QuestionMessage
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
        "documents": DocumentRequest.objects.filter(inspection=inspection).with_newest_file(),
        "threads": _threads(inspection),
        "may": permissions.open_preparation(request.actor, inspection),
    }
    return render(request, "inspections/preparation.html", context)


def _threads(inspection):
    """[(question, its messages)], in one query: every thread begins with a message."""
    said = QuestionMessage.objects.filter(question__inspection=inspection)
    related = ("by", "question__settled_in")
    rows = said.select_related(*related).order_by("question_id", "pk")
    by_question = groupby(rows, key=lambda message: message.question_id)
    grouped = (list(messages) for _key, messages in by_question)
    return [(messages[0].question, messages) for messages in grouped]


def inspection_before(request, code):
    """The inspection; with the seats of its delegation for those who may hold one of them."""
    inspection = found_or_404(questions.inspections_of_code(request.actor, code))
    return with_seats(request, inspection)


def with_seats(request, inspection):
    """Permissions ask who sits in the delegation only of those who inspect."""
    if request.actor.is_a(Role.INSPECTOR):
        hang(inspection.delegation, "members", questions.seats_of(inspection.delegation_id))
    return inspection

"""Pages of the self-report: its entry and file, and the clarifying questions."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from inspections import permissions
from inspections.actions import self_reports as actions
from inspections.forms.fieldwork import AnswerForm, QuestionForm, SelfReportForm
from reform_portal.common.access import portal_page, require, send_file
from reform_portal.common.saving import save, typed

from .inspections import visible_inspection
from .questions import threads, visible_question


@portal_page
@require_http_methods(["GET", "POST"])
def self_report(request, code):
    """Home Affairs and the delegation say what is due when; the unit files the report."""
    inspection = visible_inspection(request, code)
    require(permissions.receives_self_report(request.actor, inspection))
    report = getattr(inspection, "self_report", None)
    form = SelfReportForm(
        typed(request),
        request.FILES or None,
        instance=report,
        inspection=inspection,
        sets_dates=permissions.sets_self_report(request.actor, inspection),
    )
    saved = save(
        form,
        lambda: actions.set_self_report(
            inspection,
            form.seen_version(),
            by=request.actor,
            accepted=form.cleaned_data["upload"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The self-report was saved."))
        return redirect(f"{inspection.get_absolute_url()}#self-report")
    context = {
        "form": form,
        "inspection": inspection,
        "report": report,
        "back_url": inspection.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "inspections/self_report_form.html", context, status=saved.status)


@portal_page
@require_safe
def self_report_file(request, code):
    """The report itself, to everybody who sees the inspection."""
    report = getattr(visible_inspection(request, code), "self_report", None)
    if report is None or not report.file:
        raise Http404
    return send_file(report.file, name=report.file_name, content_type=report.content_type)


@portal_page
@require_http_methods(["GET", "POST"])
def question_create(request, code):
    """A clarifying question to the unit."""
    inspection = visible_inspection(request, code)
    require(permissions.asks(request.actor, inspection))
    form = QuestionForm(typed(request))
    saved = save(
        form,
        lambda: actions.ask(
            inspection,
            by=request.actor,
            question=form.cleaned_data["question"],
            submission=form.cleaned_data["submission"],
        ),
    )
    if saved.row:
        messages.success(request, _("The question was put to the unit."))
        return redirect(threads(saved.row))
    context = {"form": form, "inspection": inspection, "back_url": inspection.get_absolute_url()}
    return render(request, "inspections/question_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def question_answer(request, pk):
    """The unit's answer."""
    question = visible_question(request, pk)
    inspection = question.inspection
    require(permissions.answers(request.actor, inspection))
    form = AnswerForm(typed(request), instance=question)
    saved = save(
        form,
        lambda: actions.answer(
            question, form.seen_version(), by=request.actor, answer=form.cleaned_data["answer"]
        ),
    )
    if saved.row:
        messages.success(request, _("The answer was saved."))
        return redirect(threads(question))
    context = {
        "form": form,
        "inspection": inspection,
        "thread": question.messages.select_related("by"),
        "back_url": inspection.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "inspections/answer_form.html", context, status=saved.status)

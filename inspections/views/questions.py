"""Pages of a thread of questions: asking on, settling it, opening it again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from inspections import permissions
from inspections.actions import questions as actions
from inspections.forms.fieldwork import FurtherQuestionForm
from inspections.models import ClarifyingQuestion
from inspections.workflow_before import question as flow
from reform_portal.common.access import portal_page, require
from reform_portal.common.editing import Stale
from reform_portal.common.saving import save, typed
from reform_portal.common.stepping import take_step

from .preparation import with_seats


@portal_page
@require_http_methods(["GET", "POST"])
def question_follow_up(request, pk):
    """A further question of the delegation in the same thread."""
    question = visible_question(request, pk)
    require(permissions.asks_on(request.actor, question))
    form = FurtherQuestionForm(typed(request), instance=question)
    saved = save(form, lambda: _ask_on(form, question, request.actor))
    if saved.row:
        messages.success(request, _("The question was put to the unit."))
        return redirect(threads(question))
    context = {
        "form": form,
        "inspection": question.inspection,
        "thread": question.messages.select_related("by"),
        "back_url": threads(question),
        "stale": saved.stale,
    }
    return render(request, "inspections/question_form.html", context, status=saved.status)


@portal_page
@require_POST
def question_step(request, pk, step):
    """Settle a thread, or open it again."""
    question = visible_question(request, pk)
    take_step(request, flow, step, question, action=actions.move_question)
    return redirect(threads(question))


def _ask_on(form, question, actor):
    text = form.cleaned_data["text"]
    try:
        return actions.ask_on(question, form.seen_version(), by=actor, text=text)
    except Stale as stale:
        stale.current.text = question.messages.last().text
        raise


def threads(question):
    """Where the threads of an inspection are read."""
    page = reverse("inspections:preparation", args=[question.inspection.code])
    return f"{page}#question-{question.pk}"


def visible_question(request, pk):
    """The thread, with its inspection; 404 for those it is closed to."""
    related = ("inspection__unit_version", "inspection__plan", "inspection__delegation")
    found = ClarifyingQuestion.objects.visible_to(request.actor).select_related(*related)
    question = get_object_or_404(found, pk=pk)
    with_seats(request, question.inspection)
    return question

"""Threads of clarifying questions: asking on, and settling them with what was said."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from inspections.models import ClarifyingQuestion, Inspection, QuestionMessage
from inspections.workflow_before import question as flow
from reform_portal.common import audit
from reform_portal.common.editing import save_if_unchanged

from .locking import lock, require_state

audit.name_verbs(question__follow_up=_("Asked a further question"))


def require_open(question):
    """Refused when the thread is settled: it has to be reopened first."""
    fresh = ClarifyingQuestion.objects.get(pk=question.pk)
    require_state(fresh, (ClarifyingQuestion.Status.OPEN,))


@transaction.atomic
def ask_on(question, seen_version, *, by, text):
    """A further question in the same thread; Stale when somebody wrote in it meanwhile."""
    row = lock(question.inspection, *Inspection.BEFORE_CONCLUSION)
    require_open(question)
    saved = save_if_unchanged(
        question, seen_version, by=by, verb="question.follow_up", awaits_unit=True
    )
    saved.messages.create(
        kind=QuestionMessage.Kind.QUESTION, text=text, by_id=by.person_id, said_on=by.day
    )
    audit.record("question.follow_up", row, by=by)
    return saved


@transaction.atomic
def move_question(question, step, *, by, note="", minutes=None):
    """Settle the thread with what was said (`note`), or open it again."""
    if not flow.steps[step].allow(by, question):
        raise PermissionDenied
    row = lock(question.inspection, *Inspection.BEFORE_CONCLUSION)
    settled = step == "settle"
    moved = flow.take(
        step,
        question,
        by=by,
        note=note,
        settlement=note if settled else "",
        settled_on=by.day if settled else None,
        settled_in=minutes if settled else None,
        awaits_unit=False,
    )
    audit.record(f"question.{step}", row, by=by, note=f"{moved}: {note}")
    return moved


def settle_in(minutes, said, *, by):
    """Settle open threads in the minutes: {question: what was said}; those without words stay."""
    for question, words in said.items():
        fresh = ClarifyingQuestion.objects.get(pk=question.pk)
        if words and fresh.settled_in_id != minutes.pk:  # a second click settles nothing twice
            move_question(question, "settle", by=by, note=words, minutes=minutes)

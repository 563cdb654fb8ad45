"""A second person reads the draft: asked, comments on sentences, answers, and is done."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from inspections.actions.locking import lock
from reform_portal.common import audit
from reform_portal.common.editing import create_once
from reform_portal.common.workflow import Refused

from .. import rules, workflow
from ..models import Comment, CommentReply, Review
from ..sentences import sentences_of
from .conclusions import WRITABLE
from .findings import scope


def ask_for_review(inspection, *, by, reviewer, submission=None):
    """Ask a member who did not write the draft to read it."""
    try:
        return _ask(inspection, by, reviewer, submission)
    except IntegrityError as waits:
        raise Refused(
            _("%(person)s is asked already and has not finished.") % {"person": reviewer}
        ) from waits


@transaction.atomic
def _ask(inspection, by, reviewer, submission):
    row = lock(inspection, *inspection.RECORDING)
    if reason := rules.may_review(row, reviewer):
        raise Refused(reason)
    review, created = create_once(
        Review,
        submission,
        inspection=row,
        reviewer=reviewer,
        asked_by_id=by.person_id,
        asked_on=by.day,
    )
    if created:
        audit.record("review.ask", review, by=by)
    return review


@transaction.atomic
def move_review(review, step, *, by, note=""):
    """Finish it, or take it back."""
    _require_allowed(workflow.review, step, review, by)
    lock(review.inspection, *review.inspection.RECORDING)
    return workflow.review.take(step, review, by=by, note=note)


@transaction.atomic
def comment(inspection, *, by, text, mark="", submission=None):
    """Comment on the sentence of that mark, or without one on the whole draft."""
    row = lock(inspection, *WRITABLE)
    about = _sentence(row, mark) if mark else None
    values = {
        "finding": about and about.finding,
        "line": about.line if about and not about.finding else None,
        "said": about.words if about else "",
    }
    made, created = create_once(
        Comment,
        submission,
        computed={"said": values.pop("said"), "written_on": by.day},
        text=text,
        written_by_id=by.person_id,
        **scope(row),
        **values,
    )
    if created:
        audit.record("comment.write", made, by=by)
    return made


@transaction.atomic
def reply(to, *, by, text, submission=None):
    """Say something in the thread; it stays in its state."""
    lock(to.inspection, *WRITABLE)
    said, created = create_once(
        CommentReply,
        submission,
        computed={"written_on": by.day},
        comment=to,
        text=text,
        written_by_id=by.person_id,
    )
    if created:
        audit.record("comment.reply", to, by=by)
    return said


@transaction.atomic
def move_comment(to, step, *, by, note=""):
    """Take it up, leave the sentence as it is, or open it again; a reason joins the thread."""
    _require_allowed(workflow.comment, step, to, by)
    lock(to.inspection, *WRITABLE)
    moved = workflow.comment.take(step, to, by=by, note=note)
    if note.strip():
        to.replies.create(text=note, written_by_id=by.person_id, written_on=by.day)
    return moved


def _require_allowed(flow, step, record, by):
    """Before the state is told: to the wrong person it is nothing."""
    if not flow.steps[step].allow(by, record):
        raise PermissionDenied(str(flow.steps[step].label))


def _sentence(inspection, mark):
    found = [one for one in sentences_of(inspection) if one.mark == mark]
    if not found:
        raise Refused(
            _(
                "The sentence is not in the draft any more. Comment on the whole draft, or on "
                "another sentence."
            )
        )
    return found[0]

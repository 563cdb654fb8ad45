"""Proposals in the queue: asked for, and made once by a worker (see common/jobs.py)."""

from datetime import timedelta
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from inspections.models import Proposal
from reform_portal.common.jobs import Queue
from reform_portal.common.workflow import Refused

from .reading import problem_of

TASK = "inspections.tasks.make_proposal"
QUEUE = Queue(
    Proposal,
    TASK,
    silence=timedelta(seconds=120),  # longer than the longest part of a search
    gave_up=gettext_noop(
        "The program that makes proposals stopped three times at this one. Ask again with fewer "
        "units; if it happens again, tell the administrator."
    ),
    too_slow=gettext_noop("The search took too long and was stopped. Ask again with fewer units."),
    unknown=gettext_noop(
        "The proposal could not be made because of an error in the portal. It was written to the "
        "log; tell the administrator."
    ),
)
sweep = QUEUE.sweep


def request(plan, question, *, by):
    """A new proposal, or the one that is already being made for this person: (row, created)."""
    same = {"plan": plan, "asked_by": by.user}
    try:
        with transaction.atomic():
            row = Proposal.objects.create(**same, question=question, asked_at=timezone.now())
    except IntegrityError:
        if row := Proposal.objects.filter(**same, status__in=Proposal.OPEN).first():
            return row, False
        raise Refused(_("The question could not be stored just now. Try again.")) from None
    QUEUE.ring(row)
    return row, True


def make(proposal_id):
    """Make a proposal, if it is free to be made; called twice it does it once."""
    QUEUE.carry_out(proposal_id, _propose)


def _propose(row):
    from .solving import propose

    answer = propose(problem_of(row), tell=partial(QUEUE.tell, row))
    QUEUE.finish(row, answer=answer.as_json())

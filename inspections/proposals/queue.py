"""The one place that moves a proposal: queued → running → done or failed; thrice, then failed.

Every move is one UPDATE that names the state (and the run) it leaves, so of two that try one
wins, and a run that was given up for dead changes nothing when it comes back.
"""

import logging
import uuid
from datetime import timedelta
from functools import partial

from celery.exceptions import SoftTimeLimitExceeded
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from inspections.models import Proposal
from reform_portal.common import doorbell
from reform_portal.common.workflow import Refused

from .reading import problem_of

log = logging.getLogger(__name__)

S = Proposal.Status
TASK = "inspections.tasks.make_proposal"
ATTEMPTS = 3
SILENCE = timedelta(seconds=120)  # longer than the longest part of a search
RING_AGAIN = timedelta(seconds=30)

GAVE_UP = gettext_noop(
    "The program that makes proposals stopped three times at this one. Ask again with fewer "
    "units; if it happens again, tell the administrator."
)
TOO_SLOW = gettext_noop("The search took too long and was stopped. Ask again with fewer units.")
UNKNOWN = gettext_noop(
    "The proposal could not be made because of an error in the portal. It was written to the "
    "log; tell the administrator."
)


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
    transaction.on_commit(partial(doorbell.ring, TASK, row.pk), robust=True)
    return row, True


def make(proposal_id):
    """Make a proposal, if it is free to be made; called twice it does it once."""
    from .solving import propose

    row = _claim(proposal_id)
    if row is None:
        return
    try:
        answer = propose(problem_of(row), tell=partial(_tell, row))
    except (OperationalError, InterfaceError):
        raise  # nothing can be written now either: the sweep frees the row
    except SoftTimeLimitExceeded:
        _held_by(row).update(status=S.FAILED, error=TOO_SLOW)
    except Exception:
        log.exception("Proposal %s failed.", row.pk)
        _held_by(row).update(status=S.FAILED, error=UNKNOWN)
    else:
        _held_by(row).update(status=S.DONE, progress=100, answer=answer.as_json())


def sweep():
    """Free what dead workers held, and ring again for what nobody took. Safe to run twice."""
    now = timezone.now()
    silent = Proposal.objects.filter(status=S.RUNNING, alive_at__lt=now - SILENCE)
    silent.filter(attempts__gte=ATTEMPTS).update(status=S.FAILED, error=GAVE_UP, run=None)
    silent.update(status=S.QUEUED, run=None, alive_at=now)
    waiting = Proposal.objects.filter(status=S.QUEUED, asked_at__lt=now - RING_AGAIN)
    for pk in waiting.order_by("pk").values_list("pk", flat=True)[:20]:
        if not doorbell.ring(TASK, pk):
            break


def _claim(pk):
    run = uuid.uuid4()
    taken = Proposal.objects.filter(pk=pk, status=S.QUEUED).update(
        status=S.RUNNING,
        run=run,
        alive_at=timezone.now(),
        attempts=F("attempts") + 1,
        progress=0,
    )
    rows = Proposal.objects.select_related("plan", "asked_by")
    return rows.get(pk=pk, run=run) if taken else None


def _tell(row, percent):
    _held_by(row).update(progress=percent, alive_at=timezone.now())


def _held_by(row):
    return Proposal.objects.filter(pk=row.pk, run=row.run, status=S.RUNNING)

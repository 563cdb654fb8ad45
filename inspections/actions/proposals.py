"""Asking for a proposal."""

from django.db import transaction
from django.utils.translation import gettext_lazy

from inspections.models import Plan, Proposal
from inspections.proposals import queue
from reform_portal.common import audit

from .locking import require_state

LONGEST_KEY = 18

audit.name_verbs(plan__propose=gettext_lazy("Asked for a proposal of the schedule"))


@transaction.atomic
def ask_for_proposal(plan, question, *, by):
    """A worker is to propose a schedule: (row, created)."""
    require_state(plan, (Plan.Status.APPROVED,))
    row, created = queue.request(plan, question, by=by)
    if created:
        audit.record("plan.propose", plan, by=by, note=str(row))
    return row, created


def latest_of(plan, *, by, most=5):
    """The last proposals this person asked for under the plan."""
    return Proposal.objects.filter(plan=plan, asked_by=by.user).order_by("-pk")[:most]


def question_like(plan, key, *, by):
    """What this person asked before under the plan, to ask it again with changes; or None."""
    if not (key or "").isdecimal() or len(key) > LONGEST_KEY:
        return None
    found = Proposal.objects.filter(plan=plan, asked_by=by.user, pk=int(key)).first()
    return found.question if found and "units" in found.question else None

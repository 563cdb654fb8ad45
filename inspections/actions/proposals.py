"""Asking for a proposal, and making inspections of what is accepted of it."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections.models import Delegation, Plan, PlanUnit, Proposal, ReformArea, Visit
from inspections.proposals import queue
from reform_portal.common import audit
from reform_portal.common.workflow import Refused
from units.actions.tree import hold_the_tree
from units.models import Person

from .delegations import seat_member
from .inspections import schedule_inspection
from .locking import lock_delegations, lock_plan, require_state
from .visits import record_visit

audit.name_verbs(
    plan__propose=gettext_lazy("Asked for a proposal of the schedule"),
    plan__accept_proposal=gettext_lazy("Accepted a proposal of the schedule"),
)


@dataclass
class Taken:
    """What became inspections and seats, and the sentences why the rest did not."""

    inspections: list = field(default_factory=list)
    seats: list = field(default_factory=list)
    refused: list = field(default_factory=list)


@transaction.atomic
def ask_for_proposal(plan, question, *, by):
    """A worker is to propose a schedule: (row, created)."""
    require_state(plan, (Plan.Status.APPROVED,))
    row, created = queue.request(plan, question, by=by)
    if created:
        audit.record("plan.propose", plan, by=by, note=str(row))
    return row, created


@transaction.atomic
def accept(proposal, *, by, lines, seats=()):
    """Make inspections of the chosen lines, each by the ordinary action with all its checks.

    A line that cannot be taken any more is left out with its sentence; the others stand. What
    was scheduled before is passed over, so that a second click makes nothing.
    """
    hold_the_tree()
    plan = lock_plan(proposal.plan, Plan.Status.APPROVED)
    lock_delegations(*{line["team"] for line in lines}, *{seat["team"] for seat in seats})
    taken = Taken()
    for seat in seats:
        _each(taken, taken.seats, _seat, plan, seat, by)
    for line in lines:
        _each(taken, taken.inspections, _schedule, plan, line, by)
    _tell_on_the_plan(plan, proposal, taken, by)
    return taken


def _tell_on_the_plan(plan, proposal, taken, by):
    """People of a unit to be surprised read the history of the plan too: theirs stays untold."""
    told = [inspection.code for inspection in taken.inspections if not inspection.is_embargoed]
    if told or taken.seats:
        note = ". ".join(filter(None, [str(proposal), ", ".join(told)]))
        audit.record("plan.accept_proposal", plan, by=by, note=note)


def _each(taken, done, action, plan, chosen, by):
    """One line: all of it, or nothing of it and the sentence why."""
    try:
        with transaction.atomic():
            if row := action(plan, chosen, by):
                done.append(row)
    except Refused as refusal:
        taken.refused.extend(refusal.reasons)


def _schedule(plan, line, by):
    plan_unit = PlanUnit.objects.to_schedule().filter(pk=line["stop"], plan=plan).first()
    delegation = Delegation.objects.filter(pk=line["team"], plan=plan).first()
    if plan_unit is None:
        return None
    if delegation is None:
        raise Refused(_("A delegation of this proposal is not there any more. Ask for a new one."))
    day = date.fromisoformat(line["day"])
    inspection = schedule_inspection(
        plan, by=by, plan_unit=plan_unit, delegation=delegation, starts_on=day, ends_on=day
    )
    record_visit(
        inspection,
        by=by,
        unit=plan_unit.unit,
        day=day,
        session=line["session"],
        stop=line["in_half"],
        kind=Visit.Kind.WORKING_SESSION,
        place=inspection.unit_version.authority,
    )
    return inspection


def _seat(plan, seat, by):
    delegation = Delegation.objects.filter(pk=seat["team"], plan=plan).first()
    person = Person.objects.filter(pk=seat["person"]).first()
    if delegation is None or person is None or delegation.members.filter(person=person).exists():
        return None
    areas = ReformArea.objects.on(delegation.formed_on).filter(code__in=seat["areas"])
    return seat_member(delegation, by=by, person=person, areas=list(areas))


def latest_of(plan, *, by, most=5):
    """The last proposals this person asked for under the plan."""
    return Proposal.objects.filter(plan=plan, asked_by=by.user).order_by("-pk")[:most]

"""Making delegations, seats and inspections of what is accepted of a proposal.

Each by the ordinary action with all its checks. What cannot be taken any more is refused with
its sentence, the rest stands; what was taken before is passed over, so that a second click makes
nothing. Rows of a new delegation wait until it is formed.
"""

import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import rules
from inspections.models import Delegation, Inspection, Plan, PlanUnit, ReformArea, Visit
from reform_portal.common import audit
from reform_portal.common.dates import vn_date
from reform_portal.common.workflow import Refused
from units.actions.tree import hold_the_tree
from units.models import Person

from .delegations import create_delegation, seat_member
from .inspections import schedule_inspection
from .locking import lock_delegations, lock_plan
from .visits import record_visit

audit.name_verbs(plan__accept_proposal=gettext_lazy("Accepted a proposal of the schedule"))


class NotFormed(Refused):
    """A row of a new delegation that was not ticked, or could not be formed."""


@dataclass
class Taken:
    """What was made of the proposal.

    `refused` maps rows to the sentences why they were not taken, `waiting` counts those of each
    delegation that is not formed.
    """

    formed: list = field(default_factory=list)
    seats: list = field(default_factory=list)
    inspections: list = field(default_factory=list)
    refused: dict = field(default_factory=lambda: defaultdict(list))
    waiting: Counter = field(default_factory=Counter)

    @property
    def sentences(self):
        return [sentence for reasons in self.refused.values() for sentence in reasons]

    @property
    def is_nothing(self):
        made = self.formed or self.seats or self.inspections
        return not (made or self.refused or self.waiting)


def key_of(row):
    """What tells one row of a proposal from another: a line, a seat or a new delegation."""
    if "stop" in row:
        return "line", row["stop"]
    return ("seat", row["team"], row["person"]) if "person" in row else ("formed", row["key"])


def token_of(proposal, key):
    """What the delegation that a proposal forms is known by: it is formed once."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{proposal.get_absolute_url()}{proposal.asked_at}/{key}")


@transaction.atomic
def accept(proposal, *, by, lines=(), seats=(), formed=()):
    """Form the chosen delegations, seat the chosen people, schedule the chosen lines."""
    hold_the_tree()
    plan = lock_plan(proposal.plan, Plan.Status.APPROVED)
    lock_delegations(*{row["team"] for row in (*lines, *seats)})
    acceptance, taken = Acceptance(plan, proposal, by), Taken()
    for rows, action, done in (
        (formed, acceptance.form, taken.formed),
        (seats, acceptance.seat, taken.seats),
        (lines, acceptance.schedule, taken.inspections),
    ):
        for row in rows:
            _all_or_nothing(taken, done, action, row)
    _tell_on_the_plan(plan, proposal, taken, by)
    return taken


def _all_or_nothing(taken, done, action, row):
    try:
        with transaction.atomic():
            if made := action(row):
                done.append(made)
    except NotFormed as missing:
        taken.waiting[str(missing)] += 1
    except Refused as refusal:
        taken.refused[key_of(row)].extend(refusal.reasons)


def _tell_on_the_plan(plan, proposal, taken, by):
    """People of a unit to be surprised read the history of the plan too: theirs stays untold."""
    told = [inspection.code for inspection in taken.inspections if not inspection.is_embargoed]
    told = [*(team.name for team in taken.formed), *told]
    if told or taken.seats:
        note = ". ".join(filter(None, [str(proposal), ", ".join(told)]))
        audit.record("plan.accept_proposal", plan, by=by, note=note)


class Acceptance:
    """The rows of one proposal, each taken as things are now."""

    def __init__(self, plan, proposal, by):
        self.plan, self.proposal, self.by = plan, proposal, by
        self.formed = {row["key"]: row for row in proposal.answer.get("formed", ())}

    def form(self, row):
        """A new delegation with its head; None where it was formed before."""
        if self._team(row["key"]):
            return None
        head = Person.objects.filter(pk=row["head"]).first()
        if head is None:
            raise Refused(_("The head is no longer on record. Ask for a new proposal."))
        return create_delegation(
            self.plan,
            by=self.by,
            head=head,
            submission=token_of(self.proposal, row["key"]),
            name=row["name"],
            formed_on=date.fromisoformat(row["formed_on"]),
        )

    def seat(self, row):
        """A person in a delegation; None where the person is in it by now."""
        delegation = self._delegation(row)
        if delegation.members.filter(person=row["person"]).exists():
            return None
        person = Person.objects.filter(pk=row["person"]).first()
        if person is None:
            raise Refused(_("This person is no longer on record. Ask for a new proposal."))
        areas = ReformArea.objects.on(delegation.formed_on).filter(code__in=row["areas"])
        role = row.get("role", "member")
        return seat_member(delegation, by=self.by, person=person, role=role, areas=list(areas))

    def schedule(self, row):
        """An inspection with its visit; None where this very row became one before."""
        delegation, day = self._delegation(row), date.fromisoformat(row["day"])
        plan_unit = self.plan.plan_units.filter(pk=row["stop"]).first()
        if plan_unit is None:
            raise Refused(_("This unit was taken out of the plan after the proposal was made."))
        if not PlanUnit.objects.to_schedule().filter(pk=plan_unit.pk).exists():
            if self._is_this_row(plan_unit, delegation, day):
                return None
            raise Refused(rules.unit_is_scheduled(self.plan, plan_unit))
        self._refuse_a_day_gone_by(day)
        inspection = schedule_inspection(
            self.plan,
            by=self.by,
            plan_unit=plan_unit,
            delegation=delegation,
            starts_on=day,
            ends_on=day,
        )
        record_visit(
            inspection,
            by=self.by,
            unit=plan_unit.unit,
            day=day,
            session=row["session"],
            stop=row["in_half"],
            kind=Visit.Kind.WORKING_SESSION,
            place=inspection.unit_version.authority,
        )
        return inspection

    def _is_this_row(self, plan_unit, delegation, day):
        live = Inspection.objects.exclude(status=Inspection.Status.CANCELLED)
        live = live.filter(plan=self.plan, unit=plan_unit.unit_id)
        return live.filter(delegation=delegation, starts_on=day).exists()

    def _refuse_a_day_gone_by(self, day):
        """Days that had gone by when it was asked for are written down afterwards."""
        if self.proposal.question["day"] <= day.isoformat() and day < self.by.day:
            raise Refused(
                _("%(day)s has gone by since the proposal was made. Ask for a new one.")
                % {"day": vn_date(day)}
            )

    def _delegation(self, row):
        """The delegation of a row, or Refused; NotFormed with its name where it is still to come."""
        if delegation := self._team(row["team"]):
            return delegation
        if row["team"] in self.formed:
            raise NotFormed(self.formed[row["team"]]["name"])
        raise Refused(_("A delegation of this proposal is not there any more. Ask for a new one."))

    def _team(self, key):
        """The delegation behind a key: one of the plan, or the one that was formed for it."""
        teams = Delegation.objects.filter(plan=self.plan)
        known = {"submission": token_of(self.proposal, key)} if key in self.formed else {"pk": key}
        return teams.filter(**known).first()

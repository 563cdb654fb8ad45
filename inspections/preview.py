"""A proposal as people read it: its keys with their names, its sentences in their language."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from units.models import Person

from .models import Delegation, DelegationMember, PlanUnit, Visit


@dataclass(frozen=True)
class Row:
    """A proposed visit. `number` is its place in the answer; `inspection` what it became."""

    number: int
    unit: str
    day: date
    session: str
    team: str
    order: int
    km: float | None
    inspection: str
    is_scheduled: bool
    begins_day: bool


class Preview:
    """The answer of one proposal, with the few questions it takes to print it."""

    def __init__(self, proposal, actor):
        answer = self.answer = proposal.answer
        plan = proposal.plan
        self.units = PlanUnit.objects.filter(plan=plan).with_inspection(actor).in_bulk()
        self.teams = dict(Delegation.objects.filter(plan=plan).values_list("pk", "name"))
        keys = {seat["person"] for seat in answer["seats"] + answer["loads"]}
        self.people = dict(Person.objects.filter(pk__in=keys).values_list("pk", "full_name"))
        seats = DelegationMember.objects.filter(delegation__plan=plan)
        self.seated = set(seats.values_list("delegation_id", "person_id"))
        self.km, self.least_km = answer["km"], answer["least_km"]
        self.unmet = [_said(sentence) for sentence in answer["unmet"]]
        self.unplaced = [
            _said(sentence) for stop, sentence in answer["unplaced"] if stop in self.units
        ]

    def rows(self):
        found, before = [], None
        for number, line in enumerate(self.answer["lines"]):
            unit = self.units.get(line["stop"])
            if unit is None:
                continue  # taken out of the plan since, or not for this reader
            found.append(
                Row(
                    number=number,
                    unit=str(unit),
                    day=date.fromisoformat(line["day"]),
                    session=Visit.Session(line["session"]).label,
                    team=self.teams.get(line["team"], "–"),
                    order=line["order"],
                    km=line["km"],
                    inspection=unit.inspection_code,
                    is_scheduled=unit.is_scheduled,
                    begins_day=line["day"] != before,
                )
            )
            before = line["day"]
        return found

    def seats(self):
        """Who is still to join: (number, person, delegation, areas)."""
        return [
            (
                number,
                self.people.get(seat["person"], "–"),
                self.teams.get(seat["team"], "–"),
                ", ".join(seat["areas"]),
            )
            for number, seat in enumerate(self.answer["seats"])
            if (seat["team"], seat["person"]) not in self.seated
        ]

    def loads(self):
        named = [
            (self.people.get(load["person"], "–"), load["before"], load["after"])
            for load in self.answer["loads"]
        ]
        return sorted(named, key=lambda load: (-load[2], load[0]))


def _said(sentence):
    text, words = sentence
    return _(text) % words

"""A proposal as people read it: its keys with their names, its sentences in their language."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_number
from units.models import Person

from . import permissions
from .actions.accepting import key_of, token_of
from .models import Delegation, DelegationMember, Plan, PlanUnit, Visit
from .proposals.unmet import OTHER, WISHES


@dataclass(frozen=True)
class Line:
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
    refused: list


@dataclass(frozen=True)
class Seat:
    """A person in a delegation; `number` is the place in the answer, None for a head."""

    number: int | None
    person: str
    post: str
    team: str
    role: str
    areas: str
    why: list
    is_seated: bool
    refused: list


@dataclass
class NewTeam:
    """A delegation that is to be formed, or was; `url` is that of its page then."""

    number: int
    name: str
    formed_on: date
    url: str
    unmet: list
    refused: list
    seats: list = field(default_factory=list)
    units: int = 0
    days: int = 0


class Preview:
    """The answer of one proposal, with the few questions it takes to print it.

    `refused` maps rows to the sentences why they could not be taken just now.
    """

    def __init__(self, proposal, actor, refused=None):
        self.proposal, self.plan, self.refused = proposal, proposal.plan, refused or {}
        answer = self.answer = proposal.answer
        self.formed = answer.get("formed", [])
        self.units = PlanUnit.objects.filter(plan=self.plan).with_inspection(actor).in_bulk()
        self.may_accept = permissions.plans(actor, self.plan)
        self.is_closed = self.plan.status != Plan.Status.APPROVED
        self._read_teams()
        self._read_people(actor.day)
        self.areas = {area.code: area.name for area in self.plan.areas.all()}
        self.km, self.least_km = answer["km"], answer["least_km"]
        self.unplaced = [
            _said(sentence) for stop, sentence in answer["unplaced"] if stop in self.units
        ]
        self.refused_elsewhere = []
        self.lines = self._lines()
        self.new_teams = self._new_teams()
        self.seats = [
            self._seat(number, row)
            for number, row in enumerate(answer["seats"])
            if row["team"] not in self.made and not self._is_seated(row)
        ]

    def _read_teams(self):
        """Names of all delegations by key; of the new ones, which are formed by now."""
        teams = Delegation.objects.filter(plan=self.plan)
        rows = list(teams.values_list("pk", "name", "submission", "members__person"))
        self.teams = {pk: name for pk, name, _token, _person in rows}
        self.seated = {(pk, person) for pk, _name, _token, person in rows}
        by_token = {token: pk for pk, _name, token, _person in rows if token}
        self.made = {
            row["key"]: by_token.get(token_of(self.proposal, row["key"])) for row in self.formed
        }
        for row in self.formed:
            self.teams[row["key"]] = self.teams.get(self.made[row["key"]], row["name"])

    def _read_people(self, day):
        answer = self.answer
        keys = {seat["person"] for seat in answer["seats"] + answer["loads"]}
        keys |= {row["head"] for row in self.formed} | set(answer.get("spare", ()))
        people = Person.objects.filter(pk__in=keys).with_posts(day)
        self.people = {person.pk: person for person in people}
        self.posts = {
            key: person.held[-1].title_on(day) for key, person in self.people.items() if person.held
        }

    def _is_seated(self, row):
        return (self.made.get(row["team"]) or row["team"], row["person"]) in self.seated

    def _name(self, key):
        person = self.people.get(key)
        return person.full_name if person else "–"

    def _why_not(self, row):
        return self.refused.get(key_of(row), [])

    def _lines(self):
        found, before = [], None
        for number, row in enumerate(self.answer["lines"]):
            unit = self.units.get(row["stop"])
            if unit is None:  # taken out of the plan since, or not for this reader
                self.refused_elsewhere += self._why_not(row)
                continue
            line = Line(
                number=number,
                unit=str(unit),
                day=date.fromisoformat(row["day"]),
                session=Visit.Session(row["session"]).label,
                team=self.teams.get(row["team"], "–"),
                order=row["order"],
                km=row["km"],
                inspection=unit.inspection_code,
                is_scheduled=unit.is_scheduled,
                begins_day=row["day"] != before,
                refused=self._why_not(row),
            )
            found.append(line)
            before = row["day"]
        return found

    def _new_teams(self):
        lines = defaultdict(list)
        for row in self.answer["lines"]:
            lines[row["team"]].append(row)
        found = {}
        for number, row in enumerate(self.formed):
            made = self.made[row["key"]]
            found[row["key"]] = NewTeam(
                number=number,
                name=self.teams[row["key"]],
                formed_on=date.fromisoformat(row["formed_on"]),
                url=Delegation(pk=made).get_absolute_url() if made else "",
                unmet=[_said(sentence) for sentence in row["unmet"]],
                refused=self._why_not(row),
                seats=[self._head(row)],
                units=len(lines[row["key"]]),
                days=len({line["day"] for line in lines[row["key"]]}),
            )
        for number, row in enumerate(self.answer["seats"]):
            if row["team"] in found:
                found[row["team"]].seats.append(self._seat(number, row))
        return list(found.values())

    def _head(self, row):
        role = DelegationMember.Role.HEAD
        return self._seat(None, {"team": row["key"], "person": row["head"], "role": role, **row})

    def _seat(self, number, row):
        return Seat(
            number=number,
            person=self._name(row["person"]),
            post=self.posts.get(row["person"], ""),
            team=self.teams.get(row["team"], "–"),
            role=DelegationMember.Role(row.get("role", "member")).label,
            areas="; ".join(self.areas.get(code, code) for code in row.get("areas", ())),
            why=[_said(sentence) for sentence in row.get("why", ())],
            is_seated=self._is_seated(row),
            refused=self._why_not(row) if number is not None else [],
        )

    @property
    def can_be_accepted(self):
        return self.may_accept and self.is_left

    @property
    def is_left(self):
        """Whether anything of it is left to take."""
        left = [line for line in self.lines if not line.is_scheduled]
        left += [seat for team in self.new_teams for seat in team.seats if not seat.is_seated]
        return not self.is_closed and bool(left or self.seats)

    @property
    def days(self):
        return len({line.day for line in self.lines})

    @property
    def going(self):
        """How many delegations go out."""
        return len({row["team"] for row in self.answer["lines"]})

    @property
    def spare(self):
        return ", ".join(sorted(self._name(key) for key in self.answer.get("spare", ())))

    def wishes(self):
        """[(wish, the sentences why it was not met)]."""
        found = defaultdict(list)
        for sentence in self.answer["unmet"]:
            found[_(WISHES.get(sentence[0], OTHER))].append(_said(sentence))
        for row in self.formed:
            for sentence in row["unmet"]:
                words = f"{self.teams[row['key']]}: {_said(sentence)}"
                found[_(WISHES.get(sentence[0], OTHER))].append(words)
        return list(found.items())

    @property
    def unmet(self):
        """How many wishes were not met, those of new delegations among them."""
        return sum(len(sentences) for _wish, sentences in self.wishes())

    def loads(self):
        named = [
            (self._name(load["person"]), load["before"], load["after"])
            for load in self.answer["loads"]
        ]
        return sorted(named, key=lambda load: (-load[2], load[0]))


def _said(sentence):
    text, words = sentence
    return _(text) % {
        name: vn_number(word) if isinstance(word, int | float) else word
        for name, word in words.items()
    }

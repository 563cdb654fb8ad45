"""New delegations out of a pool of people: who leads, who writes, who joins.

Hard: somebody who may lead, and at least one more; nobody in two of them; not above the size;
a secretary is suited to be one. Wished: every area of the plan known, a secretary, the size
reached, units that nobody of some delegation comes from, people who are out least.
"""

from dataclasses import dataclass, replace

from .problem import Team
from .searching import Choices

MISSING, STUCK, NOT_COVERED, NO_SECRETARY, SHORT = 100_000, 2000, 1000, 800, 600
BARRED, APART = 20, 3
# Who may lead a delegation seldom sits in one under somebody else.
BELOW_RANK = 300
EFFORT = 1.0


@dataclass(frozen=True)
class Crew:
    """A new delegation as it was found: its head, its secretary (or None), all others."""

    key: int
    head: object  # Candidate
    secretary: object
    others: tuple

    @property
    def joining(self):
        """All but the head."""
        return (*([self.secretary] if self.secretary else ()), *self.others)


def form(problem):
    """(The problem with its new delegations, their crews)."""
    if not problem.forming.count or not problem.forming.pool:
        return problem, []
    crews = Model(problem).crews()
    teams = [_team(problem, number, crew) for number, crew in enumerate(crews)]
    return replace(problem, teams=(*problem.teams, *teams)), crews


def _team(problem, number, crew):
    people = [crew.head, *crew.joining]
    known = frozenset().union(*(one.areas for one in crew.joining)) & set(problem.areas)
    return Team(
        key=crew.key,
        name=problem.forming.names[number],
        members=tuple(one.person for one in people),
        areas=known,
        formed_on=problem.forming.formed_on,
    )


class Model:
    """The choice of people as the search sees it; `t` numbers the delegations."""

    def __init__(self, problem):
        self.problem, self.asked = problem, problem.forming
        self.pool = sorted(self.asked.pool, key=lambda one: one.person)
        self.all = range(self.asked.count)
        choices = self.choices = Choices()
        self.missing = {t: choices.choice(MISSING) for t in self.all}
        self.leads, self.sits, self.writes = {}, {}, {}
        for one in self.pool:
            for t in self.all:
                self.leads[one, t] = choices.choice(self._price(one))
                self.sits[one, t] = choices.choice(self._price(one) + BELOW_RANK * one.leads)
                self.writes[one, t] = choices.choice()
        self.each_has_a_head()
        self.only_who_is_suited()
        self.nobody_sits_twice()
        self.not_alone_and_not_too_many()
        self._wishes()

    def _price(self, one):
        """Somebody who is out often, or may not go to many of the units, is asked last."""
        person, problem = self.problem.people[one.person], self.problem
        taken = sum(1 for day, _half in person.busy if problem.first <= day <= problem.last)
        return 1 + person.load * problem.weights.load + taken + BARRED * len(person.barred)

    def each_has_a_head(self):
        for t in self.all:
            heads = (self.leads[one, t] for one in self.pool)
            self.choices.exactly_one([self.missing[t], *heads])

    def only_who_is_suited(self):
        for one in self.pool:
            for t in self.all:
                if not one.leads:
                    self.choices.rule(self.leads[one, t] == 0)
                self.choices.rule(self.writes[one, t] <= (self.sits[one, t] if one.writes else 0))

    def nobody_sits_twice(self):
        for one in self.pool:
            seats = [table[one, t] for table in (self.leads, self.sits) for t in self.all]
            self.choices.at_most_one(seats)

    def not_alone_and_not_too_many(self):
        for t in self.all:
            there = 1 - self.missing[t]
            joining = sum(self.sits[one, t] for one in self.pool)
            self.choices.rule(joining >= there)
            self.choices.rule(joining <= (self.asked.size - 1) * there)
            self.choices.rule(sum(self.writes[one, t] for one in self.pool) <= 1)

    def _wishes(self):
        choices = self.choices
        for t in self.all:
            there = 1 - self.missing[t]
            short = choices.amount(self.asked.size, SHORT)
            joining = [self.sits[one, t] for one in self.pool]
            choices.rule(short >= (self.asked.size - 1) * there - sum(joining))
            writing = [self.writes[one, t] for one in self.pool]
            choices.rule(choices.choice(NO_SECRETARY) + sum(writing) >= there)
            for area in self.problem.areas:
                knowing = [self.sits[one, t] for one in self.pool if area in one.areas]
                choices.rule(choices.choice(NOT_COVERED) + sum(knowing) >= there)
        self._somebody_may_go_everywhere()
        self._even()

    def _somebody_may_go_everywhere(self):
        """For each unit that people of the pool come from, a delegation with none of them."""
        people, choices = self.problem.people, self.choices
        for stop in self.problem.stops:
            barred = [one for one in self.pool if stop.key in people[one.person].barred]
            if not barred or stop.pinned_team is not None or self._is_reached(stop):
                continue
            clear = [choices.choice() for _t in self.all]
            for t in self.all:
                choices.rule(clear[t] <= 1 - self.missing[t])
                for one in barred:
                    choices.rule(clear[t] + self.leads[one, t] + self.sits[one, t] <= 1)
            choices.rule(choices.choice(STUCK) + sum(clear) >= 1)

    def _is_reached(self, stop):
        people = self.problem.people
        return any(
            all(stop.key not in people[key].barred for key in team.members)
            for team in self.problem.teams
        )

    def _even(self):
        """The half-days that people of a delegation were out already, much the same in each."""
        weight = self.problem.weights.load
        if not weight or len(self.all) == 1:
            return
        most = self.choices.amount(10_000, APART * weight)
        for t in self.all:
            so_far = [
                self.problem.people[one.person].load * (self.leads[one, t] + self.sits[one, t])
                for one in self.pool
            ]
            self.choices.rule(most >= sum(so_far))

    def crews(self):
        """The delegations found, with keys below nought."""
        chosen = self.choices.solve(EFFORT)
        there = [t for t in self.all if chosen and not chosen(self.missing[t])]
        return [self._crew(-number, t, chosen) for number, t in enumerate(there, 1)]

    def _crew(self, key, t, chosen):
        (head,) = (one for one in self.pool if chosen(self.leads[one, t]))
        writing = [one for one in self.pool if chosen(self.writes[one, t])]
        others = [one for one in self.pool if chosen(self.sits[one, t]) and one not in writing]
        return Crew(key, head, writing[0] if writing else None, tuple(others))

"""What a proposal is asked for, as plain values: units to inspect, delegations, people, days."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

SATURDAY = 5
MORNING, AFTERNOON, WHOLE_DAY = "morning", "afternoon", "whole_day"
HALVES = (MORNING, AFTERNOON)
# How much a wish counts.
NOT, SOMEWHAT, MUCH = 0, 1, 3


def halves_of(session):
    """The half-days a session takes."""
    return HALVES if session == WHOLE_DAY else (session,)


@dataclass(frozen=True, eq=False)
class Stop:
    """A unit to inspect once. `key` is that of its line in the plan."""

    key: int
    name: str
    place: tuple | None = None  # latitude, longitude
    near: int | None = None  # what it lies in; neighbours where no place is known
    opens: date = date.min  # in force over [opens, closes)
    closes: date = date.max
    earliest: date = date.min  # the notice cannot be out in time before
    busy: frozenset = frozenset()  # (day, half) in which it receives somebody else
    visited: tuple = ()  # (first, last) days too near to another visit of it
    month: int | None = None
    pinned_day: date | None = None
    pinned_team: int | None = None


@dataclass(frozen=True)
class Person:
    """Somebody who inspects. `barred` are stops in the own or a last unit."""

    key: int
    name: str
    areas: frozenset = frozenset()
    load: int = 0  # half-days out in the year, without this proposal
    busy: frozenset = frozenset()
    barred: frozenset = frozenset()


@dataclass(frozen=True)
class Team:
    """A delegation with its members (keys of people) and the areas somebody is in charge of.

    One that is only proposed has a key below nought.
    """

    key: int
    name: str
    members: tuple = ()
    areas: frozenset = frozenset()
    formed_on: date = date.min

    @property
    def is_new(self):
        return self.key < 0


@dataclass(frozen=True)
class Candidate:
    """Somebody who may sit in a new delegation, for these areas; may lead it, or be its secretary."""

    person: int
    areas: frozenset = frozenset()
    leads: bool = False
    writes: bool = False


@dataclass(frozen=True)
class Forming:
    """The new delegations asked for: how many at most, each of how many people, of whom, since when."""

    count: int = 0
    size: int = 0
    formed_on: date = date.min
    names: tuple = ()
    pool: tuple = ()  # of Candidate
    absent: tuple = ()  # names of those who hold no post on one of the days


@dataclass(frozen=True)
class Weights:
    """How much each wish counts: NOT, SOMEWHAT or MUCH."""

    load: int = SOMEWHAT
    travel: int = SOMEWHAT
    month: int = MUCH
    spread: int = SOMEWHAT


@dataclass(frozen=True)
class Problem:
    """Everything a proposal depends on; the same problem always gives the same proposal."""

    year: int
    first: date
    last: date
    stops: tuple
    teams: tuple
    people: dict
    candidates: tuple = ()  # keys of people who may join a delegation
    areas: dict = field(default_factory=dict)  # code: name, of the plan
    exceptions: dict = field(default_factory=dict)  # day: worked (True) or off (False)
    knows_holidays: bool = True  # whether those of the year are on record
    base: tuple | None = None  # where the delegations set out
    a_half: int = 1  # units in a half-day; 0: a whole day for each
    team_size: int = 0  # members wished in each delegation
    limit_km: int | None = None  # between the stops of a day
    weights: Weights = Weights()
    forming: Forming = Forming()

    @cached_property
    def days(self):
        """The working days asked for, inside the year."""
        first = max(self.first, date(self.year, 1, 1))
        last = min(self.last, date(self.year, 12, 31))
        span = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return tuple(day for day in span if self.exceptions.get(day, day.weekday() < SATURDAY))

    @property
    def a_day(self):
        """How many units a delegation sees in a day."""
        return max(1, 2 * self.a_half)

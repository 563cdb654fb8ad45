"""What a proposal answers, as plain values that can be stored as JSON.

A sentence is stored as its English text and its values, and is translated for whoever reads it.
"""

from dataclasses import asdict, dataclass, field

MEMBER, SECRETARY = "member", "secretary"


@dataclass(frozen=True)
class Line:
    """One unit: when, by whom, the how manyth stop of the day, and the way there.

    `in_half` is its number in the half-day, where there are several.
    """

    stop: int
    team: int
    day: str
    session: str
    order: int
    in_half: int | None = None
    km: float | None = None


@dataclass(frozen=True)
class Seat:
    """Somebody who should join a delegation, in which role, for which areas, and why."""

    team: int
    person: int
    areas: list
    role: str = MEMBER
    why: list = field(default_factory=list)  # sentences


@dataclass(frozen=True)
class Formed:
    """A new delegation: its head and why; who else is in it stands among the seats."""

    key: int
    name: str
    formed_on: str
    head: int
    why: list
    unmet: list  # sentences


@dataclass(frozen=True)
class Load:
    """Half-days out of one person in the year, before and with the proposal."""

    person: int
    before: int
    after: int


@dataclass
class Answer:
    """The proposal. `unplaced` maps stops to the sentence why; `unmet` are wishes not met."""

    lines: list = field(default_factory=list)
    formed: list = field(default_factory=list)
    seats: list = field(default_factory=list)
    spare: list = field(default_factory=list)  # people of the pool who were not needed
    loads: list = field(default_factory=list)
    unplaced: list = field(default_factory=list)  # [stop, sentence]
    unmet: list = field(default_factory=list)  # sentences
    km: float | None = None
    least_km: float | None = None

    def as_json(self):
        return asdict(self)

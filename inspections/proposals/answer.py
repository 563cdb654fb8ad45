"""What a proposal answers, as plain values that can be stored as JSON.

A sentence is stored as its English text and its values, and is translated for whoever reads it.
"""

from dataclasses import asdict, dataclass, field


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
    """Somebody who should join a delegation, and for which areas."""

    team: int
    person: int
    areas: list


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
    seats: list = field(default_factory=list)
    loads: list = field(default_factory=list)
    unplaced: list = field(default_factory=list)  # [stop, sentence]
    unmet: list = field(default_factory=list)  # sentences
    km: float | None = None
    least_km: float | None = None

    def as_json(self):
        return asdict(self)

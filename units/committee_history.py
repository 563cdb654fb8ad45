"""What a committee's page tells of its past: which agency was the standing one, since when, why."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .models import UnitVersion


@dataclass(frozen=True)
class Agency:
    """A unit that was the standing agency over [from_on, to_on), by a decision."""

    unit_id: int
    title: str
    from_on: date
    to_on: date | None
    decision: str


def agencies(committee):
    """All standing agencies of a committee, the first one first; of one alone nothing is told."""
    changes = list(committee.agency_changes.with_titles())
    if not changes:
        return []
    begin = committee.established_on
    first = UnitVersion.objects.filter(unit=committee.standing_agency_id)
    first = first.on(begin).first() or first.order_by("valid_from").first()
    told = [(first.unit_id, first.title, begin, committee.decision)]
    told += [(one.unit_id, one.title, one.from_on, one.decision) for one in changes]
    ends = [later[2] for _earlier, later in pairwise(told)] + [committee.ended_on]
    return [
        Agency(unit_id, title, since, until, decision)
        for (unit_id, title, since, decision), until in zip(told, ends, strict=True)
    ]

"""Questions about units, people and committees; every one takes the day it asks about."""

from .committees import AgencyChangeQuerySet, CommitteeQuerySet, SeatQuerySet
from .people import PersonQuerySet, PostQuerySet
from .through_time import in_force, known_by, title_of, versions
from .units import ReorganisationQuerySet, SuccessionQuerySet, UnitQuerySet, UnitVersionQuerySet
from .workbooks import WorkbookQuerySet

__all__ = [
    "AgencyChangeQuerySet",
    "CommitteeQuerySet",
    "PersonQuerySet",
    "PostQuerySet",
    "ReorganisationQuerySet",
    "SeatQuerySet",
    "SuccessionQuerySet",
    "UnitQuerySet",
    "UnitVersionQuerySet",
    "WorkbookQuerySet",
    "in_force",
    "known_by",
    "title_of",
    "versions",
]

from .committee import AgencyChange, CommitteeMember, SteeringCommittee
from .person import Person, Post
from .reorganisation import Reorganisation
from .unit import Succession, Unit, UnitVersion
from .unit_type import UnitType
from .workbook import Workbook, WorkbookRow

__all__ = [
    "AgencyChange",
    "CommitteeMember",
    "Person",
    "Post",
    "Reorganisation",
    "SteeringCommittee",
    "Succession",
    "Unit",
    "UnitType",
    "UnitVersion",
    "Workbook",
    "WorkbookRow",
]

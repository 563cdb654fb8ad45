from .committee import CommitteeMember, SteeringCommittee
from .person import Person, Post
from .unit import Succession, Unit, UnitVersion

__all__ = [
    "CommitteeMember",
    "Person",
    "Post",
    "SteeringCommittee",
    "Succession",
    "Unit",
    "UnitVersion",
]

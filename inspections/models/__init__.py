from .catalogue import (
    Holiday,
    InspectionType,
    ReformArea,
    ServiceSector,
    Threshold,
)
from .coverage import CoverageTarget
from .deadline import DeadlineRule, PlanDeadline
from .delegation import Delegation, DelegationMember
from .feed import CalendarFeed
from .inspection import CodeSeries, Inspection
from .minutes import Minutes
from .other_visit import OtherVisit
from .plan import Plan, PlanUnit
from .risk import RiskWeight
from .self_report import ClarifyingQuestion, SelfReport
from .slot import Half, PersonSlot, UnitSlot
from .visit import Visit

__all__ = [
    "CalendarFeed",
    "ClarifyingQuestion",
    "CodeSeries",
    "CoverageTarget",
    "DeadlineRule",
    "Delegation",
    "DelegationMember",
    "Half",
    "Holiday",
    "Inspection",
    "InspectionType",
    "Minutes",
    "OtherVisit",
    "PersonSlot",
    "Plan",
    "PlanDeadline",
    "PlanUnit",
    "ReformArea",
    "RiskWeight",
    "SelfReport",
    "ServiceSector",
    "Threshold",
    "UnitSlot",
    "Visit",
]

from .catalogue import DeadlineRule, Holiday, InspectionType, ReformArea, ServiceSector
from .delegation import Delegation, DelegationMember
from .inspection import CodeSeries, Inspection
from .minutes import Minutes
from .plan import Plan, PlanUnit
from .self_report import ClarifyingQuestion, SelfReport
from .slot import Half, PersonSlot, UnitSlot
from .visit import Visit

__all__ = [
    "ClarifyingQuestion",
    "CodeSeries",
    "DeadlineRule",
    "Delegation",
    "DelegationMember",
    "Half",
    "Holiday",
    "Inspection",
    "InspectionType",
    "Minutes",
    "PersonSlot",
    "Plan",
    "PlanUnit",
    "ReformArea",
    "SelfReport",
    "ServiceSector",
    "UnitSlot",
    "Visit",
]

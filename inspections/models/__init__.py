from .catalogue import DeadlineRule, Holiday, InspectionType, ReformArea, ServiceSector
from .delegation import Delegation, DelegationMember
from .inspection import CodeSeries, Inspection
from .minutes import Minutes
from .plan import Plan, PlanUnit
from .self_report import ClarifyingQuestion, SelfReport
from .visit import Visit

__all__ = [
    "ClarifyingQuestion",
    "CodeSeries",
    "DeadlineRule",
    "Delegation",
    "DelegationMember",
    "Holiday",
    "Inspection",
    "InspectionType",
    "Minutes",
    "Plan",
    "PlanUnit",
    "ReformArea",
    "SelfReport",
    "ServiceSector",
    "Visit",
]

from .catalogue import (
    Course,
    EquipmentKind,
    Holiday,
    InspectionType,
    ReformArea,
    ServiceSector,
    Threshold,
)
from .coverage import CoverageTarget
from .deadline import DeadlineRule, PlanDeadline
from .delegation import Delegation, DelegationMember
from .document import DocumentFile, DocumentRequest
from .equipment import EquipmentCount, EquipmentSurvey
from .feed import CalendarFeed
from .inspection import CodeSeries, Inspection
from .minutes import Minutes
from .notice import Notice
from .other_visit import OtherVisit
from .outline import IndicatorDefinition, OutlineItem, ReportOutline
from .plan import Plan, PlanUnit
from .plan_version import PlanVersion
from .proposal import Proposal
from .register import Register, RegisterNumber
from .report import ReportFigure, ReportSection
from .risk import RiskWeight
from .self_report import ClarifyingQuestion, QuestionMessage, SelfReport
from .slot import Half, PersonSlot, UnitSlot
from .spoken import SpokenConclusion
from .visit import Visit

__all__ = [
    "CalendarFeed",
    "ClarifyingQuestion",
    "CodeSeries",
    "Course",
    "CoverageTarget",
    "DeadlineRule",
    "Delegation",
    "DelegationMember",
    "DocumentFile",
    "DocumentRequest",
    "EquipmentCount",
    "EquipmentKind",
    "EquipmentSurvey",
    "Half",
    "Holiday",
    "IndicatorDefinition",
    "Inspection",
    "InspectionType",
    "Minutes",
    "Notice",
    "OtherVisit",
    "OutlineItem",
    "PersonSlot",
    "Plan",
    "PlanDeadline",
    "PlanUnit",
    "PlanVersion",
    "Proposal",
    "QuestionMessage",
    "ReformArea",
    "Register",
    "RegisterNumber",
    "ReportFigure",
    "ReportOutline",
    "ReportSection",
    "RiskWeight",
    "SelfReport",
    "ServiceSector",
    "SpokenConclusion",
    "Threshold",
    "UnitSlot",
    "Visit",
]

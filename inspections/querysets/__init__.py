"""Questions over many rows of plans, delegations and inspections, and who sees which, by noun."""

from .catalogue import CatalogueQuerySet
from .delegations import DelegationQuerySet, SeatQuerySet, seats_with_people
from .documents import DocumentFileQuerySet, DocumentQuerySet
from .fieldwork import MinutesQuerySet, QuestionQuerySet, VisitQuerySet
from .inspections import (
    IN_PROGRESS,
    InspectionQuerySet,
    open_fieldwork,
    visible_inspections,
)
from .notices import NoticeQuerySet
from .plans import PlanQuerySet, PlanUnitQuerySet
from .scope import (
    EMBARGOED,
    NOTHING,
    READS_PROVINCE,
    content_scope,
    inspection_scope,
    own_delegations,
)

__all__ = [
    "EMBARGOED",
    "IN_PROGRESS",
    "NOTHING",
    "READS_PROVINCE",
    "CatalogueQuerySet",
    "DelegationQuerySet",
    "DocumentFileQuerySet",
    "DocumentQuerySet",
    "InspectionQuerySet",
    "MinutesQuerySet",
    "NoticeQuerySet",
    "PlanQuerySet",
    "PlanUnitQuerySet",
    "QuestionQuerySet",
    "SeatQuerySet",
    "VisitQuerySet",
    "content_scope",
    "inspection_scope",
    "open_fieldwork",
    "own_delegations",
    "seats_with_people",
    "visible_inspections",
]

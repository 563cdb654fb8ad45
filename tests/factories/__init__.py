"""Making records for tests: plain functions, valid by default, no library.

`world()` gives the small province most tests play in; the rest adds to it.
"""

from .findings import (
    announcement,
    comment,
    conclusion,
    draft_line,
    evidence,
    explanation,
    explanation_file,
    extension,
    finding,
    recommendation,
    review,
    scope,
    summary,
)
from .inspections import (
    area,
    delegation,
    document,
    document_file,
    inspection,
    inspection_type,
    member,
    minutes,
    notice,
    plan,
    question,
    self_report,
    visit,
)
from .reports import issued_paper
from .small_province import world
from .templates import paper_template
from .units import BEGIN, DAY, PASSWORD, actor, committee, ended, person, unit

__all__ = [
    "BEGIN",
    "DAY",
    "PASSWORD",
    "unit",
    "person",
    "actor",
    "committee",
    "ended",
    "area",
    "inspection_type",
    "plan",
    "member",
    "delegation",
    "inspection",
    "visit",
    "self_report",
    "document",
    "document_file",
    "notice",
    "question",
    "minutes",
    "scope",
    "summary",
    "issued_paper",
    "paper_template",
    "announcement",
    "comment",
    "draft_line",
    "review",
    "extension",
    "explanation_file",
    "finding",
    "evidence",
    "explanation",
    "conclusion",
    "recommendation",
    "world",
]

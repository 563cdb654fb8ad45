"""Every report, one line each: kind, title, what goes on paper per format, who may, from when."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from findings.rules import conclusion_is_written

from . import permissions, rules, subjects
from .datasets import (
    conclusion,
    decision,
    draft,
    minutes,
    notice,
    outline,
    overview,
    plan_paper,
    spoken,
)
from .issued import keeping, letters

# What the browser is told of a file.
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Report:
    """`contents` maps a format to its dataset `(subject, as_of=…, reader=…)`.

    `about` names what it can be about (subjects.py); `ready` is a guard.
    """

    kind: str
    title: str
    about: tuple[str, ...]
    file_words: str
    contents: dict[str, Callable]
    may: Callable
    ready: Callable

    def file_name(self, subject, extension):
        """What a person finds in the downloads: KT-2024-001-ket-luan.pdf."""
        return f"{subjects.code_of(subject)}-{self.file_words}.{extension}"


def _printed(paper):
    """One content for both formats of an official paper."""
    return {"pdf": paper, "docx": paper}


# In the order the papers of an inspection come into being.
REPORTS = {
    report.kind: report
    for report in (
        Report(
            "plan",
            _("plan"),
            ("plan",),
            "ke-hoach",
            _printed(plan_paper.paper),
            permissions.may_have_plan,
            rules.plan_names_units,
        ),
        Report(
            "decision",
            _("decision on the delegation"),
            ("delegation",),
            "quyet-dinh",
            _printed(decision.paper),
            permissions.may_have_decision,
            rules.delegation_has_a_head,
        ),
        Report(
            "notice",
            _("notice to the unit"),
            ("inspection",),
            "thong-bao",
            _printed(notice.paper),
            permissions.may_have_notice,
            rules.unit_is_notified,
        ),
        Report(
            "outline",
            _("outline of the self-report"),
            ("inspection",),
            "de-cuong",
            _printed(outline.paper),
            permissions.may_have_outline,
            rules.nothing_to_wait_for,
        ),
        Report(
            "minutes",
            _("minutes"),
            ("minutes",),
            "bien-ban",
            _printed(minutes.paper),
            permissions.may_have_minutes,
            rules.nothing_to_wait_for,
        ),
        Report(
            "spoken",
            _("record of the spoken conclusion"),
            ("inspection",),
            "ket-luan-tai-cho",
            _printed(spoken.paper),
            permissions.may_have_spoken,
            rules.something_was_said,
        ),
        Report(
            "draft",
            _("draft conclusion"),
            ("inspection",),
            "du-thao",
            _printed(draft.paper),
            permissions.may_request,
            conclusion_is_written,
        ),
        Report(
            "conclusion",
            _("conclusion report"),
            ("inspection",),
            "ket-luan",
            _printed(keeping.paper) | {"xlsx": conclusion.workbook},
            permissions.may_request,
            conclusion_is_written,
        ),
        Report(
            "urging",
            _("letter urging remediation"),
            ("inspection",),
            "don-doc",
            _printed(letters.paper_of_the_day("urging")),
            permissions.may_have_followed_up,
            rules.something_is_open,
        ),
        Report(
            "remediation_report",
            _("remediation report"),
            ("inspection",),
            "bao-cao-khac-phuc",
            _printed(letters.paper_of_the_day("remediation_report")),
            permissions.may_have_followed_up,
            rules.unit_was_asked,
        ),
        Report(
            "overview",
            _("overview of inspections"),
            ("plan", "year"),
            "tong-hop",
            {"xlsx": overview.workbook},
            permissions.may_have_overview,
            rules.nothing_to_wait_for,
        ),
    )
}


def reports_about(subject):
    """The reports there are about such a record."""
    about = subjects.name_of(subject)
    return [report for report in REPORTS.values() if about in report.about]

"""Every report, one line each: kind, title, what goes on paper per format, who may, from when."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from findings.rules import conclusion_is_written

from . import permissions
from .datasets import conclusion

# What the browser is told of a file; renderers are too heavy for web processes to import.
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Report:
    """`contents` maps a format to its dataset `(inspection, as_of=…, reader=…)`.

    `ready` is a guard.
    """

    kind: str
    title: str
    file_words: str
    contents: dict[str, Callable]
    may: Callable
    ready: Callable

    def file_name(self, inspection, extension):
        """What a person finds in the downloads: KT-2024-001-ket-luan.pdf."""
        return f"{inspection.code}-{self.file_words}.{extension}"


REPORTS = {
    report.kind: report
    for report in (
        Report(
            "conclusion",
            _("conclusion report"),
            "ket-luan",
            {"pdf": conclusion.paper, "xlsx": conclusion.workbook},
            permissions.may_request,
            conclusion_is_written,
        ),
    )
}

"""What goes to and fro before a visit: the report under its outline, and documents one by one."""

import io

from openpyxl import Workbook

from inspections import reporting
from inspections.actions import documents, report_sections
from reform_portal.common import uploads

from . import script


def write_report(stage, inspection, texts, figures, *, by, on):
    """The unit writes under the headings it has words for, with the figures it has counted."""
    report, actor = inspection.self_report, stage.actor(by, on)
    for item in reporting.headings_of(inspection, report):
        if item.mark in texts:
            lines = reporting.heading_of(report, inspection, item, None).lines
            known = (line.indicator for line in lines)
            given = {one: figures[one.code] for one in known if one.code in figures}
            report_sections.save_section(
                report, item, 0, by=actor, text=texts[item.mark], figures=given
            )
    return report


def submit_report(stage, report, *, by, on):
    return report_sections.move_report(report, "submit", by=stage.actor(by, on))


def ask_for(stage, inspection, title, *, on, due, details=""):
    return documents.ask_for(
        inspection,
        by=stage.actor(script.PLANNER, on),
        title=title,
        details=details,
        area=None,
        due_on=due,
    )


def send(stage, document, *, by, on):
    """A sheet of paper with nothing but its title: what stands in such papers is not invented."""
    content = io.BytesIO()
    book = Workbook()
    book.active["A1"] = document.title
    book.save(content)
    content.seek(0)
    content.name, content.size = "tai-lieu.xlsx", len(content.getvalue())
    accepted = uploads.accept(content, kinds=(uploads.EXCEL,))
    return documents.send_file(document, by=stage.actor(by, on), accepted=accepted)


def accept(stage, document, *, by, on):
    return documents.move_document(document, "accept", by=stage.actor(by, on))

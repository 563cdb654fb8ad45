"""Workbooks for tests: made from the template, filled in, perhaps spoilt."""

import io
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from units.workbooks import importing, layout
from units.workbooks.exporting import rows_on
from units.workbooks.writing import write

BEGIN = date(2020, 1, 1)
DAY = date(2024, 6, 17)
REFORM = date(2025, 7, 1)


def commune(name="Ba Sơn", **other):
    """A row of a new commune in the world's district."""
    row = {
        "level": "Cấp xã",
        "type": "xã",
        "name": name,
        "parent": "huyện Cao Lộc",
        "valid_from": date(2024, 1, 1),
    }
    return row | other


def district(name="Bình Gia", **other):
    row = {"level": "Cấp huyện", "type": "huyện", "parent": "tỉnh Lạng Sơn"}
    return commune(name, **row | other)


def official(name="Lương Văn Mới", **other):
    """A row of somebody new in the world's district."""
    row = {
        "full_name": name,
        "unit": "huyện Cao Lộc",
        "title": "Chuyên viên",
        "held_from": date(2024, 3, 1),
        "decision": "15/QĐ-UBND",
    }
    return row | other


def book(units=(), people=(), committees=(), seats=(), *, spoil=None, save=None):
    """The bytes of a workbook; only sheets with rows. `spoil(openpyxl workbook)` changes it."""
    made = Workbook()
    made.remove(made.active)
    given = {"units": units, "people": people, "committees": committees, "seats": seats}
    for sheet in layout.SHEETS:
        if given[sheet.name]:
            page = made.create_sheet(sheet.title)
            page.append([column.title for column in sheet.columns])
            for row in given[sheet.name]:
                page.append([row.get(column.name) for column in sheet.columns])
    if spoil:
        spoil(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def exported(day=DAY, provinces=None):
    return write(rows_on(day, provinces))


def opened(content):
    return load_workbook(io.BytesIO(content))


def upload(content, name="don-vi.xlsx"):
    return SimpleUploadedFile(name, content)


def tried(content, by):
    """The result of a dry run."""
    return importing.rehearse(content, by=by)


def done(content, by):
    """The result of an import of what a dry run showed."""
    return importing.carry_out(content, by=by, agreed=tried(content, by).told)


def outcomes(result):
    return [str(line.outcome) for line in result.lines]


def mistakes(result):
    """{cell: sentence} of all wrong rows."""
    return {place: words for line in result.lines for place, words in line.problems}

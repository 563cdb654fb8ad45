"""Opening a workbook somebody sent: measured before it is parsed, refused with every reason.

What a person cannot see in the sheet (hidden rows, merged cells, formulas) would be imported
otherwise than it is read; hence it is refused (our choice), here or cell by cell in `reading`.
"""

import io
import warnings
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reform_portal.common.text import fold

from . import layout

MEGABYTE = 1024 * 1024
MOST_UNPACKED = 24 * MEGABYTE
MOST_TAGS = 1_500_000  # opening and closing, in all parts: what the parsers turn into objects
MOST_PARTS = 200
MOST_SHEETS = 12
MOST_CELLS = 200_000  # and rows, the empty ones too
MOST_NAMED = 5
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass
class Shape:
    """What one look over a sheet found, before any of its values is read."""

    cells: int = 0
    last_row: int = 0
    hidden: list = field(default_factory=list)
    merged: list = field(default_factory=list)


def open_workbook(content, sheets=layout.SHEETS, most_rows=layout.MOST_ROWS):
    """{sheet of the layout: (openpyxl worksheet, last row)}; ValidationError with all reasons."""
    from openpyxl import load_workbook  # it brings numpy along: only where a workbook is read

    with _readable():
        _measure(content)
        book = load_workbook(io.BytesIO(content), read_only=True)
    found = _known(book, sheets)
    with _readable():
        shapes = {sheet: _shape(page) for sheet, page in found.items()}
    if reasons := [reason for sheet, shape in shapes.items() for reason in _faults(sheet, shape)]:
        raise ValidationError(reasons)
    if sum(shape.last_row - 1 for shape in shapes.values()) > most_rows:
        raise ValidationError(
            _("The workbook has more than %(limit)s rows. Split it and send one part at a time.")
            % {"limit": most_rows}
        )
    return {sheet: (page, shapes[sheet].last_row) for sheet, page in found.items()}


@contextmanager
def _readable():
    """zipfile, lxml and openpyxl raise what they like for broken files."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles it does not know
            yield
    except ValidationError:
        raise
    except Exception as error:
        raise ValidationError(
            _("The workbook cannot be read. Open it in Excel, save it anew as .xlsx and try again.")
        ) from error


def _measure(content):
    """By what the archive declares, and by what really comes out of it."""
    too_large = ValidationError(
        _(
            "The workbook unpacks to too much. Delete what does not belong to the list and try again."
        )
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise too_large
        unpacked = tags = 0
        for part in parts:
            with archive.open(part) as stream:
                while block := stream.read(MEGABYTE):
                    unpacked += len(block)
                    tags += block.count(b"<") if part.filename.endswith((".xml", ".rels")) else 0
                    if unpacked > MOST_UNPACKED or tags > MOST_TAGS:
                        raise too_large
                    if b"<!DOCTYPE" in block or b"<!ENTITY" in block:
                        raise ValueError("A part of the archive declares entities.")


def _known(book, sheets):
    """The sheets of the layout that are in the book; names may lack marks and capitals."""
    if len(book.sheetnames) > MOST_SHEETS:
        raise ValidationError(
            _("The workbook has too many sheets. Keep only those of the template.")
        )
    wanted = {fold(sheet.title): sheet for sheet in sheets}
    found, reasons = {}, []
    for page in book.worksheets:
        name = fold(page.title)
        if name == fold(layout.NOTES):
            continue
        if name not in wanted or wanted[name] in found:
            reasons.append(_not_ours(page.title, name in wanted, sheets))
        else:
            found[wanted[name]] = page
    if reasons:
        raise ValidationError(reasons)
    if not found:
        raise ValidationError(
            _("The workbook has none of the sheets %(names)s. Begin with the template.")
            % {"names": _names(sheets)}
        )
    return {sheet: found[sheet] for sheet in sheets if sheet in found}


def _not_ours(title, twice, sheets):
    words = (
        _("The sheet “%(sheet)s” is there twice. Delete one of them.")
        if twice
        else _("The sheet “%(sheet)s” is not known. Rename it to one of %(names)s, or delete it.")
    )
    return words % {"sheet": title, "names": _names(sheets)}


def _names(sheets):
    return ", ".join(f"“{sheet.title}”" for sheet in sheets)


def _shape(page):
    """Rows and cells as the file holds them, one element in memory at a time."""
    from lxml import etree

    shape = Shape()
    with page._get_source() as source:
        wanted = (f"{MAIN}row", f"{MAIN}mergeCell")
        number = 0
        for _event, element in etree.iterparse(
            source, tag=wanted, resolve_entities=False, no_network=True
        ):
            if element.tag == f"{MAIN}mergeCell":
                shape.merged.append(element.get("ref", ""))
            else:
                number = int(element.get("r", number + 1))
                _look_at_row(element, number, shape)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return shape


def _look_at_row(row, number, shape):
    filled = any(len(cell) for cell in row)
    shape.cells += len(row) + 1
    if shape.cells > MOST_CELLS:
        raise ValidationError(
            _("The workbook holds too many cells. Delete columns and rows outside the list.")
        )
    if filled:
        shape.last_row = max(shape.last_row, number)
        if row.get("hidden") in ("1", "true"):
            shape.hidden.append(number)


def _faults(sheet, shape):
    if shape.merged:
        yield _(
            "Sheet “%(sheet)s” has merged cells: %(cells)s. Unmerge them and fill in every cell."
        ) % {"sheet": sheet.title, "cells": _some(shape.merged)}
    if shape.hidden:
        yield _(
            "Sheet “%(sheet)s” has hidden rows: %(rows)s. Clear the filter or unhide them, so that "
            "you see everything that is imported; delete what is not wanted."
        ) % {"sheet": sheet.title, "rows": _some(shape.hidden)}


def _some(found):
    more = ", …" if len(found) > MOST_NAMED else ""
    return ", ".join(map(str, found[:MOST_NAMED])) + more

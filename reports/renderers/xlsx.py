"""Workbooks as Excel files: dates and numbers stay what they are, and no text is ever a formula.

Rows are taken one by one and written on, so that a sheet of any length needs no more memory; the
same workbook gives the same bytes, because its moments come from its data.
"""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import product
from math import ceil
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from reports.renderers.printable import printable
from reports.renderers.sheet_rows import row_xml, with_rows

KINDS = ("text", "risky", "number", "day", "moment")
# A part of the archive has no day of its own; this is the first one an archive can name.
OLDEST = (1980, 1, 1, 0, 0, 0)
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")

DAY, MOMENT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"

# What a spreadsheet may take for the start of a formula when a cell is edited or exported on.
RISKY = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
LINE, TALLEST = 15, 409  # points; 409 is Excel's limit of a row
LONGEST = 32_767  # Excel's limit of a cell, in UTF-16 units
CUT = " … [đã cắt bớt: ô Excel chứa tối đa 32.767 ký tự]"


def render(workbook) -> bytes:
    """The workbook as an .xlsx file: openpyxl lays it out, then the rows are put in."""
    book = Workbook(write_only=True)
    book.properties.title = printable(workbook.title)
    book.properties.creator = "reform_portal"
    book.properties.created = workbook.data_as_of.astimezone(UTC).replace(tzinfo=None)
    rows = {}
    for sheet in workbook.sheets:
        page = book.create_sheet(_sheet_name(sheet.name))
        rows[page] = _lay_out(page, sheet, workbook)
    laid_out = BytesIO()
    book.save(laid_out)
    written = {page.path.lstrip("/"): lines for page, lines in rows.items()}
    return _filled(laid_out, written, workbook.data_as_of)


def _lay_out(page, sheet, workbook):
    """Everything about a sheet but its rows, which are returned to be written one by one."""
    page.freeze_panes = "A2"
    for place, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(place)].width = column.width
    _set_up_print(page, workbook)
    if sheet.filters:
        last = get_column_letter(len(sheet.columns))
        page.auto_filter.ref = f"A1:{last}{sheet.length + 1}"
    styles = _Styles(page)
    for kind, column in product(KINDS, sheet.columns):  # known before the book is laid out
        styles.of(kind, column.align)
    styles.of("header")
    return _lines(sheet, styles)


def _lines(sheet, styles):
    titles = [column.title for column in sheet.columns]
    heading = [(title, styles.of("header")) for title in titles]
    yield row_xml(1, heading, _height(titles, sheet))
    for number, row in enumerate(sheet.rows, start=2):
        cells = [
            (fitted, styles.of(kind, column.align))
            for value, column in zip(row, sheet.columns, strict=True)
            for fitted, kind in [_typed(value)]
        ]
        yield row_xml(number, cells, _height(row, sheet))


def _filled(laid_out, rows, moment) -> bytes:
    """The same archive with the rows in its sheets, dated as its data."""
    content = BytesIO()
    with ZipFile(laid_out) as empty, ZipFile(content, "w", ZIP_DEFLATED) as full:
        for name in empty.namelist():
            part = ZipInfo(name, date_time=OLDEST)
            part.compress_type = ZIP_DEFLATED
            with full.open(part, "w") as written:
                for piece in _pieces(name, empty.read(name), rows, moment):
                    written.write(piece)
    return content.getvalue()


def _pieces(name, part, rows, moment):
    if name in rows:
        yield from with_rows(part, rows[name])
    elif name == "docProps/core.xml":
        stamp = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
        yield MODIFIED.sub(rb"\g<1>" + stamp, part)
    else:
        yield part


def _height(row, sheet) -> float:
    """Room for the longest text of a row, wrapped: not every program fits rows to their text."""
    wrapped = [
        sum(ceil(len(text) / (column.width - 1)) or 1 for text in str(value).split("\n"))
        for value, column in zip(row, sheet.columns, strict=True)
        if value is not None
    ]
    return min(LINE * max(wrapped, default=1), TALLEST)


def _set_up_print(page, workbook) -> None:
    """A4 landscape, as wide as the page, header row on each page, page numbers."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_title_rows = "1:1"
    page.page_margins = PageMargins(0.4, 0.4, top=0.75, bottom=0.75, header=0.3, footer=0.3)
    page.oddHeader.center.text = printable(workbook.title).replace("&", "&&")[:200]
    page.oddFooter.left.text = (
        f"Số liệu đến {timezone.localtime(workbook.data_as_of):%d/%m/%Y %H:%M}"
    )
    page.oddFooter.right.text = "Trang &P/&N"


def _sheet_name(name: str) -> str:
    """A name Excel accepts: none of []:*?/\\, at most 31 characters."""
    return "".join("-" if sign in "[]:*?/\\" else sign for sign in printable(name))[:31]


def fit(text: str) -> str:
    """The text if it fits a cell; else its beginning and a remark that it was cut."""
    text = printable(text)
    if len(text) * 2 <= LONGEST or _units(text) <= LONGEST:
        return text
    room = (LONGEST - len(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class _Styles:
    """One style per kind of cell, known to the workbook by its number."""

    FORMATS = {"day": DAY, "moment": MOMENT}
    ALIGNED = {"day": "center", "moment": "center", "number": "right", "header": "center"}
    EDGE = Side(style="thin", color="808080")

    def __init__(self, page):
        self.page = page
        self.made = {}

    def of(self, kind, align=""):
        """The number of the style in the workbook."""
        if (kind, align) not in self.made:
            self.made[kind, align] = self._make(kind, align or self.ALIGNED.get(kind, "left"))
        return self.made[kind, align]

    def _make(self, kind, align):
        cell = WriteOnlyCell(self.page)
        cell.font = Font(name="Times New Roman", size=11, bold=kind == "header")
        cell.border = Border(left=self.EDGE, right=self.EDGE, top=self.EDGE, bottom=self.EDGE)
        upright = "center" if kind == "header" else "top"
        cell.alignment = Alignment(wrap_text=True, vertical=upright, horizontal=align)
        cell.number_format = self.FORMATS.get(kind, "General")
        cell.quotePrefix = kind == "risky"
        if kind == "header":
            cell.fill = PatternFill("solid", fgColor="D9E2F3")
        return cell.style_id


def _typed(value):
    """The value as Excel holds it, and the kind of its style."""
    if isinstance(value, bool):
        return ("Có" if value else "Không"), "text"
    if isinstance(value, int | float | Decimal):
        return value, "number"
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None), "moment"
    if isinstance(value, date):
        return value, "day"
    if value is None:
        return None, "text"
    text = fit(str(value))
    return text, "risky" if text.startswith(RISKY) else "text"

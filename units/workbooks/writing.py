"""Workbooks to download: as on a day, empty, or one's own with the mistakes beside the rows.

Codes are text cells, so that 06193 stays 06193; days are real days; no text becomes a formula.
"""

from copy import copy
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from . import layout
from .cells import clean
from .guide import RULES, lines_of_the_guide

RISKY = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
FORMATS = {layout.DAY: "dd/mm/yyyy", layout.KEY: "0"}
AS_TEXT = "@"
LONGEST = 32_000  # Excel holds 32,767 signs a cell
GUIDE_WIDTHS = (26, 26, 14, 100)
LINE, TALLEST = 15.5, 400  # points a line of text takes, and Excel's limit of a row
CHECKED_ROWS = 5000  # rows the drop-down lists reach down to


def write(rows, *, remarks=False, sheets=layout.SHEETS, rules=RULES):
    """An .xlsx file from {sheet: iterable of {column: value}}; all sheets, then the guide."""
    book = Workbook(write_only=True)
    book.properties.creator = "reform_portal"
    for sheet in sheets:
        if remarks and sheet not in rows:
            continue
        _write_sheet(book, sheet, rows.get(sheet, ()), remarks)
    _write_guide(book, lines_of_the_guide(sheets, rules))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _write_sheet(book, sheet, rows, remarks):
    columns = (*sheet.columns, layout.REMARK) if remarks else sheet.columns
    page = book.create_sheet(sheet.title)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}1"
    for place, column in enumerate(columns, start=1):
        dimension = page.column_dimensions[get_column_letter(place)]
        dimension.width = column.width
        dimension.number_format = FORMATS.get(column.kind, AS_TEXT)
    _offer_choices(page, columns)
    _set_up_print(page)
    style = _Styles(page)
    page.row_dimensions[1].height = 2 * LINE
    page.append([style.title(column) for column in columns])
    last = 1
    for row in rows:
        if why := row.get("remark"):
            page.row_dimensions[last + 1].height = _height(why, layout.REMARK.width)
        page.append([style.cell(row.get(column.name), column) for column in columns])
        last += 1
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"


def _height(text, width):
    """Room for a wrapped text: not every program fits rows to what is in them."""
    return min(LINE * (len(text) // (width - 5) + 1), TALLEST)


def _set_up_print(page):
    """A4 landscape, as wide as the page, the titles on each page."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_title_rows = "1:1"


def _offer_choices(page, columns):
    for place, column in enumerate(columns, start=1):
        if column.choices:
            words = ",".join(column.choices.values())
            offered = DataValidation("list", formula1=f'"{words}"', allow_blank=not column.required)
            letter = get_column_letter(place)
            offered.add(f"{letter}2:{letter}{CHECKED_ROWS}")
            page.data_validations.append(offered)


def _write_guide(book, lines):
    page = book.create_sheet(layout.NOTES)
    _set_up_print(page)
    for letter, width in zip("ABCD", GUIDE_WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    style = _Styles(page)
    for number, line in enumerate(lines, start=1):
        page.row_dimensions[number].height = _height(line.texts[-1], GUIDE_WIDTHS[-1])
        page.append([style.words(text, bold=line.bold) for text in line.texts])


class _Styles:
    """One shared style per kind of cell: setting them cell by cell costs three times as much."""

    def __init__(self, page):
        self.page = page
        self.made = {}

    def title(self, column):
        cell = self._text(column.title)
        cell._style = self._style("title*" if column.required else "title")
        return cell

    def words(self, text, bold=False):
        cell = self._text(text)
        cell._style = self._style("bold" if bold else "words")
        return cell

    def cell(self, value, column):
        if column.choices:
            value = column.choices.get(value, value)
        if value is None or value == "":
            return None
        if isinstance(value, date) or (column.kind == layout.KEY and isinstance(value, int)):
            cell = WriteOnlyCell(self.page, value)
            cell._style = self._style(layout.DAY if isinstance(value, date) else layout.KEY)
            return cell
        cell = self._text(str(value))
        risky = cell.value.startswith(RISKY)
        kind = "remark" if column is layout.REMARK else "risky" if risky else layout.TEXT
        cell._style = self._style(kind)
        return cell

    def _text(self, text):
        cell = WriteOnlyCell(self.page, clean(text)[:LONGEST])
        cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
        return cell

    def _style(self, kind):
        if kind not in self.made:
            self.made[kind] = self._make(kind)
        return self.made[kind]

    def _make(self, kind):
        cell = WriteOnlyCell(self.page)
        titled = kind.startswith("title")
        red = "C00000" if kind == "remark" else None
        cell.font = Font(name="Times New Roman", size=11, bold=titled or kind == "bold", color=red)
        wrapped = titled or kind in ("words", "bold", "remark")
        upright = "center" if titled else "top"
        across = "center" if titled or kind in FORMATS else "left"
        cell.alignment = Alignment(vertical=upright, horizontal=across, wrap_text=wrapped)
        cell.number_format = FORMATS.get(kind, AS_TEXT)
        cell.quotePrefix = kind == "risky"
        if titled:
            cell.fill = PatternFill("solid", fgColor="F8D7DA" if kind == "title*" else "D9E2F3")
        return copy(cell._style)

"""Everything about a kind of workbook but what one of them says: openpyxl lays it out once.

What differs from one workbook to the next - its title, the moment of its data, the length of its
filters - stands in the layout as marks, which are filled in. openpyxl needs longer to make an
empty book than all the rest of a small report takes.
"""

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from reports.renderers.printable import printable

KINDS = ("header", "text", "risky", "number", "day", "moment")
DAY, MOMENT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
FORMATS = {"day": DAY, "moment": MOMENT}
ALIGNED = {"day": "center", "moment": "center", "number": "right", "header": "center"}
EDGE = Side(style="thin", color="808080")

# openpyxl takes only a number for the last row of a filter: these are numbers no sheet has twice.
LAST_ROWS = 1_040_000
MARK = re.compile(r"@(title|heading|as_of|moment)@|(?<=[A-Z$])1040(\d{3})\b")
STAMPED = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


@dataclass(frozen=True)
class Layout:
    """The parts of an empty book by name, the names of its sheets, the numbers of its styles."""

    parts: dict[str, str]
    pages: tuple[str, ...]
    styles: dict[str, dict[str, int]]  # by the alignment of a column, then by the kind of cell

    def filled_with(self, *, lengths, **told):
        """What writes these values in the place of the marks; texts are ready for XML."""

        def value(mark):
            return told[mark[1]] if mark[1] else str(lengths[int(mark[2])] + 1)

        return partial(MARK.sub, value)


@lru_cache(maxsize=32)
def of(shape) -> Layout:
    """The layout of a workbook whose sheets have these (name, columns, filters)."""
    book = Workbook(write_only=True)
    book.properties.title = "@title@"
    book.properties.creator = "reform_portal"
    for place, (name, columns, filters) in enumerate(shape):
        page = book.create_sheet(_sheet_name(name))
        _lay_out(page, columns)
        if filters:
            last = get_column_letter(len(columns))
            page.auto_filter.ref = f"A1:{last}{LAST_ROWS + place}"
    aligned = {column.align for _name, columns, _filters in shape for column in columns}
    styles = {
        align: {kind: _style(page, kind, align) for kind in KINDS} for align in sorted(aligned)
    }
    empty = BytesIO()
    book.save(empty)
    with ZipFile(empty) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = STAMPED.sub(r"\g<1>@moment@", core)
    pages = tuple(page.path.lstrip("/") for page in book.worksheets)
    return Layout(parts, pages, styles)


def _lay_out(page, columns):
    """A4 landscape, as wide as the page, header row frozen and on each page, page numbers."""
    page.freeze_panes = "A2"
    for place, column in enumerate(columns, start=1):
        page.column_dimensions[get_column_letter(place)].width = column.width
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_title_rows = "1:1"
    page.page_margins = PageMargins(0.4, 0.4, top=0.75, bottom=0.75, header=0.3, footer=0.3)
    page.oddHeader.center.text = "@heading@"
    page.oddFooter.left.text = "Số liệu đến @as_of@"
    page.oddFooter.right.text = "Trang &P/&N"


def _sheet_name(name: str) -> str:
    """A name Excel accepts: none of []:*?/\\, at most 31 characters."""
    return "".join("-" if sign in "[]:*?/\\" else sign for sign in printable(name))[:31]


def _style(page, kind, align):
    """The number of a style in its workbook."""
    cell, header = WriteOnlyCell(page), kind == "header"
    cell.font = Font(name="Times New Roman", size=11, bold=header)
    cell.border = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
    cell.alignment = Alignment(
        wrap_text=True,
        vertical="center" if header else "top",
        horizontal=ALIGNED["header"] if header else align or ALIGNED.get(kind, "left"),
    )
    cell.number_format = FORMATS.get(kind, "General")
    cell.quotePrefix = kind == "risky"
    if header:
        cell.fill = PatternFill("solid", fgColor="D9E2F3")
    return cell.style_id

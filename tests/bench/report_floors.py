"""What a file costs at least: the bare library on the same content, used as its users use it.

PDF: WeasyPrint on the same HTML, photos and styles, with the same settings.
Excel: openpyxl in its fast write-only mode on values that are read already: the same sheets, the
same cells with the same fonts, borders, alignment, fills and formats of days, each style made once
and shared, the same widths, a height for each row (ours is measured from its text), frozen header,
filters and print set-up. `values` are the same values in bare cells, which nobody would hand on.
Neither reads the database, measures texts, guards against formulas, hashes or stores.
"""

from datetime import date, datetime
from io import BytesIO

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.renderers import pdf


def bare_pdf(paper):
    """WeasyPrint on the same HTML, photos and styles, and nothing else."""
    from weasyprint import HTML

    html, pictures, styles = pdf.as_html(paper), pdf._pictures(paper), pdf._styles()
    return lambda: HTML(string=html, url_fetcher=pdf._fetcher()(pictures)).write_pdf(
        stylesheets=[styles], pdf_variant="pdf/ua-1", optimize_images=True, jpeg_quality=80, dpi=150
    )


def read(workbook):
    """The sheets of a workbook as (sheet, its rows in a list)."""
    return [(sheet, [tuple(map(_naive, row)) for row in sheet.rows]) for sheet in workbook.sheets]


def values(sheets):
    """openpyxl on the values in bare cells."""

    def write():
        book = Workbook(write_only=True)
        for sheet, rows in sheets:
            page = book.create_sheet(sheet.name)
            page.append([column.title for column in sheet.columns])
            for row in rows:
                page.append(row)
        return saved(book)

    return write


def laid_out(sheets):
    """openpyxl on the same cells as they look in ours."""

    def write():
        book = Workbook(write_only=True)
        for sheet, rows in sheets:
            page = book.create_sheet(sheet.name)
            styled = _Cells(page)
            _set_up(page, sheet, len(rows))
            page.append([styled(column.title, "header") for column in sheet.columns])
            for number, row in enumerate(rows, start=2):
                page.row_dimensions[number].height = 60
                page.append([styled(value, _kind(value)) for value in row])
        return saved(book)

    return write


def saved(book):
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _set_up(page, sheet, length):
    page.freeze_panes = "A2"
    for place, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(place)].width = column.width
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_title_rows = "1:1"
    page.oddFooter.right.text = "Trang &P/&N"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{length + 1}"


class _Cells:
    """Cells of a few styles, each made once: openpyxl at its best."""

    FORMATS = {"day": "dd/mm/yyyy", "moment": "dd/mm/yyyy hh:mm"}

    def __init__(self, page):
        self.page = page
        self.styles = {kind: self._style(kind) for kind in ("header", "text", "day", "moment")}

    def __call__(self, value, kind):
        cell = WriteOnlyCell(self.page, value)
        cell._style = self.styles[kind]
        return cell

    def _style(self, kind):
        model, edge = WriteOnlyCell(self.page), Side(style="thin", color="808080")
        model.font = Font(name="Times New Roman", size=11, bold=kind == "header")
        model.border = Border(left=edge, right=edge, top=edge, bottom=edge)
        model.alignment = Alignment(wrap_text=True, vertical="top")
        model.number_format = self.FORMATS.get(kind, "General")
        if kind == "header":
            model.fill = PatternFill("solid", fgColor="D9E2F3")
        return model._style


def _kind(value):
    if isinstance(value, datetime):
        return "moment"
    return "day" if isinstance(value, date) else "text"


def _naive(value):
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None)
    return value

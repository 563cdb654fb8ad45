"""The rows of a sheet as Excel stores them. openpyxl makes an object and seven XML events of each
cell, which is most of the time of a large workbook; a row is one line of text here.
"""

from datetime import date
from itertools import islice
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

AT_ONCE = 500  # rows written together


def with_rows(sheet_xml: bytes, rows):
    """A sheet with these rows behind the ones it has, piece by piece."""
    head, end, tail = sheet_xml.rpartition(b"</sheetData>")
    yield head
    rows = iter(rows)
    while piece := "".join(islice(rows, AT_ONCE)):
        yield piece.encode()
    yield end + tail


def row_xml(number: int, cells, height: float) -> str:
    """A row of (value, style) pairs."""
    written = "".join(
        cell_xml(f"{get_column_letter(place)}{number}", value, style)
        for place, (value, style) in enumerate(cells, start=1)
    )
    return f'<row r="{number}" ht="{height}" customHeight="1">{written}</row>'


def cell_xml(place: str, value, style: int) -> str:
    """A text stays a text, whatever it begins with; days and moments are numbers with a format."""
    if value is None or value == "":
        return f'<c r="{place}" s="{style}"/>'
    if isinstance(value, str):
        kept = ' xml:space="preserve"' if value != value.strip() else ""
        text = f"<is><t{kept}>{escape(value)}</t></is>"
        return f'<c r="{place}" s="{style}" t="inlineStr">{text}</c>'
    number = to_excel(value) if isinstance(value, date) else value
    return f'<c r="{place}" s="{style}"><v>{number}</v></c>'

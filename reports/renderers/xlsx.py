"""Workbooks as Excel files: dates and numbers stay what they are, and no text is ever a formula.

Rows are taken one by one and written on, so that a sheet of any length needs no more memory; the
same workbook gives the same bytes, because its moments come from its data.
"""

from datetime import UTC
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils import timezone

from reports.renderers import sheet_layout
from reports.renderers.printable import printable
from reports.renderers.sheet_rows import pieces

# A part of the archive has no day of its own; this is the first one an archive can name.
OLDEST = (1980, 1, 1, 0, 0, 0)


def render(workbook) -> bytes:
    """The workbook as an .xlsx file: the layout of its kind, with what this one says."""
    sheets = workbook.sheets
    layout = sheet_layout.of(tuple((one.name, one.columns, one.filters) for one in sheets))
    fill = layout.filled_with(**_told(workbook), lengths=[sheet.length for sheet in sheets])
    of = dict(zip(layout.pages, sheets, strict=True))
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in layout.parts.items():
            with archive.open(_entry(name), "w") as written:
                for piece in _with_rows(fill(part), of.get(name), layout):
                    written.write(piece.encode())
    return content.getvalue()


def _told(workbook) -> dict:
    """What the frame of the sheets says of this workbook."""
    title = " ".join(printable(workbook.title).split())
    as_of = workbook.data_as_of
    return {
        "title": escape(title),
        # In a heading, & begins an instruction.
        "heading": escape(title.replace("&", "&&")[:200]),
        "as_of": f"{timezone.localtime(as_of):%d/%m/%Y %H:%M}",
        "moment": f"{as_of.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
    }


def _entry(name):
    entry = ZipInfo(name, date_time=OLDEST)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _with_rows(part, sheet, layout):
    if sheet is None:
        yield part
        return
    head, end, tail = part.partition("</sheetData>")
    yield head
    yield from pieces(sheet, layout.styles)
    yield end + tail

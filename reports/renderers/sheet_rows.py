"""The rows of a sheet as Excel stores them. openpyxl makes an object and seven XML events of each
cell, which is most of the time of a large workbook; a row is one line of text here.
"""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from math import ceil
from xml.sax.saxutils import escape

from django.utils import timezone
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from reports.renderers.printable import printable

AT_ONCE = 500  # rows written together

# What a spreadsheet may take for the start of a formula when a cell is edited or exported on.
RISKY = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
LINE, TALLEST = 15, 409  # points; 409 is Excel's limit of a row
LONGEST = 32_767  # Excel's limit of a cell, in UTF-16 units
CUT = " … [đã cắt bớt: ô Excel chứa tối đa 32.767 ký tự]"
SHORT = 60  # characters; names, areas and states come again in many rows
EMPTY = ("text", "/>", "")


def pieces(sheet, styles):
    """The rows of a sheet under its header, some hundreds at once."""
    columns = [
        (get_column_letter(place), column.width - 1, styles[column.align])
        for place, column in enumerate(sheet.columns, start=1)
    ]
    yield _row(1, [("header", *_text(column.title)[1:]) for column in sheet.columns], columns)
    rows = (_row(place, map(_cell, row), columns) for place, row in enumerate(sheet.rows, start=2))
    while piece := "".join(islice(rows, AT_ONCE)):
        yield piece


def _row(number, cells, columns) -> str:
    """As tall as its longest text needs when wrapped: not every program fits rows to texts."""
    written, lines = [], 1
    for (letter, room, styles), (kind, rest, text) in zip(columns, cells, strict=True):
        written.append(f'<c r="{letter}{number}" s="{styles[kind]}"{rest}')
        if len(text) > room or "\n" in text:
            lines = max(lines, sum(ceil(len(part) / room) or 1 for part in text.split("\n")))
    height = min(LINE * lines, TALLEST)
    return f'<row r="{number}" ht="{height}" customHeight="1">{"".join(written)}</row>'


def _cell(value):
    """The kind of its style, what stands in it as XML, and its text if it has one."""
    if value is None:
        return EMPTY
    if isinstance(value, str):
        return _short(value) if len(value) <= SHORT else _text(value)
    if isinstance(value, bool):
        return _short("Có" if value else "Không")
    if isinstance(value, int | float | Decimal):
        return "number", f"><v>{value}</v></c>", ""
    if isinstance(value, datetime):
        moment = timezone.localtime(value).replace(tzinfo=None)
        return "moment", f"><v>{to_excel(moment)}</v></c>", ""
    if isinstance(value, date):
        return "day", f"><v>{to_excel(value)}</v></c>", ""
    return _text(str(value))


def _text(value):
    """A text stays a text, whatever it begins with."""
    text = fit(value)
    if not text:
        return EMPTY
    kind = "risky" if text.startswith(RISKY) else "text"
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    return kind, f' t="inlineStr"><is><t{kept}>{escape(text)}</t></is></c>', text


_short = lru_cache(maxsize=2_000)(_text)


def fit(text: str) -> str:
    """The text if it fits a cell; else its beginning and a remark that it was cut."""
    text = printable(text)
    if len(text) * 2 <= LONGEST or _units(text) <= LONGEST:
        return text
    room = (LONGEST - len(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

"""What a cell says: text, code, day, choice or key; or the sentence that tells what is wrong."""

import re
import unicodedata
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from reform_portal.common.text import fold

from . import layout

WRITTEN_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2})")
INVISIBLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e"
                       "\u2060-\u2069\ufeff\ufffe\uffff]")  # fmt: skip
# Greek, Cyrillic and full-width letters look like ours, and no search would find them.
LOOK_ALIKE = re.compile("[\u0370-\u052f\u2c80-\u2cff\uff01-\uff5e]")
# The Icelandic eth is what some keyboards and old fonts give for Đ.
ETH = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ"})


class Wrong(Exception):
    """A cell that cannot be taken; the sentence says why and how to mend it."""


def read(cell, column):
    """The value of an openpyxl cell for this column; "" or None when it is empty."""
    value = cell.value
    if cell.data_type == "f":
        raise Wrong(
            _("The cell holds a formula, which is not calculated here. Paste its value instead.")
        )
    if cell.data_type == "e":
        raise Wrong(_("The cell holds an error of Excel (%(value)s). Type the value.")
                    % {"value": value})  # fmt: skip
    if isinstance(value, str):
        value = clean(value)
    if value in (None, ""):
        if column.required:
            raise Wrong(_("The cell is empty. Fill in “%(column)s”.") % {"column": column.title})
        return None if column.kind in (layout.DAY, layout.KEY) else ""
    return READERS[column.kind](value, column)


def clean(text):
    """Composed, with plain blanks, none at the ends or doubled, without invisible signs."""
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text)).translate(ETH)
    return " ".join(text.split())


def _text(value, column):
    if isinstance(value, bool | date):
        raise Wrong(_("Text is expected here. Format the cell as text and type it again."))
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    if found := LOOK_ALIKE.search(text):
        raise Wrong(
            _("The sign “%(sign)s” only looks like a Latin letter. Type it anew.")
            % {"sign": found[0]}
        )
    if len(text) > column.longest:
        raise Wrong(
            _("The text has %(length)s signs; at most %(limit)s are taken. Shorten it.")
            % {"length": len(text), "limit": column.longest}
        )
    return text


def _code(value, column):
    if isinstance(value, float) and not value.is_integer():
        raise Wrong(_("A code has no decimals. Format the cell as text and type it again."))
    return _text(value, column)


def _day(value, column):
    if isinstance(value, datetime):
        if value.time() != datetime.min.time():
            raise Wrong(_("The cell holds an hour beside the day. Type the day alone."))
        value = value.date()
    if not isinstance(value, date):
        value = _written_day(value)
    if not layout.EARLIEST <= value < layout.LATEST:
        raise Wrong(
            _("The day %(day)s is out of range. Check the year; it has four digits.")
            % {"day": value.strftime("%d/%m/%Y")}
        )
    return value


def _written_day(value):
    if not isinstance(value, str):
        raise Wrong(
            _(
                "The cell holds the number %(value)s, no day. Format it as a date or type 01/07/2025."
            )
            % {"value": value}
        )
    found = WRITTEN_DAY.fullmatch(value)
    if not found:
        raise Wrong(_("“%(value)s” is no day. Write it as dd/mm/yyyy: 01/07/2025.")
                    % {"value": value[:40]})  # fmt: skip
    day, month, year, *iso = found.groups()
    parts = iso if day is None else (year, month, day)
    try:
        return date(*map(int, parts))
    except ValueError as error:
        raise Wrong(
            _("The day %(value)s is not in the calendar. Check day and month.") % {"value": value}
        ) from error


def _choice(value, column):
    if isinstance(value, bool) and value in column.choices:
        return value
    wanted = fold(str(value))
    for chosen, label in column.choices.items():
        if wanted == fold(label):
            return chosen
    raise Wrong(
        _("“%(value)s” is not allowed here. Write one of: %(choices)s.")
        % {"value": str(value)[:40], "choices": ", ".join(column.choices.values())}
    )


def _key(value, column):
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    text = text.removeprefix("#")
    if isinstance(value, bool) or not text.isdecimal() or len(text) > 18:
        raise Wrong(
            _("This is no key of the portal. Keep it as it was downloaded; for a new row leave the "
              "cell empty.")
        )  # fmt: skip
    return int(text)


def _email(value, column):
    text = _text(value, column)
    try:
        validate_email(text)
    except ValidationError as error:
        raise Wrong(_("“%(value)s” is no e-mail address. Correct it or leave the cell empty.")
                    % {"value": text[:60]}) from error  # fmt: skip
    return text


READERS = {
    layout.TEXT: _text,
    layout.CODE: _code,
    layout.DAY: _day,
    layout.CHOICE: _choice,
    layout.KEY: _key,
    layout.EMAIL: _email,
}

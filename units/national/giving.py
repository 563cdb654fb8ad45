"""Giving out the units in force on a day as a table for other programs."""

import csv
import io

from reform_portal.common.writing import write_whole
from units.models import UnitVersion

COLUMNS = ("code", "name", "type", "level", "parent_code", "valid_from", "valid_to")


def rows(day):
    """One row for each unit as it is that day, those above before those below.

    `parent_code` is the code the unit above has that day; `valid_to` is the first day on which
    the row holds no longer, empty where none is known.
    """
    codes = {}
    facts = ("unit_id", "parent_id", "code", "name", "type", "level", "valid_from", "valid_to")
    found = UnitVersion.objects.on(day).order_by("path").values_list(*facts)
    for unit, parent, code, name, kind, level, begin, end in found.iterator(2000):
        codes[unit] = code
        yield code, name, kind, level, codes.get(parent, ""), begin, end or ""


def write(day, stream):
    """The table as CSV; returns how many units it has."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    number = 0
    for number, row in enumerate(rows(day), start=1):  # noqa: B007 the count is what is returned
        writer.writerow(row)
    return number


def write_file(day, target):
    """The same into a file that is there whole, or as it was before."""
    table = io.StringIO(newline="")
    number = write(day, table)
    write_whole(target, table.getvalue().encode(), mode=0o644)
    return number

"""An import and its dry run: the same acts in one transaction, taken back when it is the latter.

So what the dry run shows is what happened, not a forecast; and one wrong row takes back all.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from units.actions.tree import hold_the_tree

from . import layout
from .committee_rows import CommitteeRows
from .person_rows import PersonRows
from .places import Places
from .reading import Outcome, read
from .seat_rows import SeatRows
from .unit_rows import UnitRows

IN_TURN = (
    (layout.UNITS, UnitRows),
    (layout.PEOPLE, PersonRows),
    (layout.COMMITTEES, CommitteeRows),
    (layout.SEATS, SeatRows),
)


@dataclass(frozen=True)
class Result:
    """What each row of a workbook did, or would do."""

    lines: list
    kept: bool = False

    def count(self, outcome):
        return sum(line.outcome == outcome for line in self.lines)

    @property
    def told(self):
        """What a person was shown of it, to be compared with what would happen now."""
        return [
            (line.sheet.title, line.number, str(line.outcome), line.title[:400], remarks_of(line))
            for line in self.lines
        ]


def remarks_of(line):
    """What is wrong with a row or, when nothing is, what it changes."""
    return line.problems or line.changes


class Pace:
    """How far a run is, in percent: its rows are read, settled and written one after another."""

    READ = 30  # of a hundred: what reading the file takes
    PARTS = 2  # a row is settled, and written

    def __init__(self, tell):
        self.tell, self.total, self.done = tell, 1, 0

    def reading(self, row, rows):
        """Read so many of the rows."""
        self.tell(self.READ * row / max(rows, 1))

    def begin(self, rows):
        self.total = max(rows * self.PARTS, 1)

    def step(self, parts):
        self.done += parts
        self.tell(self.READ + (99 - self.READ) * min(self.done / self.total, 1))


def rehearse(content, *, by, tell=lambda percent: None):
    """A dry run: every row is carried out, then everything is taken back."""
    return _run(content, by=by, agreed=None, pace=Pace(tell))


def carry_out(content, *, by, agreed, tell=lambda percent: None, seal=lambda result: None):
    """The import. Kept only if no row is wrong and each does what was shown (`agreed`).

    `seal(result)` marks it done in the same transaction; what it raises takes everything back.
    """
    return _run(content, by=by, agreed=agreed, pace=Pace(tell), seal=seal)


def _run(content, *, by, agreed, pace, seal=None):
    pages = read(content, tell=pace.reading)
    pace.begin(sum(map(len, pages.values())))
    try:
        with transaction.atomic():
            hold_the_tree()
            places = Places(own=by.province_ids)
            for sheet, rows in IN_TURN:
                rows(pages.get(sheet, []), places, by=by).carry_out(pace.step)
            result = Result([line for lines in pages.values() for line in lines])
            kept = agreed is not None and not result.count(Outcome.WRONG) and result.told == agreed
            if kept:
                seal(result)
            else:
                transaction.set_rollback(True)
    except IntegrityError as error:
        raise ValidationError(
            _("The rows contradict each other or what the portal holds. Nothing was imported. "
              "Split the workbook by sheet and try again to find the row.")
        ) from error  # fmt: skip
    return Result(result.lines, kept)

"""From sheets to lines: every row with its values, and what is wrong with it cell by cell."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reform_portal.common.text import fold
from units.models import WorkbookRow

from . import cells, layout
from .layout import Sheet
from .opening import open_workbook

Outcome = WorkbookRow.Outcome


@dataclass(eq=False)
class Line:
    """A row of the workbook on its way in. `outcome` stays empty until somebody decides it."""

    sheet: Sheet
    number: int
    letters: dict
    values: dict = field(default_factory=dict)
    written: dict = field(default_factory=dict)  # the cells as they stand
    problems: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    outcome: str = ""
    title: str = ""

    def __getitem__(self, name):
        return self.values.get(name, "")

    @property
    def is_wrong(self):
        return bool(self.problems)

    @property
    def row_name(self):
        """How another row's sentence points here: Đơn vị, dòng 17."""
        return f"{self.sheet.title}!{self.number}"

    def place_of(self, name):
        """The cell as a reader finds it: Đơn vị!C17."""
        return f"{self.sheet.title}!{self.letters.get(name, 'A')}{self.number}"

    def wrong(self, name, sentence):
        """Something about this cell cannot be taken."""
        self.problems.append([self.place_of(name), str(sentence)])

    def remark(self, name, before, after):
        """A value that changes, for the person who confirms."""
        self.changes.append([self.sheet.column(name).title, f"{before or '–'} → {after or '–'}"])


def read(content, sheets=layout.SHEETS, most_rows=layout.MOST_ROWS, tell=lambda row, rows: None):
    """All lines of a workbook, sheet by sheet in the order of the layout.

    `tell` hears how many of how many rows are read.
    """
    pages = open_workbook(content, sheets, most_rows)
    titles, reasons = {}, []
    for sheet, (page, _last) in pages.items():
        titles[sheet], found = _titles(sheet, page)
        reasons += found
    if reasons:
        raise ValidationError(reasons)
    rows, lines, before = sum(last for _page, last in pages.values()), {}, 0
    for sheet, (page, last) in pages.items():
        lines[sheet] = []
        for line in _lines(sheet, page, last, titles[sheet]):
            lines[sheet].append(line)
            tell(before + line.number, rows)
        before += last
    if not any(lines.values()):
        raise ValidationError(_("The workbook holds no rows below its titles. Fill it in first."))
    return lines


def _titles(sheet, page):
    """{place: column} from the first row, and what is wrong with it."""
    first = next(page.iter_rows(min_row=1, max_row=1, max_col=60), ())
    written = {place: fold(str(cell.value or "")) for place, cell in enumerate(first, start=1)}
    wanted = {fold(column.title): column for column in sheet.columns}
    found, reasons = {}, []
    for place, word in written.items():
        cell = f"{sheet.title}!{_letter(place)}1"
        if word == fold(layout.REMARK.title):
            continue
        if word and word not in wanted:
            reasons.append(
                _("%(cell)s: the column “%(title)s” is not known. Take the titles of the template, "
                  "in row 1, or delete the column.")
                % {"cell": cell, "title": str(first[place - 1].value)[:60]}
            )  # fmt: skip
        elif word and wanted[word] in found.values():
            reasons.append(
                _("%(cell)s: the column “%(title)s” is there twice. Delete one of them.")
                % {"cell": cell, "title": wanted[word].title}
            )
        elif word:
            found[place] = wanted[word]
    missing = [f"“{one.title}”" for one in sheet.columns if one not in found.values()]
    if missing:
        reasons.append(
            _("Sheet “%(sheet)s”: row 1 lacks the columns %(titles)s. Take them from the template.")
            % {"sheet": sheet.title, "titles": ", ".join(missing)}
        )
    return found, reasons


def _letter(place):
    from openpyxl.utils import get_column_letter  # heavy: only where a workbook is read

    return get_column_letter(place)


def _lines(sheet, page, last, titles):
    letters = {column.name: _letter(place) for place, column in titles.items()}
    width = max(titles)
    rows = page.iter_rows(min_row=2, max_row=max(last, 2), max_col=width)
    for number, row in enumerate(rows, start=2):
        if all(cell.value in (None, "") for cell in row):
            continue
        line = Line(sheet, number, letters)
        for place, column in titles.items():
            line.written[column.name] = row[place - 1].value
            try:
                line.values[column.name] = cells.read(row[place - 1], column)
            except cells.Wrong as wrong:
                line.wrong(column.name, wrong)
        yield line

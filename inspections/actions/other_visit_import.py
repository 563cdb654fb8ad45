"""Plans of other bodies by Excel: a dry run row by row, then all of it or nothing.

A row's token is made of what it says, so the database itself refuses to take one row twice:
no second click, no second person and no second file enters it again.
"""

import hashlib
import json
import re
import uuid
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import rules
from inspections.models import OtherVisit
from inspections.other_visit_book import lines_of
from reform_portal.common import audit
from units.models import UnitVersion, WorkbookRow

audit.name_verbs(other_visit__import=gettext_lazy("Entered a visit of another body from Excel"))

Outcome = WorkbookRow.Outcome
WORDS = ("body", "subject", "basis")
BATCH = 500
TOKENS = uuid.UUID("5b1f5a52-6d0c-4c58-9d7e-3c0c52a1f0d4")
COMMITTEE = re.compile(r"(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+", re.IGNORECASE)


@dataclass
class Row:
    """A row as it is shown: where it stands, what it says, and what becomes of it."""

    line: object
    visit: OtherVisit
    outcome: str = Outcome.WRONG
    remark: str = ""

    @property
    def place(self):
        return f"{self.line.sheet.title}, dòng {self.line.number}"

    @property
    def unit_words(self):
        version = self.visit.unit_version_id and self.visit.unit_version
        return version.authority if version else self.line["unit"] or self.line["code"]

    @property
    def outcome_words(self):
        return Outcome(self.outcome).label

    @property
    def problems(self):
        return self.line.problems


@dataclass
class DryRun:
    """What every row of a workbook would do, or did; wrong rows first."""

    rows: list
    kept: bool = False
    counts: dict = field(default_factory=dict)

    def __post_init__(self):
        self.counts = {one.value: self._count(one) for one in Outcome}
        self.rows = sorted(self.rows, key=lambda row: row.outcome != Outcome.WRONG)

    def _count(self, outcome):
        return sum(row.outcome == outcome for row in self.rows)

    @property
    def new(self):
        return [row for row in self.rows if row.outcome == Outcome.NEW]

    @property
    def may_be_imported(self):
        return bool(self.new) and not self.counts[Outcome.WRONG]

    @property
    def told(self):
        """A fingerprint of what a person was shown, to compare with what would happen now."""
        shown = [
            (row.line.number, str(row.outcome), str(token_of(row.visit)))
            for row in self.rows
            if row.outcome != Outcome.WRONG
        ]
        text = json.dumps([shown, self.counts[Outcome.WRONG]])
        return hashlib.sha256(text.encode()).hexdigest()


def rehearse(content, *, by):
    """What an import would do; nothing is saved. ValidationError for what is no such workbook."""
    rows = _read(lines_of(content), by)
    known, tokens = _known(rows, by)
    seen = {}
    for row in rows:
        if not row.line.is_wrong:
            _decide(row, known, tokens, seen)
    return DryRun(rows)


def import_other_visits(content, *, by, agreed):
    """Enter all rows if each still does what was shown (`agreed`); else nothing, kept=False."""
    try:
        with transaction.atomic():
            result = rehearse(content, by=by)
            if not result.may_be_imported or result.told != agreed:
                return result
            _enter(result.new, by)
    except IntegrityError:  # somebody sent the same rows at the same moment, and was first
        return rehearse(content, by=by)
    result.kept = True
    return result


def token_of(visit):
    """What a row says, as the key that can be there only once."""
    said = [visit.unit_id, str(visit.starts_on), str(visit.ends_on), *_words_of(visit)]
    return uuid.uuid5(TOKENS, json.dumps(said))


def _enter(rows, by):
    visits = [row.visit for row in rows]
    for visit in visits:
        visit.submission = token_of(visit)
    OtherVisit.objects.bulk_create(visits, batch_size=BATCH)
    entries = [(row.visit, row.place, {}) for row in rows]
    audit.record_each("other_visit.import", entries, by=by)


def _read(lines, by):
    from units.workbooks.places import Places

    places = Places(own=by.province_ids)
    rows = []
    for line in lines:
        visit = OtherVisit(**{name: line[name] for name in WORDS})
        visit.starts_on = line["starts_on"] or None
        visit.ends_on = line["ends_on"] or visit.starts_on
        rows.append(Row(line, visit))
        if visit.starts_on:
            _ask_the_days(line, visit)
            _find_the_unit(line, visit, places, by)
    return rows


def _ask_the_days(line, visit):
    if sentence := rules.ends_after_it_starts(visit.starts_on, visit.ends_on):
        line.wrong("ends_on", sentence)


def _find_the_unit(line, visit, places, by):
    """By code, by name, or by both when they mean the same; as it is on the first day."""
    found = {}
    for name in ("code", "unit"):
        if line[name]:
            found[name] = _place(line, name, visit.starts_on, places)
    if not found and not line.is_wrong:
        line.wrong("unit", _("Neither code nor name of the unit is filled in. Write one of them."))
    if not found or None in found.values():
        return
    name, version = next(iter(found.items()))
    if len({one.unit_id for one in found.values()}) > 1:
        line.wrong(
            "unit",
            _("The code %(code)s is that of %(unit)s, another unit than the name. Correct one of "
              "the two cells, or leave one empty.")
            % {"code": line["code"], "unit": version.title},
        )  # fmt: skip
    elif version.province_id not in by.province_ids:
        line.wrong(
            name,
            _("%(unit)s lies in another province. Write a unit of your own province, or delete the "
              "row.") % {"unit": version.title},
        )  # fmt: skip
    elif version.level == UnitVersion.Level.ONE_STOP:
        line.wrong(
            name,
            _("%(unit)s is a one-stop office. Write the unit it belongs to.")
            % {"unit": version.title},
        )
    else:
        visit.unit_version, visit.unit_id = version, version.unit_id
        visit.province_id = version.province_id


def _place(line, name, day, places):
    from units.workbooks.places import Unclear

    try:
        return places.find(COMMITTEE.sub("", line[name], count=1), day)
    except Unclear as unclear:
        line.wrong(name, unclear)


def _known(rows, by):
    """What the portal holds of these days: {what it says}, and the tokens of earlier imports."""
    days = [row.visit.starts_on for row in rows if row.visit.starts_on]
    if not days:
        return set(), set()
    standing = OtherVisit.objects.filter(
        province_id__in=by.province_ids, starts_on__range=(min(days), max(days))
    )
    asked = {token_of(row.visit) for row in rows if not row.line.is_wrong}
    tokens = OtherVisit.objects.filter(submission__in=asked).values_list("submission", flat=True)
    return {token_of(one) for one in standing}, set(tokens)


def _decide(row, known, tokens, seen):
    token = token_of(row.visit)
    earlier = seen.setdefault(token, row.line)
    if earlier is not row.line:
        row.line.wrong(
            "body",
            _("The row repeats %(row)s. Delete one of them.") % {"row": earlier.row_name},
        )
    elif token in known:
        row.outcome = Outcome.UNCHANGED
        row.remark = _("It stands in the portal already.")
    elif token in tokens:
        row.outcome = Outcome.UNCHANGED
        row.remark = _("It was imported before and changed since; it stays as it is.")
    else:
        row.outcome = Outcome.NEW


def _words_of(visit):
    return [" ".join(getattr(visit, name).split()).casefold() for name in WORDS]

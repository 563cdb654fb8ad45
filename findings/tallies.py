"""Figures by unit: as it was on the day, or in the units of today.

The same records are counted in both; only the unit they are put to differs, so totals are equal.
As it was: the inspected unit, a recommendation at its addressee, under the name of that day. In
today's units: the unit that took its unit over, over any number of steps; a recommendation where
it is carried out now. A unit without heir keeps its last name, so that nothing gets lost.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from inspections.models import Inspection
from units.heirs import last_of
from units.models import UnitVersion

from .models import Finding, Remediation

Level = UnitVersion.Level
COLUMNS = {
    "inspections": _("Inspections"),
    "strengths": _("Strengths"),
    "shortcomings": _("Shortcomings"),
    "recommendations": _("Recommendations"),
    "open": _("Of these open"),
    "overdue": _("Overdue"),
}
# Where the version of a unit holds the key of what is above it.
ABOVE = {Level.PROVINCE: "province_id", Level.DISTRICT: "district_id", Level.COMMUNE: "parent_id"}


@dataclass
class Row:
    """A line of the table: a unit under one name, and its counts."""

    unit_id: int
    name: str
    path: str
    on: date
    until: date | None
    counts: Counter = field(default_factory=Counter)

    @property
    def cells(self):
        """The counts in the order of the columns, each with its heading."""
        return [(heading, self.counts[name]) for name, heading in COLUMNS.items()]


# A page prints so many lines; the sum is that of all.
MOST_ROWS = 500


@dataclass(frozen=True)
class Table:
    """Rows from the top of the tree down, their sum, and the years there is anything of."""

    rows: list
    years: list

    headings = list(COLUMNS.values())

    @property
    def printed(self):
        return self.rows[:MOST_ROWS]

    @property
    def is_cut(self):
        return len(self.rows) > MOST_ROWS

    @property
    def totals(self):
        return [
            (heading, sum(row.counts[name] for row in self.rows))
            for name, heading in COLUMNS.items()
        ]


@dataclass(frozen=True)
class Counted:
    """Some records of one unit: who it is now, its version of the day, and how many."""

    unit_id: int
    version_id: int
    counts: dict


def table_of(actor, *, year=None, level="", in_todays_units=False):
    """What the actor may see, by unit; five queries however much it is."""
    inspections, years = _inspections(actor, year)
    counted = [*inspections, *_findings(actor, year), *_recommendations(actor, year)]
    if in_todays_units:
        named = last_of({one.unit_id for one in counted}, actor.day)
        versions = {one.unit_id: named[one.unit_id] for one in counted}
        placed = [(one, versions[one.unit_id]) for one in counted]
    else:
        versions = UnitVersion.objects.in_bulk({one.version_id for one in counted})
        placed = [(one, versions[one.version_id]) for one in counted]
    rolled = _rolled_up(versions.values(), level, actor.day)
    return Table(_rows(placed, rolled, actor.day), years)


def _inspections(actor, year):
    """All years are read: the years to choose from are those of the records."""
    seen = Inspection.objects.visible_to(actor).exclude(status=Inspection.Status.CANCELLED)
    found = seen.order_by().values_list("unit_id", "unit_version_id", "starts_on__year")
    rows = list(found.annotate(number=Count("pk")))
    years = sorted({row[2] for row in rows}, reverse=True)
    return [
        Counted(unit, version, {"inspections": number})
        for unit, version, of, number in rows
        if year in (None, of)
    ], years


def _findings(actor, year):
    of_kind = {f"{kind}s": Count("pk", filter=Q(kind=kind)) for kind in ("strength", "shortcoming")}
    found = _of_year(Finding.objects.visible_to(actor), year)
    grouped = found.order_by().values("unit_id", "inspection__unit_version_id")
    for row in grouped.annotate(**of_kind):
        unit, version = row.pop("unit_id"), row.pop("inspection__unit_version_id")
        yield Counted(unit, version, row)


def _recommendations(actor, year):
    """Those in force; each at its bearer, whose heir answers for it today."""
    is_open = ~Q(status__in=Remediation.SETTLED)
    numbers = {
        "recommendations": Count("pk"),
        "open": Count("pk", filter=is_open),
        "overdue": Count("pk", filter=is_open & Q(due_on__lt=actor.day)),
    }
    found = _of_year(Remediation.objects.visible_to(actor).running(), year)
    for row in found.order_by().values("bearer_id", "unit_version_id").annotate(**numbers):
        bearer, version = row.pop("bearer_id"), row.pop("unit_version_id")
        yield Counted(bearer, version, row)


def _of_year(rows, year):
    return rows.filter(inspection__starts_on__year=year) if year else rows


def _rolled_up(versions, level, day):
    """{version: the version it is counted at}: above it on that level, or itself."""
    versions = list(versions)
    if not level:
        return {version.pk: version for version in versions}
    above = {version.pk: getattr(version, ABOVE[level]) for version in versions}
    found = UnitVersion.objects.filter(unit_id__in=set(above.values()), level=level)
    known = {}
    for upper in found.order_by("valid_from"):
        known.setdefault(upper.unit_id, []).append(upper)
    return {
        version.pk: _as_named_then(known.get(above[version.pk], ()), version, day)
        for version in versions
    }


def _as_named_then(uppers, version, day):
    """What is above as it was called last while this version held."""
    end = min(version.valid_to or date.max, day)
    met = [upper for upper in uppers if upper.valid_from < end or upper.valid_from <= day == end]
    return met[-1] if met else version


def _last_day(version, day):
    """The last day of a name that is past, which tells two of one name apart."""
    ended = version.valid_to is not None and version.valid_to <= day
    return version.valid_to - timedelta(days=1) if ended else None


def _rows(placed, rolled, day):
    """One row for every unit and name, from the top of the tree down."""
    rows = {}
    for one, version in placed:
        at = rolled[version.pk]
        key = at.unit_id, at.authority
        if key not in rows:
            rows[key] = Row(at.unit_id, at.authority, at.path, at.valid_from, _last_day(at, day))
        rows[key].counts.update(one.counts)
    return sorted(rows.values(), key=lambda row: (row.path, row.on))

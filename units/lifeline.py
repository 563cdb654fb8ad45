"""The life of a unit in the order of its days: where it came from, how it was, what it became."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, pairwise

from django.utils.translation import gettext_lazy as _

from .models import Reorganisation, UnitVersion

FROM, SO, END, INTO = "from", "so", "end", "into"
ORDER = (FROM, SO, END, INTO)


@dataclass(frozen=True)
class Change:
    """What was another before: a name, a code, the unit above."""

    label: str
    before: str
    after: str


@dataclass
class Station:
    """A day in the life of a unit. `kind`: from | so | end | into."""

    kind: str
    day: date
    decision: str = ""
    act: Reorganisation | None = None
    version: UnitVersion | None = None
    changes: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    label: str = ""
    is_direct: bool = True
    is_shown: bool = False


def stations_of(life, line, *, shown):
    """The stations of a unit, the first day on top.

    `life`: its versions with `parent_title`; `line`: successions with titles; `shown`: the
    version the page is about.
    """
    versions = sorted(life, key=lambda version: version.valid_from)
    unit = versions[0].unit
    found = [*_versions(versions, shown), *_successions(line, unit)]
    if unit.closed_on:
        found.append(_end(unit, found))
    return sorted(found, key=lambda station: (station.day, ORDER.index(station.kind)))


def _versions(versions, shown):
    for before, version in pairwise([None, *versions]):
        yield Station(
            SO,
            version.valid_from,
            decision=version.decision,
            act=version.made_by,
            version=version,
            changes=_changes(before, version) if before else [],
            is_shown=version == shown,
        )


def _changes(before, after):
    facts = (
        (_("Name"), before.title, after.title),
        (_("Official code"), before.code, after.code),
        (_("Belongs to"), before.parent_title, after.parent_title),
    )
    return [Change(label, was or "–", now or "–") for label, was, now in facts if was != now]


def _successions(line, unit):
    """One station for what happened on a day by one decision, near to the unit or further off."""

    def together(row):
        kind = FROM if row.is_before else INTO
        near = unit.pk in (row.predecessor_id, row.successor_id)
        return (row.day, kind, near, row.decision, row.made_by_id or 0)

    for (day, kind, near, decision, _act), rows in groupby(sorted(line, key=together), together):
        rows = list(rows)
        yield Station(
            kind,
            day,
            decision=decision,
            act=rows[0].made_by,
            rows=rows,
            label=_label(kind, near, day > unit.opened_on),
            is_direct=near,
        )


def _label(kind, near, already_stood):
    if kind == INTO:
        return _("Became") if near else _("Further on")
    if not near:
        return _("Further back")
    return _("Took in") if already_stood else _("Came from")


def _end(unit, found):
    said = next((one for one in found if one.kind == INTO and one.day == unit.closed_on), None)
    decision = said.decision if said else ""
    return Station(END, unit.closed_on, decision=decision, act=unit.ended_by)

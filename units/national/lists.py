"""What our lists say: units with their versions, and what became of them.

The facts are in units/data (its README names sources and choices). What follows from others is
derived here: a district passed into the communes on its land, and one of these takes over.
"""

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.utils.translation import gettext as _

from units.models import Succession, UnitVersion

DATA = Path(__file__).resolve().parent.parent / "data"
Level = UnitVersion.Level
LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
FILES = {Level.PROVINCE: "provinces", Level.DISTRICT: "districts", Level.COMMUNE: "communes"}
REFORM = date(2025, 7, 1)  # the later of the two eras begins
# In successions.csv: the unit the reform left whole, under its new code, name or parent.
CONTINUES = "continues"
_day = cache(date.fromisoformat)


class ListsError(Exception):
    """A sentence for who asked for something the lists do not hold."""


@dataclass(slots=True)
class Line:
    """How a unit was from one day to another; `end` is the first day it no longer was so."""

    level: str
    code: str
    name: str
    type: str
    parent_code: str
    begin: date
    end: date | None
    latitude: str
    longitude: str
    decision: str = ""

    @property
    def title(self):
        return f"{self.type} {self.name}"

    def holds(self, day):
        return self.begin <= day and (self.end is None or day < self.end)


@dataclass(slots=True, eq=False)
class Body:
    """A unit and its lines, one after another; `unit_id` once it stands in the database."""

    lines: list
    unit_id: int | None = None

    @property
    def level(self):
        return self.lines[0].level

    @property
    def begin(self):
        return self.lines[0].begin

    @property
    def end(self):
        return self.lines[-1].end


@dataclass(slots=True)
class Link:
    """From a unit that ended to one on its land."""

    before: Body
    after: Body
    day: date
    kind: str
    takes_over: bool
    decision: str


@dataclass
class Lists:
    bodies: dict = field(default_factory=lambda: {level: [] for level in LEVELS})
    links: list = field(default_factory=list)
    lines: dict = field(default_factory=lambda: defaultdict(list))
    body_of: dict = field(default_factory=dict)

    def line(self, code, day):
        """The line of this code on that day, or None."""
        return next((line for line in self.lines[code] if line.holds(day)), None)

    def body(self, line):
        return self.body_of[line.code, line.begin]

    def parent(self, line):
        """The unit above on the first day of the line, or None."""
        above = line.parent_code and self.line(line.parent_code, line.begin)
        return self.body(above) if above else None


def read(provinces=None):
    """The lists: of the whole nation, or of these provinces and those they merged with."""
    changes = list(_rows("successions"))
    chosen = _with_partners(provinces, changes) if provinces else None
    lists = Lists()
    for line in _lines(chosen):
        lists.lines[line.code].append(line)
    changes = [change for change in changes if _ended(lists, change)]
    _join(lists, [change for change in changes if change["kind"] == CONTINUES])
    decisions = _decisions()
    _decide(lists, decisions)
    changes = [change for change in changes if change["kind"] != CONTINUES]
    passed = [_link(lists, change, decisions) for change in changes]
    lists.links = [*passed, *_dissolved(lists, passed, decisions)]
    return lists


def _rows(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _with_partners(codes, changes):
    """Codes of the provinces asked for and of all that share land with them in either era."""
    known = {row["code"] for row in _rows("provinces")}
    if strange := sorted(set(codes) - known):
        raise ListsError(
            _("The lists hold no province %(code)s. Give official codes of two digits, like 20.")
            % {"code": strange[0]}
        )
    pairs = [{row["old_code"], row["new_code"]} for row in changes if len(row["old_code"]) == 2]
    chosen = set(codes)
    while more := set().union(*(pair for pair in pairs if pair & chosen)) - chosen:
        chosen |= more
    return chosen


def _lines(chosen):
    """Lines from the top down, of the chosen provinces or of all."""
    province_of = {}
    for level in LEVELS:
        for row in _rows(FILES[level]):
            parent = row.get("parent_code", "")
            province = province_of.get(parent, parent or row["code"])
            if level == Level.DISTRICT:
                province_of[row["code"]] = province
            if chosen is None or province in chosen:
                yield Line(
                    level=level.value,
                    code=row["code"],
                    name=row["name"],
                    type=row["type"],
                    parent_code=parent,
                    begin=_day(row["valid_from"]),
                    end=_day(row["valid_to"]) if row["valid_to"] else None,
                    latitude=row["latitude"],
                    longitude=row["longitude"],
                )


def _ended(lists, change):
    """The line that ended with this change, or None when it is of another province."""
    day = _day(change["day"])
    return next((line for line in lists.lines[change["old_code"]] if line.end == day), None)


def _begun(lists, change):
    return lists.line(change["new_code"], _day(change["day"]))


def _join(lists, changes):
    """Lines to bodies: each its own, but those that continue one another are one."""
    goes_on = {}
    for change in changes:
        before, after = _ended(lists, change), _begun(lists, change)
        goes_on[after.code, after.begin] = (before.code, before.begin)
    every = [line for lines in lists.lines.values() for line in lines]
    for line in sorted(every, key=lambda line: line.begin):
        key = (line.code, line.begin)
        body = lists.body_of.get(goes_on.get(key))
        if body is None:
            body = Body([])
            lists.bodies[line.level].append(body)
        body.lines.append(line)
        lists.body_of[key] = body


def _decisions():
    """Numbers of resolutions by level, province and day."""
    return {
        (row["level"], row["province_code"], _day(row["day"])): row["decision"]
        for row in _rows("resolutions")
    }


def _decide(lists, decisions):
    """Each line under the resolution it began by, where one is known."""
    for lines in lists.lines.values():
        for line in lines:
            for province in (line.parent_code or line.code, ""):
                line.decision = line.decision or decisions.get(
                    (line.level, province, line.begin), ""
                )


def _link(lists, change, decisions):
    before, after = _ended(lists, change), _begun(lists, change)
    return Link(
        before=lists.body(before),
        after=lists.body(after),
        day=before.end,
        kind=change["kind"],
        takes_over=bool(change["takes_over"]),
        decision=decisions.get((before.level, "", before.end)) or after.decision,
    )


def _dissolved(lists, passed, decisions):
    """From each district that ended to all communes on its land.

    One takes over: that which received most of its communes; of several the one that bears its
    name, then the one with the lowest code. That is our choice, no resolution names one.
    """
    land = defaultdict(Counter)
    for body in lists.bodies[Level.COMMUNE]:
        for before, after in pairwise(body.lines):
            land[before.parent_code, before.end][after.code] += 1
    for link in passed:
        if link.before.level == Level.COMMUNE:
            last = link.before.lines[-1]
            after = next(line for line in link.after.lines if line.holds(link.day))
            land[last.parent_code, last.end][after.code] += link.takes_over
    for (code, day), communes in land.items():
        district = next((line for line in lists.lines[code] if line.end == day), None)
        if district is None:
            continue
        heir = _heir(lists, district, communes)
        for commune in sorted(communes):
            yield Link(
                before=lists.body(district),
                after=lists.body(lists.line(commune, day)),
                day=day,
                kind=Succession.Kind.DISSOLVED.value,
                takes_over=commune == heir,
                decision=decisions[Level.DISTRICT, "", day],
            )


def _heir(lists, district, communes):
    """The code of the commune that takes over the district."""

    def rank(code):
        namesake = lists.line(code, district.end).name == district.name
        return -communes[code], not namesake, code

    return min(communes, key=rank)

"""What the database holds already: whose code it is on a day, and what hangs on a unit."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from reform_portal.common.text import fold
from units.models import Post, Unit, UnitVersion

from .lists import REFORM

A_DAY = timedelta(days=1)
COLUMNS = (
    "pk",
    "unit_id",
    "level",
    "code",
    "valid_from",
    "valid_to",
    "type",
    "name",
    "parent_id",
    "path",
    "province_id",
    "district_id",
)


@dataclass(slots=True)
class Held:
    """A version in the database, or one about to be written there (`pk` None)."""

    pk: int | None
    unit_id: int
    level: str
    code: str
    begin: date
    end: date | None
    type: str
    name: str
    parent_id: int | None
    path: str
    province_id: int | None
    district_id: int | None

    def holds(self, day):
        return self.begin <= day and (self.end is None or day < self.end)

    def meets(self, begin, end):
        return (self.end is None or begin < self.end) and (end is None or self.begin < end)


class Present:
    """All versions by unit, by code, by parent and by name; and the last day of posts."""

    def __init__(self):
        self.of_unit, self.below = defaultdict(list), defaultdict(list)
        self._by_code, self._by_name = defaultdict(list), defaultdict(list)
        for row in UnitVersion.objects.order_by("valid_from").values_list(*COLUMNS).iterator(2000):
            self._add(Held(*row))
        self.closed = dict(Unit.objects.exclude(closed_on=None).values_list("pk", "closed_on"))
        self._posts = defaultdict(lambda: date.min)
        for unit, end in Post.objects.values_list("unit_id", "held_to") if self.of_unit else ():
            self._posts[unit] = max(self._posts[unit], end or date.max)

    def _add(self, held):
        self.of_unit[held.unit_id].append(held)
        self.below[held.parent_id].append(held)
        if held.code:
            self._by_code[held.level, held.code].append(held)
        self._by_name[held.level, held.parent_id, fold(f"{held.type} {held.name}")].append(held)

    def holder(self, line, parent_id, taken):
        """The unit that is this line: by code on its day, else by name under its parent.

        A unit that is taken is another one, whose code or name is used again.
        """
        day = probe(line)
        by_code = self._by_code.get((line.level, line.code), ())
        by_name = ()
        if self.of_unit:
            by_name = self._by_name.get((line.level, parent_id, fold(line.title)), ())
        for held in (*by_code, *by_name):
            if held.unit_id not in taken and held.holds(day):
                return held.unit_id
        return None

    def on(self, unit_id, day):
        """How the unit is that day, or None."""
        return next((held for held in self.of_unit[unit_id] if held.holds(day)), None)

    def in_the_way(self, line, ended):
        """Who else holds the code of a line on one of its days; `ended` end by this load."""
        for held in self._by_code.get((line.level, line.code), ()):
            if held.meets(line.begin, line.end):
                day = ended.get(held.unit_id)
                if day is None or line.begin < day:
                    return held
        return None

    def has_posts(self, unit_id, day):
        """Somebody holds a post there on that day or later."""
        return self._posts[unit_id] > day

    def has_below(self, unit_id, day, settled):
        """A unit stands below that day or later that this load neither moves nor ends."""
        return any(
            held.pk not in settled and (held.end is None or held.end > day)
            for held in self.below.get(unit_id, ())
        )

    def add(self, held):
        """A version written by this load: what comes below it asks for its path."""
        self.of_unit[held.unit_id].append(held)


def probe(line):
    """The day a line is looked for on: its last, for the days before are known less well."""
    return line.end - A_DAY if line.end else max(line.begin, REFORM)

"""The units a plan may take in, as its editor reads them: all at once, in groups, narrowed.

Everything in reach is read by one question and narrowed here, so that counts, groups and rows
agree with each other whatever is asked for.
"""

from dataclasses import dataclass

from django.utils.translation import ngettext

from reform_portal.common.text import words_of
from units.models import UnitVersion

from .reach import units_to_choose

Level = UnitVersion.Level
# What a plan names, by level; at a desk of a one-stop section nobody is inspected by itself.
KINDS = (Level.DISTRICT, Level.COMMUNE, Level.AGENCY)
MOST_UNITS = 200


@dataclass(frozen=True)
class Group:
    """All units of a kind below a unit that the plan does not name yet."""

    below: int
    title: str
    level: str
    units: tuple

    @property
    def key(self):
        return f"{self.below}-{self.level}"

    @property
    def label(self):
        """How many of what: "13 communes"."""
        count = len(self.units)
        words = {
            Level.COMMUNE: ngettext("%(count)s commune", "%(count)s communes", count),
            Level.DISTRICT: ngettext("%(count)s district", "%(count)s districts", count),
            Level.AGENCY: ngettext("%(count)s agency", "%(count)s agencies", count),
        }
        return words[self.level] % {"count": count}


class Offer:
    """What one plan may take in on its day. `units` are those it does not name yet."""

    def __init__(self, plan, day):
        self.in_reach = list(units_to_choose(plan, day))
        self.units = [unit for unit in self.in_reach if not unit.is_named]

    def places(self):
        """Units that something lies right below, from the top down: (key, title)."""
        return list({unit.parent_id: unit.parent_title for unit in self.in_reach}.items())

    def groups(self):
        """Units to take in at once: of one kind, below one unit; without those already named."""
        return [group for group in self._groups(self.units) if group.units]

    def group(self, key):
        """The units of a group, also those named already: a second click finds what the first did."""
        found = (group.units for group in self._groups(self.in_reach) if group.key == key)
        return next(found, None)

    def _groups(self, units):
        for below, title in self.places():
            for level in KINDS:
                yield Group(below, title, level, tuple(narrow(units, below=below, level=level)))


def narrow(units, *, q="", level="", below=None):
    """Those that match. Of agencies below a unit only those that belong to it itself."""
    words = words_of(q)
    return [
        unit
        for unit in units
        if (not level or unit.level == level)
        and (not below or _lies_below(unit, below, level))
        and words.are_in(unit.search_key)
    ]


def _lies_below(unit, below, level):
    return unit.parent_id == below if level == Level.AGENCY else below in unit.ancestor_ids

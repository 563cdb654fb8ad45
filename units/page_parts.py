"""What apps above say on a unit's page: each registers its part, as with `common.waiting`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

_providers: list[Callable] = []

OWN, BEFORE, AFTER = "own", "before", "after"
WHOSE = {
    OWN: _("Of this unit"),
    BEFORE: _("Then: of the units it came from"),
    AFTER: _("Now: of the units that followed it"),
}


@dataclass(frozen=True)
class Line:
    """A unit with everything it came from and became, over all steps (keys of units)."""

    unit_id: int
    before: frozenset
    after: frozenset

    @property
    def unit_ids(self):
        return {self.unit_id} | self.before | self.after

    def whose(self, unit_id):
        """Whether a record is the unit's own, or of a unit before or after it."""
        if unit_id == self.unit_id:
            return OWN
        return BEFORE if unit_id in self.before else AFTER


@dataclass(frozen=True)
class Entry:
    """A record that concerned a unit of the line on a day, under the names of that day."""

    title: str
    url: str
    day: date
    state: str
    state_label: str
    whose: str


@dataclass(frozen=True)
class Part:
    """A section of the page; `entries` the newest first."""

    key: str
    heading: str
    entries: list

    @property
    def groups(self):
        """The entries by whose they are, the unit's own first."""
        found = (
            (label, [e for e in self.entries if e.whose == key]) for key, label in WHOSE.items()
        )
        return [(label, entries) for label, entries in found if entries]


def register(provider):
    """`provider(actor, line)` gives a Part, or None; called once when an app is ready."""
    _providers.append(provider)
    return provider


def parts_for(actor, line):
    """What the apps above say of a unit to this person."""
    return [part for provider in _providers if (part := provider(actor, line))]

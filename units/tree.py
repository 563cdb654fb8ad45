"""The tree of units as a page shows it: opened level by level, all levels in two questions."""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from .models import UnitVersion

Level = UnitVersion.Level
# What stands below one unit is shown up to here, the rest on demand.
MOST_CHILDREN = 80
# So many when all are asked for; whatever is more stands in the list.
MOST_IN_ALL = 400
# All that stands in one page, of a kind; whoever opens much sees less below each.
MOST_TWIGS = 1600
# Units of which all is shown; each may be a long list.
MOST_WHOLE = 5
# Keys in the address; the ones opened first go when there are more.
MOST_OPEN = 40
# Our order: the territory first, then what serves it.
KINDS = {
    "territory": _("Territorial units"),
    Level.AGENCY: _("Agencies"),
    Level.ONE_STOP: _("One-stop sections"),
}


@dataclass
class Twig:
    """A unit in the tree, with what stands below it when it is open."""

    version: UnitVersion
    below: int
    is_open: bool
    toggle: str
    groups: list = field(default_factory=list)

    @property
    def anchor(self):
        return f"u{self.version.unit_id}"


@dataclass
class Group:
    """Units of one kind below one unit."""

    label: str
    total: int
    twigs: list
    whole: str
    is_whole: bool = False

    @property
    def is_capped(self):
        """There are more; those of a long list were asked for already."""
        return self.total > len(self.twigs)


class Opened:
    """Which units a reader opened, and of which all is shown; kept in the address."""

    def __init__(self, given, *, at_first, written_day=""):
        opened = _keys(given["open"]) if "open" in given else list(at_first)
        self.keys = opened[-MOST_OPEN:]
        self.whole = _keys(given.get("all", ""))[-MOST_WHOLE:]
        self.written_day = written_day

    def toggled(self, key):
        """The address in which this unit is open when it was closed, and the other way round."""
        keys = [one for one in self.keys if one != key]
        if key not in self.keys:
            keys.append(key)
        return self._address(keys, self.whole, key)

    def with_all_of(self, key):
        """The address in which everything below this unit is shown."""
        return self._address(self.keys, [*self.whole, key or 0], key)

    def _address(self, keys, whole, key):
        given = {"open": _joined(keys), "all": _joined(whole), "on": self.written_day}
        kept = {name: value for name, value in given.items() if value or name == "open"}
        return f"?{urlencode(kept)}#u{key}"


def grow(day, opened):
    """The groups on top of the tree on that day, with the opened units grown out."""
    standing = UnitVersion.objects.on(day)
    wanted = {
        "most": min(MOST_CHILDREN, MOST_TWIGS // (len(opened.keys) + 1)),
        "whole": opened.whole,
        "in_all": min(MOST_IN_ALL, MOST_TWIGS // max(len(opened.whole), 1)),
    }
    rows = list(standing.right_below(opened.keys, **wanted))
    counts = standing.count_below([row.unit_id for row in rows])
    children = defaultdict(list)
    for row in rows:
        children[row.parent_id].append(row)
    return _groups(None, children, counts, opened)


def _groups(key, children, counts, opened):
    """The units right below one, by kind; only what hangs on the tree is grown."""
    rows = children.get(key, ())
    found = []
    for kind, label in KINDS.items():
        alike = [row for row in rows if row.kind == kind]
        if alike:
            twigs = [_twig(row, children, counts, opened) for row in alike]
            whole, is_whole = opened.with_all_of(key), (key or 0) in opened.whole
            found.append(Group(label, alike[0].total, twigs, whole, is_whole))
    return found


def _twig(row, children, counts, opened):
    key = row.unit_id
    is_open = key in opened.keys
    twig = Twig(row, counts.get(key, 0), is_open, opened.toggled(key))
    if is_open:
        twig.groups = _groups(key, children, counts, opened)
    return twig


def _keys(words):
    """Keys out of an address; what is none is left out."""
    found = (int(word) for word in words.split(".") if word.isdecimal() and len(word) < 19)
    return list(dict.fromkeys(found))


def _joined(keys):
    return ".".join(str(key) for key in dict.fromkeys(keys))

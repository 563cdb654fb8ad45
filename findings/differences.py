"""What changed between two states of a draft, word by word, for both sides to see."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from .models import Finding
from .said import FIELDS, said_in

SAME, OUT, IN = "same", "out", "in"
WORD = re.compile(r"\s+|[^\s]+")
# Longer texts are shown whole, before and after: comparing them would hold up the page.
LONGEST_COMPARED = 6_000
ALIKE = 0.5


@dataclass(frozen=True)
class Changed:
    """A field that reads otherwise now; `pieces` are (same | out | in, text) in reading order."""

    label: str
    pieces: list[tuple[str, str]]


@dataclass(frozen=True)
class Difference:
    """A finding, a free line, a recommendation or the words around them: added, removed or changed."""

    part: str
    state: str  # "added", "removed", "changed"
    title: str
    fields: list[Changed]


def since(announcement, inspection):
    """The differences between an announced draft and what is written now, None without one."""
    return differences(announcement.said, said_in(inspection)) if announcement else None


def differences(before, now):
    """Every difference between two values of `said.said_in`, in the order of the paper."""
    found = []
    if fields := _changed("words", before["words"], now["words"]):
        found.append(Difference("words", "changed", _("The text of the conclusion"), fields))
    for part in ("findings", "lines", "recommendations"):
        found += _of_rows(part, before.get(part, {}), now[part])
    return found


def _of_rows(part, before, now):
    for key, row in before.items():
        if key not in now:
            yield Difference(part, "removed", _title(part, row), _changed(part, row, {}))
        elif fields := _changed(part, row, now[key]):
            yield Difference(part, "changed", _title(part, now[key]), fields)
    for key, row in now.items():
        if key not in before:
            yield Difference(part, "added", _title(part, row), _changed(part, {}, row))


def _title(part, row):
    if part == "recommendations":
        return _("Recommendation %(number)s") % {"number": row["number"]}
    return str(Finding.Kind(row["kind"]).label).capitalize()


def _changed(part, before, now):
    return [
        Changed(str(label), pieces(_shown(name, before), _shown(name, now)))
        for name, label in FIELDS[part].items()
        if before.get(name, "") != now.get(name, "")
    ]


def _shown(name, row):
    """The text of a field as it is read; a kind is stored by its key."""
    value = row.get(name, "")
    return str(Finding.Kind(value).label) if name == "kind" and value else value


def pieces(before, now):
    """The words of both texts in one reading: what stayed, what went out, what came in.

    Texts that share fewer than half of their words are shown whole, before and after.
    """
    whole = [piece for piece in ((OUT, before), (IN, now)) if piece[1]]
    if not before or not now or len(before) + len(now) > LONGEST_COMPARED:
        return whole
    if SequenceMatcher(None, before.split(), now.split(), autojunk=False).ratio() < ALIKE:
        return whole
    old, new = WORD.findall(before), WORD.findall(now)
    read = []
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            read.append((SAME, "".join(old[a:b])))
            continue
        read += [(OUT, "".join(old[a:b]))] if b > a else []
        read += [(IN, "".join(new[c:d]))] if d > c else []
    return read

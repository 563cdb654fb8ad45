"""One box for everything: each app says how its records are found and shown (`register`).

What comes first:
- of names (units, people): the whole name, then names that begin with the words typed or with the
  last of them ("xã hoà" begins "Hòa Cư"), then words of a name, then what merely holds them;
  of units that rank alike, those in force before those that ended;
- of records (plans, inspections, findings, recommendations): the newest.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from .text import LONGEST_QUERY, fold, words_of

EACH = 6
SHORTEST = 2
MOST_TAILS = 4
_kinds: list["Kind"] = []


@dataclass(frozen=True)
class Hit:
    """One record found: its name, a line about it, where it is, and a word on its state."""

    title: str
    url: str
    line: str = ""
    ended: str = ""


@dataclass(frozen=True)
class Kind:
    """Records of one kind: `provider(actor, query, limit)` gives hits, the best ones first."""

    name: str
    label: str
    provider: Callable
    list_url: str
    list_field: str


@dataclass(frozen=True)
class Group:
    """The best few of a kind; `more_url` is the list filtered by the same words."""

    name: str
    label: str
    hits: list
    more: bool
    more_url: str


def register(name, label, provider, *, list_url, list_field="q"):
    """Called once for each kind when its app is ready; groups stand in this order."""
    _kinds.append(Kind(name, label, provider, list_url, list_field))


def is_long_enough(query):
    """Two signs at least: one is in nearly every record."""
    words = words_of(query)
    return sum(map(len, words.anywhere + words.beginning)) >= SHORTEST


def search(actor, query):
    """What this person may see of what matches, by kind; kinds without a hit are left out."""
    if not is_long_enough(query):
        return []
    return [group for kind in _kinds if (group := _group(kind, actor, query)).hits]


def _group(kind, actor, query):
    hits = kind.provider(actor, query, EACH + 1)
    address = f"{reverse(kind.list_url)}?{urlencode({kind.list_field: query})}"
    return Group(kind.name, kind.label, hits[:EACH], len(hits) > EACH, address)


def beginnings(query):
    """What a name that ranks high begins with: all the words typed, or the last of them."""
    words = fold(query)[:LONGEST_QUERY].split()
    return [" ".join(words[at:]) for at in range(min(len(words), MOST_TAILS))]


def rank_of_name(key, starts):
    """How well a key that begins with a name fits: 0 the name itself … 3 it only holds the words."""
    if any(key.startswith(f"{start} ") for start in starts):
        return 0
    if key.startswith(tuple(starts)):
        return 1
    return 2 if f" {starts[0]}" in key else 3

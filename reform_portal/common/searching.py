"""One box for everything: each app says how its records are found and shown (`register`).

What comes first:
- of names (units, people): the whole name, then names that begin with the words typed or with the
  last of them ("xã hoà" begins "Hòa Cư"), then words of a name, then what merely holds them;
  of units that rank alike, those in force before those that ended;
- of records (plans, inspections, findings, recommendations): the newest.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Q, Value, When
from django.urls import reverse
from django.utils.http import urlencode

from .text import LONGEST_QUERY, TRIGRAM, fold, matching, words_of
from .trigrams import some_keys

EACH = 6
SHORTEST = 2
MOST_TAILS = 4
# Up to here records are collected by their words and then sorted; beyond, they are so common that
# going through them from the newest on meets enough of them soon (quality: the planner's trap).
FEW = 1_000

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
    return sum(len(word) for word in words_of(query)) >= SHORTEST


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


def by_name(query, field="search_key"):
    """The rank of a key that begins with a name: 0 the name itself … 3 it only holds the words."""
    tails = beginnings(query)
    ranks = (
        [Q(**{f"{field}__startswith": f"{tail} "}) for tail in tails],
        [Q(**{f"{field}__startswith": tail}) for tail in tails],
        [Q(**{f"{field}__contains": f" {tails[0]}"})],
    )
    whens = [When(_any(wanted), then=Value(rank)) for rank, wanted in enumerate(ranks)]
    return Case(*whens, default=Value(len(ranks)), output_field=IntegerField())


def newest(rows, query):
    """The visible `rows` that match, the newest first, to be cut off after a few.

    Rare words and common ones need different roads, and a planner that guesses wrong reads
    everything: so the index is asked first, and only for keys, up to `FEW`. No index knows words
    of one or two letters, and Vietnamese is full of them ("hồ sơ"): a query of these alone goes
    through the rows from the newest on.
    """
    if all(len(word) < TRIGRAM for word in words_of(query)):
        return rows.filter(matching(query, read_along=True)).order_by("-pk")
    keys = some_keys(rows.model, query, FEW + 1)
    if len(keys) > FEW:
        rows = rows.filter(matching(query, read_along=True))
    else:
        rows = rows.filter(pk__in=keys)
    return rows.order_by("-pk")


def _any(conditions):
    found = Q()
    for condition in conditions:
        found |= condition
    return found

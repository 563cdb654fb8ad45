"""What upper apps say to a reorganisation: why it cannot be, and what follows from it.

Units know nothing of visits and recommendations. The apps above hang their rules here when they
start (house rule: imports go down; the lower app offers a hook, the upper one fills it).
"""

from collections import defaultdict
from dataclasses import dataclass

from .models import Reorganisation

Kind = Reorganisation.Kind
# Acts after which units no longer exist.
ENDING = (Kind.MERGE, Kind.SPLIT, Kind.DISSOLVE)

MOST_LISTED = 10

_guards = defaultdict(list)
_followers = []
_guards_of_undo = []
_undone = []
_providers = []


@dataclass(frozen=True)
class Consequence:
    """What follows for some records: a heading, the first few by name, how many there are."""

    title: str
    records: list
    count: int


def listed(title, rows, words=str):
    """A Consequence for the rows of a QuerySet, or nothing when there are none."""
    count = rows.count()
    if count:
        yield Consequence(title, [words(row) for row in rows[:MOST_LISTED]], count)


def before(*kinds):
    """Decorator: `rule(ended, day)` returns None or the sentence that refuses acts of these kinds.

    `ended` holds the last versions of all units that the act ends on that day.
    """

    def hang(rule):
        for kind in kinds:
            _guards[kind].append(rule)
        return rule

    return hang


def follows(effect):
    """Decorator: `effect(pairs, day, change)` runs when versions follow others, [(old, new)].

    In the transaction of the act, so that what is still to happen is named as on its day.
    `change(row, **values)` writes what an undo writes back.
    """
    _followers.append(effect)
    return effect


def before_undo(rule):
    """Decorator: `rule(act)` returns None or the sentence that refuses to undo the act."""
    _guards_of_undo.append(rule)
    return rule


def undone(effect):
    """Decorator: `effect(act, by)` runs in an undo, while the act's successions still stand."""
    _undone.append(effect)
    return effect


def consequences(provider):
    """Decorator: `provider(ended, changed, day)` gives Consequences, or nothing, for a preview.

    `ended`: last versions of the units that end; `changed`: those that go on in another way.
    """
    _providers.append(provider)
    return provider


def refusals(kind, ended, day):
    """Every sentence against an act of this kind."""
    return [reason for rule in _guards[kind] if (reason := rule(ended, day))]


def tell_followers(pairs, day, change):
    """New versions follow old ones."""
    for effect in _followers:
        effect(pairs, day, change)


def all_consequences(ended, changed, day):
    """What follows, in the order the apps hang it."""
    return [one for provider in _providers for one in provider(ended, changed, day)]


def refusals_of_undo(act):
    """Every sentence against undoing this act."""
    return [reason for rule in _guards_of_undo if (reason := rule(act))]


def tell_of_undo(act, by):
    """The act is being taken back."""
    for effect in _undone:
        effect(act, by)

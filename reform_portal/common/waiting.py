"""What waits for a person: every app says its part, the start page lists it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_providers: list[Callable] = []


@dataclass(frozen=True)
class Waiting:
    """One thing that waits, with the one action that answers it."""

    title: str
    url: str
    action: str
    about: str = ""
    due_on: date | None = None


def register(provider):
    """`provider(actor)` gives a list of Waiting; called once when an app is ready."""
    _providers.append(provider)
    return provider


def waiting_for(actor):
    """Everything that waits for this person, what is due first on top."""
    items = [item for provider in _providers for item in provider(actor)]
    return sorted(items, key=lambda item: (item.due_on is None, item.due_on or date.max))

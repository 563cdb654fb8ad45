"""What waits for a person and what leaders follow: every app says its part for the start page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_providers: list[Callable] = []
_figure_providers: list[Callable] = []


@dataclass(frozen=True)
class Waiting:
    """One thing that waits, with the one action that answers it."""

    title: str
    url: str
    action: str
    about: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class Figure:
    """A count that leaders follow; its address lists exactly the records counted."""

    value: int
    label: str
    url: str


def register(provider):
    """`provider(actor)` gives a list of Waiting; called once when an app is ready."""
    _providers.append(provider)
    return provider


def register_figures(provider):
    """`provider(actor)` gives a list of Figure, empty for those who follow none."""
    _figure_providers.append(provider)
    return provider


def waiting_for(actor):
    """Everything that waits for this person, what is due first on top."""
    items = [item for provider in _providers for item in provider(actor)]
    return sorted(items, key=lambda item: (item.due_on is None, item.due_on or date.max))


def figures_for(actor):
    """The figures this person follows, in the order of the apps."""
    return [figure for provider in _figure_providers for figure in provider(actor)]

"""A database with the national lists, for as long as a module needs it."""

from contextlib import contextmanager
from datetime import date

from django.db import connection, transaction

from units.models import UnitVersion
from units.national import load

EVE, REFORM = date(2025, 6, 30), date(2025, 7, 1)


@contextmanager
def loaded(blocker, *provinces):
    """The lists of these provinces (of all without one), taken back at the end."""
    with blocker.unblock(), transaction.atomic():
        report = load(provinces)
        connection.check_constraints()  # once: they are deferred, and each test would ask again
        yield report
        transaction.set_rollback(True)


def version(code, day, level="commune"):
    """The unit with this code on that day."""
    return UnitVersion.objects.on(day).get(code=code, level=level)


def titles(units, day):
    """Names of units on a day, in the order of the alphabet."""
    found = UnitVersion.objects.on(day).filter(unit__in=units)
    return sorted(one.title for one in found)


def became(ended):
    """What a version's unit became: {title: (kind, takes over)}."""
    return {
        step.successor.versions.on(step.day).get().title: (step.kind, step.takes_over)
        for step in ended.unit.successions.all()
    }

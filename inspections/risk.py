"""How urgent it is to inspect a unit, and why: points that explain themselves.

What an upper app knows of units it counts through the hook `register`; this app knows when a unit
was inspected last. A unit answers for those it took over: their records count with its own.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from units.heirs import taken_over_by_each

from .inspected import last_inspected
from .models import RiskWeight

_counters: list[Callable] = []


class Reason(TextChoices):
    """What raises the risk of a unit."""

    OVERDUE = "overdue", gettext_lazy("overdue recommendations")
    OPEN = "open", gettext_lazy("open recommendations")
    REPEATED = "repeated", gettext_lazy("areas with repeated shortcomings")
    AGE = "age", gettext_lazy("years since the last inspection")


def register(counter):
    """`counter(actor, unit_ids)` gives (unit, Reason, number) for each that is met; one query."""
    _counters.append(counter)
    return counter


@dataclass(frozen=True)
class Risk:
    """When a unit was inspected last, and its points with the reason for each."""

    last_on: date | None
    years: int | None  # since then, by the calendar; None: never, as far as is recorded
    reasons: tuple  # (words, points)

    @property
    def points(self):
        return sum(points for _words, points in self.reasons)

    @property
    def words(self):
        """ "2 overdue recommendations (4), 3 years without an inspection (3)"."""
        return ", ".join(f"{words} ({points})" for words, points in self.reasons)

    def is_due(self, years):
        """True when it was not inspected for so many years; 1: not in this year."""
        return self.years is None or self.years >= years


def with_risk(versions, *, actor, year):
    """The versions, each with the `risk` of its unit for the plan of a year."""
    risks = risks_of([version.unit_id for version in versions], actor=actor, year=year)
    for version in versions:
        version.risk = risks[version.unit_id]
    return versions


def risks_of(unit_ids, *, actor, year):
    """{unit: Risk} for the plan of a year; four queries however many units."""
    lines = taken_over_by_each(unit_ids, actor.day)
    everybody = {key for line in lines.values() for key in line}
    lasts = last_inspected(everybody, min(actor.day, date(year, 12, 31)))
    weights = {weight.code: weight for weight in RiskWeight.objects.on(actor.day)}
    counts = _counted(actor, everybody)
    return {unit_id: _risk(line, lasts, counts, weights, year) for unit_id, line in lines.items()}


def _counted(actor, unit_ids):
    counts = {}
    for counter in _counters:
        for unit_id, reason, number in counter(actor, unit_ids):
            counts.setdefault(unit_id, Counter())[reason] += number
    return counts


def _risk(line, lasts, counts, weights, year):
    last_on = max((lasts[key] for key in line if key in lasts), default=None)
    years = max(0, year - last_on.year) if last_on else None
    met = sum((counts.get(key, Counter()) for key in line), Counter())
    reasons = [
        (_words(reason, met[reason]), _points(weights.get(reason), met[reason]))
        for reason in (Reason.OVERDUE, Reason.OPEN, Reason.REPEATED)
        if met[reason]
    ]
    if years is None:
        reasons.append(
            (_("never inspected, as far as is recorded"), _most(weights.get(Reason.AGE)))
        )
    elif years:
        reasons.append((_words(Reason.AGE, years), _points(weights.get(Reason.AGE), years)))
    return Risk(last_on, years, tuple(reason for reason in reasons if reason[1]))


def _points(weight, number):
    return min(number * weight.points, weight.most) if weight else 0


def _most(weight):
    return weight.most if weight else 0


def _words(reason, number):
    words = {
        Reason.OVERDUE: ngettext(
            "%(number)d recommendation overdue", "%(number)d recommendations overdue", number
        ),
        Reason.OPEN: ngettext(
            "%(number)d recommendation open", "%(number)d recommendations open", number
        ),
        Reason.REPEATED: ngettext(
            "repeated shortcomings in %(number)d area",
            "repeated shortcomings in %(number)d areas",
            number,
        ),
        Reason.AGE: ngettext(
            "%(number)d year without an inspection",
            "%(number)d years without an inspection",
            number,
        ),
    }
    return words[reason] % {"number": number}

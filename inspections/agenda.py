"""The days of a calendar: what lies in the morning and in the afternoon, and which days are free."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from . import calendar_questions as questions
from . import permissions
from .models import Inspection, Visit
from .schedule import is_working_day

WEEK = timedelta(days=7)
WEEKS_OF_MINE = 4
# Beyond these no calendar page is made: a day before or after them is no day of a plan.
FIRST_YEAR, LAST_YEAR = 1945, 2200
SESSION = Visit.Session


@dataclass(frozen=True)
class Span:
    """The days a page shows, and the days that lead to the pages before and after."""

    first: date
    last: date
    before: date
    after: date

    def days(self):
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


@dataclass
class Entry:
    """An inspection in one lane of a day, with the places visited there; none: not yet known."""

    inspection: Inspection
    visits: list = field(default_factory=list)
    may_move: bool = False
    may_move_all: bool = False

    @property
    def title(self):
        """Where the delegation goes: the one place's unit, or the inspected one."""
        units = {visit.unit_version.authority for visit in self.visits}
        return units.pop() if len(units) == 1 else self.inspection.unit_version.authority


@dataclass
class Day:
    """A day with its lanes."""

    day: date
    is_today: bool
    is_free: bool
    occasion: str
    lanes: dict = field(default_factory=lambda: {session: {} for session in SESSION.values})

    def add(self, session, inspection, visit=None, **may):
        entry = self.lanes[session].setdefault(inspection.pk, Entry(inspection, **may))
        if visit:
            entry.visits.append(visit)

    @property
    def morning(self):
        return self.lanes[SESSION.MORNING].values()

    @property
    def afternoon(self):
        return self.lanes[SESSION.AFTERNOON].values()

    @property
    def whole_day(self):
        return self.lanes[SESSION.WHOLE_DAY].values()

    @property
    def is_empty(self):
        return not any(self.lanes.values())


@dataclass(frozen=True)
class Week:
    """Seven days from Monday; None where another month lies."""

    days: list

    @property
    def first(self):
        return next(day.day for day in self.days if day)

    @property
    def number(self):
        return self.first.isocalendar().week


def month_of(day):
    """The month of a day."""
    first = day.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return Span(first, after - timedelta(days=1), (first - timedelta(days=1)).replace(day=1), after)


def week_of(day):
    """The week of a day, from Monday."""
    first = monday(day)
    return Span(first, first + timedelta(days=6), first - WEEK, first + WEEK)


def weeks_of(day):
    """Four weeks from the Monday of a day's week: what somebody looks ahead."""
    first, length = monday(day), WEEKS_OF_MINE * WEEK
    return Span(first, first + length - timedelta(days=1), first - length, first + length)


def monday(day):
    return day - timedelta(days=day.weekday())


def days_of(span, actor, chosen):
    """Every day of the span with what this person may see there and chose to see."""
    asked = (actor, span.first, span.last, chosen)
    visits, unvisited = questions.visits_between(*asked), questions.unvisited_between(*asked)
    seated = questions.seated_in(actor) if visits else set()
    days = _empty_days(span, actor.day)
    for visit in visits:
        inspection = visit.inspection
        may = {
            "may_move": inspection.status in inspection.BEFORE_FIELDWORK_ENDS
            and permissions.schedules_visits(actor, inspection, seated),
            "may_move_all": permissions.moves_inspection(actor, inspection),
        }
        days[visit.day].add(visit.session, inspection, visit, **may)
    for inspection in unvisited:
        may = permissions.moves_inspection(actor, inspection)
        for day in span.days():
            if inspection.starts_on <= day <= inspection.ends_on:
                days[day].add(SESSION.WHOLE_DAY, inspection, may_move_all=may)
    return list(days.values())


def in_weeks(days):
    """The days of a month in rows from Monday to Sunday."""
    padded = [None] * days[0].day.weekday() + days + [None] * (6 - days[-1].day.weekday())
    return [Week(padded[at : at + 7]) for at in range(0, len(padded), 7)]


def count(days):
    """How many inspections lie on these days."""
    return len({key for day in days for lane in day.lanes.values() for key in lane})


def _empty_days(span, today):
    known = {row.day: row for row in questions.holidays_between(span.first, span.last)}
    exceptions = {day: row.is_worked for day, row in known.items()}
    return {
        day: Day(
            day=day,
            is_today=day == today,
            is_free=not is_working_day(day, exceptions),
            occasion=known[day].name if day in known else "",
        )
        for day in span.days()
    }

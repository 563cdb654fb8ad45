"""Deadlines: one function counts days, with holidays and worked Saturdays from their table."""

from datetime import date, timedelta

from .models import DeadlineRule, Holiday, PlanDeadline

SATURDAY = 5


def is_working_day(day, exceptions):
    """`exceptions` maps a day to True (worked) or False (holiday)."""
    return exceptions.get(day, day.weekday() < SATURDAY)


def add_working_days(start, count):
    """The day `count` working days after `start` (before, when negative)."""
    step = timedelta(days=1 if count >= 0 else -1)
    reach = start + step * (abs(count) * 3 + 30)
    span = sorted((start, reach))
    exceptions = dict(Holiday.objects.filter(day__range=span).values_list("day", "is_worked"))
    day, left = start, abs(count)
    while left:
        day += step
        left -= is_working_day(day, exceptions)
    return day


def deadline(code, start, *, plan):
    """The last day of the step `code` of an inspection under `plan`, or None where none is set.

    `start` is the day the step is counted from: the first visit for what comes before it, the
    last visit, the day the draft was announced, the day of the conclusion, the last day of the
    year. How many days, of which kind and in which direction, the plan says.
    """
    timing = timing_of(code, start, plan=plan)
    return timing and counted_from(start, timing)


def timing_of(code, start, *, plan):
    """What the plan sets for a step; where it says nothing, what is usual on the day `start`."""
    own = PlanDeadline.objects.filter(plan=plan, code=code).first()
    return own or DeadlineRule.objects.on(start).filter(code=code).exclude(anchor="").first()


def counted_from(start, timing):
    """The day that lies the days of `timing` after `start`, or before it."""
    days = -timing.days if timing.is_before else timing.days
    if timing.counted == timing.Counted.WORKING:
        return add_working_days(start, days)
    return start + timedelta(days=days)


def deadlines_of(plan):
    """The deadlines of a plan in the order of the steps; `day` for those of its year."""
    order = PlanDeadline.Code.values
    rows = sorted(plan.deadlines.all(), key=lambda row: order.index(row.code))
    for row in rows:
        of_year = row.anchor == row.Anchor.BEFORE_YEAR_END
        row.day = counted_from(date(plan.year, 12, 31), row) if of_year else None
    return rows

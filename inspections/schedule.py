"""Deadlines: one function counts days, with holidays and worked Saturdays from their table."""

from datetime import timedelta

from .models import DeadlineRule, Holiday

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


def deadline(code, start, *, before=False):
    """The last day of the step `code` counted from `start`, or None when no rule is in force.

    The rule of that day decides the number of days and how they count (DeadlineRule).
    """
    rule = DeadlineRule.objects.on(start).filter(code=code).first()
    if rule is None:
        return None
    days = -rule.days if before else rule.days
    if rule.counted == DeadlineRule.Counted.WORKING:
        return add_working_days(start, days)
    return start + timedelta(days=days)

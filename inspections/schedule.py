"""Deadlines: one function counts days, with holidays and worked Saturdays from their table."""

from datetime import date, timedelta

from .models import DeadlineRule, Holiday, PlanDeadline

SATURDAY = 5


def is_working_day(day, exceptions):
    """`exceptions` maps a day to True (worked) or False (holiday)."""
    return exceptions.get(day, day.weekday() < SATURDAY)


def days_apart(first, last):
    """{day: worked} of the holidays and made-up days of that span."""
    return dict(Holiday.objects.filter(day__range=(first, last)).values_list("day", "is_worked"))


def add_working_days(start, count, exceptions=None):
    """The day `count` working days after `start` (before, when negative)."""
    step = timedelta(days=1 if count >= 0 else -1)
    if exceptions is None:
        exceptions = days_apart(*sorted((start, start + step * (abs(count) * 3 + 30))))
    day, left = start, abs(count)
    while left:
        day += step
        left -= is_working_day(day, exceptions)
    return day


def working_days_after(first, last, exceptions):
    """How many working days lie after `first` up to `last`; 0 when it does not lie later."""
    span = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(is_working_day(day, exceptions) for day in span)


def first_working_day(year, month):
    """The first day of a month on which people work."""
    return add_working_days(date(year, month, 1) - timedelta(days=1), 1)


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


def counted_from(start, timing, exceptions=None):
    """The day that lies the days of `timing` after `start`, or before it."""
    days = -timing.days if timing.is_before else timing.days
    if timing.counted == timing.Counted.WORKING:
        return add_working_days(start, days, exceptions)
    return start + timedelta(days=days)


def due_days(starts):
    """{key: day} for steps of many inspections; `starts` is {key: (code, plan, its start)}.

    Three questions, however many there are. A step whose start is not known is not due.
    """
    if not starts:
        return {}
    codes = {code for code, _plan, _start in starts.values()}
    plans = {plan for _code, plan, _start in starts.values()}
    own = PlanDeadline.objects.filter(code__in=codes, plan__in=plans)
    timings = {(timing.code, timing.plan_id): timing for timing in own}
    rules = list(DeadlineRule.objects.filter(code__in=codes).exclude(anchor=""))
    exceptions = dict(Holiday.objects.values_list("day", "is_worked"))
    found = {}
    for key, (code, plan, start) in starts.items():
        timing = start and (timings.get((code, plan)) or _usual(rules, code, start))
        found[key] = timing and counted_from(start, timing, exceptions)
    return found


def _usual(rules, code, day):
    return next((rule for rule in rules if rule.code == code and rule.holds_on(day)), None)


def deadlines_of(plan):
    """The deadlines of a plan in the order of the steps; `day` for those of its year."""
    order = PlanDeadline.Code.values
    rows = sorted(plan.deadlines.all(), key=lambda row: order.index(row.code))
    for row in rows:
        of_year = row.anchor == row.Anchor.BEFORE_YEAR_END
        row.day = counted_from(date(plan.year, 12, 31), row) if of_year else None
    return rows

"""Pages of the calendar: a month, a week, and the days of the person who asks."""

from django.shortcuts import render
from django.utils.dates import WEEKDAYS
from django.views.decorators.http import require_safe

from inspections import agenda, calendar_questions
from inspections.forms.calendar import CalendarFilterForm
from reform_portal.common.access import portal_page


@portal_page
@require_safe
def calendar(request):
    """A month, as a table of weeks."""
    context = _days(request, agenda.month_of)
    context["weeks"] = agenda.in_weeks(context["days"])
    context["weekdays"] = WEEKDAYS.values()
    return render(request, "inspections/calendar_month.html", context)


@portal_page
@require_safe
def calendar_week(request):
    """A week, day by day, with the lanes of morning and afternoon."""
    return render(request, "inspections/calendar_week.html", _days(request, agenda.week_of))


@portal_page
@require_safe
def my_days(request):
    """Where this person is expected in the next weeks; for an official, who comes."""
    form = CalendarFilterForm(request.GET)
    span = agenda.weeks_of(form.shown_day(request.day))
    days = agenda.days_of(span, request.actor, {"mine": True})
    context = {
        "span": span,
        "days": [day for day in days if day.is_today or not day.is_empty],
        "count": agenda.count(days),
    }
    return render(request, "inspections/my_days.html", context)


def _days(request, span_of):
    form = CalendarFilterForm(request.GET)
    shown = form.shown_day(request.day)
    span = span_of(shown)
    form.offer(calendar_questions.seats_of_year(request.actor, shown.year))
    chosen = form.chosen()
    days = agenda.days_of(span, request.actor, chosen)
    return {
        "span": span,
        "shown": shown,
        "days": days,
        "count": agenda.count(days),
        "filter_form": form,
        "filtered": any(chosen.values()),
        "query": f"?{request.GET.urlencode()}" if request.GET else "",
        "reset_url": f"?day={shown.isoformat()}",
    }

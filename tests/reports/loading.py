"""The demo as its command loads it."""

from io import StringIO

from django.core.management import call_command

from inspections.models import Holiday
from inspections.schedule import is_working_day


def seed(*arguments):
    said = StringIO()
    call_command("seed_demo", *arguments, stdout=said)
    return said.getvalue()


def on_days_off(visits):
    days = visits.values_list("day", flat=True).distinct()
    exceptions = dict(Holiday.objects.values_list("day", "is_worked"))
    return [day for day in days if not is_working_day(day, exceptions)]

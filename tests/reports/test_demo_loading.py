"""When the demo loads, on which days it plays, and where it refuses."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError

from inspections.models import Inspection, Visit
from inspections.schedule import days_apart, first_working_day, is_working_day
from reform_portal.common.models import User
from reports.demo.invented.year import Year
from reports.demo.load import load_present
from tests.reports.loading import on_days_off, seed
from units.models import Unit

pytestmark = pytest.mark.long


@pytest.mark.embedded
@pytest.mark.usefixtures("db")
def test_it_loads_on_the_first_day_of_a_year():
    load_present(date(2026, 1, 1), ["20"])

    assert Inspection.objects.filter(starts_on__year=2026).count() == 15
    assert Inspection.objects.filter(starts_on__year__gt=2026).count() == 0
    assert not on_days_off(Visit.objects.filter(day__year=2026))


@pytest.mark.usefixtures("db")
def test_days_around_the_last_day_of_a_year_stay_in_it():
    year = Year(date(2026, 12, 31))

    assert (year[14], year[-5]) == (date(2026, 12, 31), date(2026, 12, 25))
    assert year[-400] == first_working_day(2026, 1)


@pytest.mark.usefixtures("db")
def test_no_day_of_the_present_is_a_day_off_whatever_day_it_is_loaded():
    """Over a year with Tết in it: the last working day before, or the next one after."""
    holidays = days_apart(date(2027, 1, 1), date(2027, 12, 31))
    assert False in holidays.values()
    days = [date(2027, 1, 1) + timedelta(days=at) for at in range(365)]
    for today in days:
        year = Year(today)
        for distance in (-12, -5, 0, 7, 14):
            assert is_working_day(year[distance], holidays), (today, distance)
        assert year[-12] <= year[-5] <= year[0] <= year[7] <= year[14]


def test_it_refuses_in_service(db, settings):
    settings.DEMO_ALLOWED = False

    with pytest.raises(CommandError):
        seed()

    assert not User.objects.exists()


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("day", ["tomorrow", "22/11", "2024-06-17"])
def test_it_refuses_a_day_it_cannot_play_on(day):
    with pytest.raises(CommandError, match=day if day != "2024-06-17" else "01/01/2026"):
        seed("--day", day)


@pytest.mark.embedded
@pytest.mark.usefixtures("db")
def test_it_goes_into_an_empty_database_only():
    Unit.objects.create(opened_on=date(2020, 1, 1))

    with pytest.raises(CommandError):
        seed()

    assert not User.objects.exists()

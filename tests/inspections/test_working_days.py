"""Working days as the notices of each year have them: Tết, substitutes, days made up for."""

from datetime import date

import pytest

from inspections import workflow
from inspections.actions.holidays import add_holiday
from inspections.models import Holiday
from inspections.schedule import add_working_days, deadline

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2024-06-14", 1, "2024-06-17"),  # over a weekend
        ("2024-06-17", 5, "2024-06-24"),
        ("2024-06-24", -5, "2024-06-17"),
        ("2024-06-15", 1, "2024-06-17"),  # counted from a Saturday
        ("2024-06-17", 0, "2024-06-17"),
        ("2022-01-28", 1, "2022-02-07"),  # Tết Nhâm Dần
        ("2022-04-08", 1, "2022-04-12"),  # 10/4/2022 is a Sunday: Monday off instead
        ("2022-04-29", 1, "2022-05-04"),  # both holidays on a weekend: two days instead
        ("2022-08-31", 1, "2022-09-05"),  # 1/9 and 2/9/2022
        ("2023-01-19", 1, "2023-01-27"),  # Tết Quý Mão with two substitutes
        ("2023-04-28", 1, "2023-05-04"),
        ("2023-08-31", 1, "2023-09-05"),  # 2/9/2023 is a Saturday
        ("2024-02-07", 1, "2024-02-15"),  # Tết Giáp Thìn: 8/2 to 14/2
        ("2024-02-05", 10, "2024-02-26"),
        ("2024-02-19", -5, "2024-02-05"),
        ("2024-04-26", 1, "2024-05-02"),  # 29/4/2024 off …
        ("2024-05-03", 1, "2024-05-04"),  # … made up for on a Saturday
        ("2024-08-30", 1, "2024-09-04"),  # 2/9 and 3/9/2024
        ("2025-01-24", 1, "2025-02-03"),  # Tết Ất Tỵ
        ("2025-04-25", 1, "2025-04-26"),  # a worked Saturday
        ("2025-04-29", 1, "2025-05-05"),
        ("2025-08-29", 1, "2025-09-03"),
        ("2026-02-13", 1, "2026-02-23"),  # Tết Bính Ngọ
        ("2026-04-24", 1, "2026-04-28"),
    ],
)
def test_working_days_of_a_calendar_on_the_wall(start, count, end):
    assert add_working_days(date.fromisoformat(start), count) == date.fromisoformat(end)


def test_every_day_off_of_six_years_is_there_with_its_basis():
    years = {day.year for day in Holiday.objects.values_list("day", flat=True)}

    assert years == set(range(2022, 2028))
    assert not Holiday.objects.filter(basis="").exists()


@pytest.mark.embedded
def test_only_weekend_days_are_worked_instead():
    worked = Holiday.objects.filter(is_worked=True)

    assert {row.day.weekday() for row in worked} == {5}


@pytest.mark.parametrize("year", range(2022, 2028))
def test_a_year_has_eleven_days_off_on_working_days_or_instead_of_them(year):
    off = Holiday.objects.filter(day__year=year, is_worked=False)
    swapped = off.filter(name="Nghỉ hoán đổi").count()

    assert sum(row.day.weekday() < 5 for row in off) - swapped == 11


def test_what_is_not_yet_announced_says_so():
    tet = Holiday.objects.get(day=date(2027, 2, 8))

    assert "chờ thông báo" in tet.basis


@pytest.mark.embedded
def test_the_explanation_of_a_draft_announced_before_tet_is_due_after_it():
    assert deadline("explanation", date(2024, 2, 6), plan=None) == date(2024, 2, 20)


def test_a_later_change_of_the_list_moves_no_stored_deadline(make, world, head, administrator):
    inspection = make.inspection(world, status="explained")
    row = workflow.inspection.take("return_explanation", inspection, by=head, note="Bổ sung")
    due = row.explanation_due_on

    add_holiday(by=administrator, day=date(2024, 6, 19), name="Nghỉ đột xuất", is_worked=False)

    row.refresh_from_db()
    assert row.explanation_due_on == due
    assert deadline("explanation", head.day, plan=row.plan) > due

"""manage.py export_calendar: the visits of a plan, or one sentence and no file."""

import pytest
from django.core.management import CommandError, call_command
from icalendar import Calendar

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(world, make):
    """Plan 80 with an inspection of two visits and one without."""
    plan = make.plan(world, units=[world.district, world.other_district])
    team = make.delegation(world, plan)
    visited = make.inspection(world, team=team)
    make.visit(visited)
    make.visit(visited, session="afternoon")
    make.inspection(world, team=team, version=world.other_district)
    return plan


@pytest.mark.parametrize("typed", ["80/KH-BCĐCCHC", "80/kh-bcdcchc"])
def test_it_writes_the_visits_of_a_plan(plan, tmp_path, typed):
    file = tmp_path / "lich.ics"

    call_command("export_calendar", plan=typed, output=str(file))

    calendar = Calendar.from_ical(file.read_bytes())
    assert len(calendar.walk("VEVENT")) == 3
    assert calendar["X-WR-CALNAME"] == "80/KH-BCĐCCHC (2024)"


def refused(tmp_path, **options):
    file = tmp_path / "lich.ics"
    with pytest.raises(CommandError) as refusal:
        call_command("export_calendar", **{"output": str(file)} | options)
    assert list(tmp_path.iterdir()) == []
    return str(refusal.value)


def test_an_unknown_plan_is_one_sentence(plan, tmp_path):
    assert "81/KH-BCĐCCHC" in refused(tmp_path, plan="81/KH-BCĐCCHC")


@pytest.mark.embedded
def test_a_number_of_two_years_needs_the_year(plan, world, make, tmp_path):
    make.plan(world, year=2023, issued_on="2023-05-29")

    assert "2023, 2024" in refused(tmp_path, plan="80/KH-BCĐCCHC")
    file = tmp_path / "lich.ics"
    call_command("export_calendar", plan="80/KH-BCĐCCHC", year=2023, output=str(file))
    assert file.exists()


def test_a_number_of_two_issuers_is_refused(plan, world, make, tmp_path):
    make.plan(world, issuer=world.district.unit, committee=None, title="Kế hoạch huyện")

    assert "80/KH-BCĐCCHC" in refused(tmp_path, plan="80/KH-BCĐCCHC", year=2024)


def test_a_bad_path_is_one_sentence(plan, tmp_path):
    there = tmp_path / "nowhere" / "lich.ics"

    assert "nowhere" in refused(tmp_path, plan="80/KH-BCĐCCHC", output=str(there))


def test_the_screen_gets_the_same(plan, capsysbinary, tmp_path):
    file = tmp_path / "lich.ics"
    call_command("export_calendar", plan="80/KH-BCĐCCHC", output=str(file), verbosity=0)
    capsysbinary.readouterr()

    call_command("export_calendar", plan="80/KH-BCĐCCHC", output="-")

    assert capsysbinary.readouterr().out == file.read_bytes()

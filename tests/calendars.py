"""A month with much in it: ten delegations, a hundred and fifty inspections."""

from datetime import timedelta

from inspections.models import Inspection, Visit
from tests import factories

TEAMS, UNITS = 10, 15


def busy_month(world):
    """150 inspections of one or two visits each in June 2024, on working days."""
    days = [factories.DAY.replace(day=3) + timedelta(days=n) for n in range(27)]
    days = [day for day in days if day.weekday() < 5]
    units = [
        factories.unit(f"Hòa Bình {n}", "xã", "commune", parent=world.other_district)
        for n in range(UNITS)
    ]
    teams = [
        factories.delegation(world, factories.plan(world, number=200 + n, units=units))
        for n in range(TEAMS)
    ]
    rows = Inspection.objects.bulk_create(
        _inspection(world, team, version, number, days)
        for number, (team, version) in enumerate((team, one) for team in teams for one in units)
    )
    Visit.objects.bulk_create(
        Visit(
            inspection=row, unit_id=row.unit_id, unit_version_id=row.unit_version_id,
            kind="one_stop", place=f"Bộ phận Một cửa {row.unit_version.authority}",
            day=row.starts_on, session=session,
        )
        for number, row in enumerate(rows)
        for session in ("morning", "afternoon")[: 1 + number % 2]
    )  # fmt: skip
    return rows


def _inspection(world, team, version, number, days):
    day = days[number % len(days)]
    return Inspection(
        code=f"KT-2024-{500 + number}", plan=team.plan, delegation=team,
        province=world.province.unit, unit=version.unit, unit_version=version,
        starts_on=day, ends_on=day,
    )  # fmt: skip

"""The records as a problem: units of the plan, delegations, people, and what they already do."""

from datetime import date

from inspections.models import Holiday, Threshold
from units.actors import actor_for
from units.models import UnitVersion

from .people import NO_NEW_ONES, People, forming_of
from .problem import Problem, Weights
from .stops import Stops, place_of


def problem_of(row):
    """The problem a proposal asks about, as the records are now."""
    asked = row.question
    first, last = date.fromisoformat(asked["first"]), date.fromisoformat(asked["last"])
    day = date.fromisoformat(asked["day"])
    plan_units = {
        item.pk: item
        for item in row.plan.plan_units.to_schedule()
        .filter(pk__in=[unit["key"] for unit in asked["units"]])
        .select_related("unit")
        .order_by("pk")
    }
    pins = {unit["key"]: unit for unit in asked["units"]}
    teams = _teams(row.plan, asked["teams"])
    forming = forming_of(row.plan, asked.get("new", NO_NEW_ONES), first, last)
    known = People(
        row.plan, teams, first, last,
        with_candidates=bool(asked["team_size"]), pool=[one.person for one in forming.pool],
    )  # fmt: skip
    people = known.people(list(plan_units.values()))
    limit = Threshold.objects.on(first).filter(code="travel_km").first()
    stops = Stops(row.plan, first, last, day, actor_for(row.asked_by, day)).stops(plan_units, pins)
    return Problem(
        year=row.plan.year,
        first=first,
        last=last,
        stops=tuple(stops),
        teams=tuple(known.team(team) for team in teams),
        people=people,
        candidates=tuple(known.candidates),
        areas={area.code: area.name for area in row.plan.areas.order_by("code")},
        exceptions=dict(
            Holiday.objects.filter(day__range=(first, last)).values_list("day", "is_worked")
        ),
        knows_holidays=Holiday.objects.filter(day__year=row.plan.year).exists(),
        base=_base(row.plan, first),
        a_half=asked["a_half"],
        team_size=asked["team_size"],
        limit_km=limit.value if limit else None,
        weights=Weights(**asked["weights"]),
        forming=forming,
    )


def _teams(plan, keys):
    teams = plan.delegations.filter(pk__in=keys).order_by("pk")
    return list(teams.prefetch_related("members__areas"))


def _base(plan, day):
    """The seat of the issuer, or of the first unit above it that has one on record."""
    issuer = UnitVersion.objects.on(day).filter(unit_id=plan.issuer_id).first()
    above = [plan.issuer_id, *(reversed(issuer.ancestor_ids) if issuer else ()), plan.province_id]
    seats = {
        version.unit_id: place_of(version)
        for version in UnitVersion.objects.on(day).filter(unit_id__in=above)
    }
    return next((seats[key] for key in above if seats.get(key)), None)

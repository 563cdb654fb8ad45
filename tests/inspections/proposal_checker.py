"""The hard rules of a schedule said once more, without a line of the program that makes proposals."""

from collections import defaultdict
from datetime import date
from math import asin, cos, radians, sin, sqrt

BOTH = ("morning", "afternoon")


def violations(problem, answer):
    """Every broken rule as a sentence; [] for a schedule that may stand."""
    stops = {stop.key: stop for stop in problem.stops}
    members = {team.key: set(team.members) for team in problem.teams}
    for seat in answer.seats:
        members[seat.team].add(seat.person)
    lines = [_plain(line) for line in answer.lines]
    return [
        *_each_unit_once(stops, answer),
        *(broken for line in lines for broken in _line(problem, stops, members, *line)),
        *_nobody_twice(members, lines),
        *_a_half(problem, lines),
        *_ways(problem, stops, lines),
    ]


def _plain(line):
    halves = BOTH if line.session == "whole_day" else (line.session,)
    return line.stop, line.team, date.fromisoformat(line.day), halves


def _each_unit_once(stops, answer):
    told = [line.stop for line in answer.lines] + [stop for stop, _why in answer.unplaced]
    if sorted(told) != sorted(stops):
        yield "a unit is proposed twice, or neither proposed nor explained"


def _line(problem, stops, members, stop, team, day, halves):
    unit = stops[stop]
    worked = problem.exceptions.get(day, day.isoweekday() <= 5)
    crew = [problem.people[key] for key in members[team]]
    forming = {one.key: one.formed_on for one in problem.teams}[team]
    rules = {
        "a free day": worked,
        "outside the days asked for": problem.first <= day <= problem.last,
        "outside the year of the plan": day.year == problem.year,
        "before the notice can be out": day >= unit.earliest,
        "not in force": unit.opens <= day and day < unit.closes,
        "before the delegation was formed": day >= forming,
        "near another visit": not any(since <= day <= until for since, until in unit.visited),
        "not the fixed day": unit.pinned_day in (None, day),
        "not the fixed delegation": unit.pinned_team in (None, team),
        "somebody of the own unit": not any(stop in person.barred for person in crew),
        "the unit is busy": not any((day, half) in unit.busy for half in halves),
        "a member is busy": not any((day, half) in one.busy for one in crew for half in halves),
    }
    return [f"{unit.name} on {day}: {rule}" for rule, kept in rules.items() if not kept]


def _nobody_twice(members, lines):
    out = defaultdict(set)
    for _stop, team, day, halves in lines:
        for person in members[team]:
            for half in halves:
                out[person, day, half].add(team)
    return [f"{where} with {teams}" for where, teams in out.items() if len(teams) > 1]


def _a_half(problem, lines):
    count = defaultdict(int)
    for _stop, team, day, halves in lines:
        for half in halves:
            count[team, day, half] += 1
    return [where for where, units in count.items() if units > max(1, problem.a_half)]


def _ways(problem, stops, lines):
    on_day = defaultdict(list)
    for stop, team, day, _halves in lines:
        on_day[team, day].append(stops[stop].place)
    for where, places in on_day.items():
        for one in places:
            for other in places:
                if one and other and problem.limit_km and _km(one, other) > problem.limit_km + 1e-6:
                    yield f"{where}: too far"


def _km(one, other):
    north, south = radians(one[0]), radians(other[0])
    turn = sin((south - north) / 2) ** 2
    turn += cos(north) * cos(south) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * 6371 * asin(sqrt(turn))

"""The hard rules of a schedule said once more, without a line of the program that makes proposals."""

from collections import defaultdict
from datetime import date
from math import asin, cos, radians, sin, sqrt

BOTH = ("morning", "afternoon")


def violations(problem, answer):
    """Every broken rule as a sentence; [] for a schedule that may stand."""
    stops = {stop.key: stop for stop in problem.stops}
    members = {team.key: set(team.members) for team in problem.teams}
    members |= {formed.key: {formed.head} for formed in answer.formed}
    for seat in answer.seats:
        members[seat.team].add(seat.person)
    lines = [_plain(line) for line in answer.lines]
    return [
        *_each_unit_once(stops, answer),
        *(broken for line in lines for broken in _line(problem, stops, members, *line)),
        *_nobody_twice(members, lines),
        *_a_half(problem, lines),
        *_ways(problem, stops, lines),
        *_standing(problem, answer),
        *_new_ones(problem, answer),
        *(broken for formed in answer.formed for broken in _formed(problem, answer, formed)),
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
    since = {one.key: one.formed_on for one in problem.teams}.get(team, problem.forming.formed_on)
    rules = {
        "a free day": worked,
        "outside the days asked for": problem.first <= day <= problem.last,
        "outside the year of the plan": day.year == problem.year,
        "before the notice can be out": day >= unit.earliest,
        "not in force": unit.opens <= day and day < unit.closes,
        "before the delegation was formed": day >= since,
        "near another visit": not any(begin <= day <= end for begin, end in unit.visited),
        "not the fixed day": unit.pinned_day in (None, day),
        "not the fixed delegation": unit.pinned_team in (None, team),
        "somebody of the own unit": not any(stop in person.barred for person in crew),
        "the unit is busy": not any((day, half) in unit.busy for half in halves),
        "a member is busy": not any((day, half) in one.busy for one in crew for half in halves),
    }
    return [f"{unit.name} on {day}: {rule}" for rule, kept in rules.items() if not kept]


def _standing(problem, answer):
    """Who joins a delegation that is there already."""
    joined = defaultdict(list)
    for seat in answer.seats:
        joined[seat.team].append(seat.person)
    for team in problem.teams:
        people = [*team.members, *joined[team.key]]
        if joined[team.key] and len(people) > problem.team_size:
            yield f"{team.name}: more members than wished"
        if len(set(people)) < len(people):
            yield f"{team.name}: somebody joins twice"
        if not set(joined[team.key]) <= set(problem.candidates):
            yield f"{team.name}: somebody joins who was not to be asked"


def _new_ones(problem, answer):
    keys, names = {one.key for one in answer.formed}, {one.name for one in answer.formed}
    known = {team.key for team in problem.teams}
    people = [one.head for one in answer.formed]
    people += [seat.person for seat in answer.seats if seat.team in keys]
    rules = {
        "as many as asked for at most": len(answer.formed) <= problem.forming.count,
        "each with a key and a name of its own": len(keys) == len(names) == len(answer.formed),
        "not the key of another": not keys & known,
        "nobody in two new delegations": len(set(people)) == len(people),
        "seats only in known delegations": all(one.team in keys | known for one in answer.seats),
        "each goes somewhere": keys <= {line.team for line in answer.lines},
    }
    return [f"new delegations: broken: {rule}" for rule, kept in rules.items() if not kept]


def _formed(problem, answer, formed):
    pool = {one.person: one for one in problem.forming.pool}
    seats = [seat for seat in answer.seats if seat.team == formed.key]
    writing = [seat.person for seat in seats if seat.role == "secretary"]
    in_charge = [area for seat in seats for area in seat.areas]
    if not {formed.head, *(seat.person for seat in seats)} <= set(pool):
        return [f"{formed.name}: somebody outside the pool"]
    rules = {
        "the head may lead": pool[formed.head].leads,
        "not alone": len(seats) >= 1,
        "not above the size": 1 + len(seats) <= problem.forming.size,
        "since the day asked for": formed.formed_on == problem.forming.formed_on.isoformat(),
        "one secretary at most": len(writing) <= 1,
        "the secretary is suited": all(pool[key].writes for key in writing),
        "areas known to who is in charge": all(
            set(seat.areas) <= pool[seat.person].areas & set(problem.areas) for seat in seats
        ),
        "each area in one hand": len(set(in_charge)) == len(in_charge),
    }
    return [f"{formed.name}: broken: {rule}" for rule, kept in rules.items() if not kept]


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

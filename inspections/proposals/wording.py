"""The proposal in the end: stops in their order with the ways, and the load of people."""

from collections import defaultdict
from itertools import groupby, permutations

from reform_portal.common.dates import vn_date

from .answer import Answer, Line, Load
from .crews import formed_of, not_as_many, seats_of, spare
from .problem import AFTERNOON, halves_of
from .unmet import unmet


def answer(problem, seats, crews, board):
    """What the board holds, as an Answer; new delegations that go nowhere are not proposed."""
    out = {team for team, _day, _session in board.where.values()}
    needed = [crew for crew in crews if crew.key in out]
    found = Answer(
        lines=_lines({stop.key: stop for stop in problem.stops}, board),
        formed=formed_of(needed, problem),
        seats=[*seats, *seats_of(needed, problem)],
        spare=spare(needed, problem),
        loads=_loads(problem, board),
        unplaced=[
            [stop.key, _why_not(stop, problem, board)]
            for stop in problem.stops
            if stop.key not in board.where
        ],
    )
    _reckon_ways(found, problem, board)
    found.unmet = [*not_as_many(crews, needed, problem), *unmet(found, problem, board)]
    return found


def _reckon_ways(found, problem, board):
    stops = {stop.key: stop for stop in problem.stops}
    found.least_km = _rounded(board.distances.least([stops[key] for key in sorted(board.where)]))
    if found.least_km is not None:
        there = sum(line.km or 0 for line in found.lines)
        found.km = round(there + _ways_back(found, stops, board))


def _why_not(stop, problem, board):
    words = {"unit": stop.name, "first": vn_date(problem.first), "last": vn_date(problem.last)}
    words["day"] = vn_date(stop.pinned_day) if stop.pinned_day else ""
    return [board.possible.why_not(stop), words]


def _lines(stops, board):
    """Day by day and delegation by delegation, with the way from the stop before."""
    by_day = defaultdict(list)
    for key, (team, day, session) in board.where.items():
        by_day[day, team].append((stops[key], session))
    found = []
    for (day, team), there in sorted(by_day.items(), key=lambda item: item[0]):
        order, before = _in_order(there, board.distances), None
        for number, (stop, session) in enumerate(order, 1):
            ways = board.distances
            km = ways.between(before, stop) if before else ways.out(stop)
            in_half = _in_half(order, number)
            when = (day.isoformat(), session, number, in_half)
            found.append(Line(stop.key, team, *when, round(km, 1)))
            before = stop
    return found


def _in_half(order, number):
    """The how manyth of several stops in a half-day; None for the only one."""
    session = order[number - 1][1]
    same = [at for at, (_stop, half) in enumerate(order, 1) if half == session]
    return same.index(number) + 1 if len(same) > 1 else None


def _in_order(there, ways):
    """The stops of each half in the order that makes the whole way shortest."""
    early = [one for one in there if one[1] != AFTERNOON]
    late = [one for one in there if one[1] == AFTERNOON]
    orders = [
        [*first, *then]
        for first in permutations(sorted(early, key=_key))
        for then in permutations(sorted(late, key=_key))
    ]
    return min(orders, key=lambda order: round(ways.round([stop for stop, _half in order]), 6))


def _key(pair):
    return pair[0].key


def _ways_back(found, stops, board):
    rounds = groupby(found.lines, key=lambda line: (line.day, line.team))
    return sum(board.distances.out(stops[list(lines)[-1].stop]) for _key, lines in rounds)


def _rounded(km):
    return None if km is None else round(km)


def _loads(problem, board):
    out = defaultdict(set)
    for team, day, session in board.where.values():
        for person in board.possible.teams[team].members:
            out[person].update((day, half) for half in halves_of(session))
    going = {team for team, _day, _session in board.where.values()}
    teams = [team for team in problem.teams if not team.is_new or team.key in going]
    members = sorted({key for team in teams for key in team.members})
    return [
        Load(key, problem.people[key].load, problem.people[key].load + len(out[key]))
        for key in members
    ]

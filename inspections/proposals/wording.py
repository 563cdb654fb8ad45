"""The proposal in the end: stops in their order, the load of people, and each wish not met."""

from collections import Counter, defaultdict
from itertools import groupby, permutations

from django.utils.translation import gettext_noop

from reform_portal.common.dates import vn_date

from .answer import Answer, Line, Load
from .problem import AFTERNOON, HALVES, halves_of

LONG_LEG_KM = 25
UNEVEN_HALVES = 2
MOST_SENTENCES = 10

OFF_MONTH = gettext_noop(
    "%(unit)s was wished in month %(month)s and is proposed on %(day)s: in that month no "
    "half-day of a delegation that may go there was left."
)
LONG_LEG = gettext_noop(
    "On %(day)s “%(team)s” travels %(km)s km from %(one)s to %(other)s: no nearer unit was left "
    "for that day."
)
ALONE = gettext_noop(
    "On %(day)s “%(team)s” goes out for %(unit)s alone: no other unit could be seen on that day "
    "within the distance allowed."
)
UNEVEN = gettext_noop(
    "The load is uneven: %(most)s is out on %(high)s half-days of the year, %(least)s on "
    "%(low)s. Members of a delegation go together, and what they did before counts."
)
NOT_COVERED = gettext_noop(
    "Nobody in “%(team)s” is in charge of: %(areas)s. Whoever was in charge of it before cannot "
    "join, or the delegation is full."
)
TOO_FEW = gettext_noop(
    "“%(team)s” has %(count)s members instead of %(wished)s: nobody else could be proposed."
)
FULL_WEEK = gettext_noop(
    "In the week of %(day)s %(count)s units are inspected, in an average week %(mean)s: fixed "
    "days and months left no other place."
)


def answer(asked, problem, seats, board):
    """What the board holds, as an Answer."""
    found = Answer(seats=seats)
    stops = {stop.key: stop for stop in problem.stops}
    found.lines = _lines(stops, board)
    placed = [stop for stop in problem.stops if stop.key in board.where]
    found.least_km = _rounded(board.distances.least(placed))
    if found.least_km is not None:
        found.km = round(
            sum(line.km or 0 for line in found.lines) + _ways_back(found, stops, board)
        )
    found.loads = _loads(problem, board)
    found.unplaced = [
        [stop.key, _why_not(stop, problem, board)]
        for stop in problem.stops
        if stop.key not in board.where
    ]
    found.unmet = _unmet(found, asked, problem, stops, board)
    return found


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
    members = sorted({key for team in problem.teams for key in team.members})
    return [
        Load(key, problem.people[key].load, problem.people[key].load + len(out[key]))
        for key in members
    ]


def _unmet(found, asked, problem, stops, board):
    weights = problem.weights
    return [
        *(_months(stops, board) if weights.month else ()),
        *(_ways(found, problem, stops) if weights.travel else ()),
        *(_uneven(found, problem) if weights.load else ()),
        *(_full_weeks(problem, board) if weights.spread else ()),
        *(_members(problem) if asked.team_size else ()),
    ]


def _months(stops, board):
    for key, (_team, day, _session) in sorted(board.where.items()):
        stop = stops[key]
        if stop.month and stop.month != day.month and not stop.pinned_day:
            yield [OFF_MONTH, {"unit": stop.name, "month": stop.month, "day": vn_date(day)}]


def _ways(found, problem, stops):
    """The longest ways between stops of a day, and the days that are spent on one unit."""
    teams = {team.key: team.name for team in problem.teams}
    legs, alone = [], []
    for (day, team), lines in groupby(found.lines, key=lambda line: (line.day, line.team)):
        there = list(lines)
        words = {"day": _day(day), "team": teams[team]}
        if len(there) == 1 and problem.a_half:
            alone.append([ALONE, words | {"unit": stops[there[0].stop].name}])
        for one, other in zip(there, there[1:], strict=False):
            if other.km > LONG_LEG_KM and stops[one.stop].place and stops[other.stop].place:
                ends = {"one": stops[one.stop].name, "other": stops[other.stop].name}
                legs.append([LONG_LEG, words | ends | {"km": round(other.km)}])
    legs.sort(key=lambda sentence: -sentence[1]["km"])
    return [*legs[:MOST_SENTENCES], *alone[:MOST_SENTENCES]]


def _day(iso):
    return "/".join(reversed(iso.split("-")))


def _uneven(found, problem):
    if len(found.loads) < len(HALVES):
        return
    most = max(found.loads, key=lambda load: (load.after, -load.person))
    least = min(found.loads, key=lambda load: (load.after, load.person))
    if most.after - least.after > UNEVEN_HALVES:
        names = problem.people
        yield [
            UNEVEN,
            {
                "most": names[most.person].name,
                "high": most.after,
                "least": names[least.person].name,
                "low": least.after,
            },
        ]


def _full_weeks(problem, board):
    """Weeks with more than one and a half times their share."""
    first_of, weeks = {}, Counter()
    for day in problem.days:
        first_of.setdefault(day.isocalendar()[:2], day)
    for _team, day, _session in board.where.values():
        weeks[day.isocalendar()[:2]] += 1
    mean = len(board.where) / max(1, len(first_of))
    crowded = [week for week, count in weeks.items() if count > 1.5 * mean + 1]
    for week in sorted(crowded)[:MOST_SENTENCES]:
        words = {"day": vn_date(first_of[week]), "count": weeks[week], "mean": round(mean, 1)}
        yield [FULL_WEEK, words]


def _members(problem):
    for team in problem.teams:
        if left := sorted(set(problem.areas) - team.areas):
            areas = "; ".join(problem.areas[code] for code in left)
            yield [NOT_COVERED, {"team": team.name, "areas": areas}]
        if len(team.members) < problem.team_size:
            words = {"count": len(team.members), "wished": problem.team_size}
            yield [TOO_FEW, words | {"team": team.name}]

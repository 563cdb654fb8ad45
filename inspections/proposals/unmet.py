"""The wishes a proposal could not meet, each as a sentence with its reason."""

from collections import Counter
from itertools import groupby

from django.utils.translation import gettext_noop

from reform_portal.common.dates import vn_date

from . import crews
from .problem import HALVES

LONG_LEG_KM = 25
UNEVEN_HALVES = 2
MOST_SENTENCES = 10

OFF_MONTH = gettext_noop(
    "%(unit)s was wished in month %(month)s and is proposed on %(day)s: in that month no "
    "half-day of a delegation that may go there was left."
)
LONG_LEG = gettext_noop(
    "On %(day)s “%(team)s” travels %(km)s km from %(one)s to %(other)s: the units nearer by are "
    "seen on other days."
)
ALONE = gettext_noop(
    "On %(day)s “%(team)s” goes out for %(unit)s alone: no other unit lies within the distance "
    "that may be travelled between the stops of a day."
)
LEFT_ALONE = gettext_noop(
    "On %(day)s “%(team)s” goes out for %(unit)s alone: the units near it are wished in another "
    "month, or are seen together with others on other days."
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
NO_HOLIDAYS = gettext_noop(
    "The public holidays of %(year)s are not on record, so that days off may be proposed. Have "
    "the administrator enter them, and ask again."
)
FULL_WEEK = gettext_noop(
    "In the week of %(day)s %(count)s units are inspected, in an average week %(mean)s: fixed "
    "days, the months wished and short ways weighed more."
)


def unmet(found, problem, board):
    """Every wish that could not be met, as [English text, values]."""
    weights, stops = problem.weights, {stop.key: stop for stop in problem.stops}
    return [
        *(() if problem.knows_holidays else [[NO_HOLIDAYS, {"year": str(problem.year)}]]),
        *(_months(stops, board) if weights.month else ()),
        *(_ways(found, problem, stops, board.distances) if weights.travel else ()),
        *(_uneven(found, problem) if weights.load else ()),
        *(_full_weeks(problem, board) if weights.spread else ()),
        *(_members(problem) if problem.team_size else ()),
    ]


def _months(stops, board):
    for key, (_team, day, _session) in sorted(board.where.items()):
        stop = stops[key]
        if stop.month and stop.month != day.month and not stop.pinned_day:
            yield [OFF_MONTH, {"unit": stop.name, "month": stop.month, "day": vn_date(day)}]


def _ways(found, problem, stops, distances):
    """The longest ways between stops of a day, and the days that are spent on one unit."""
    teams = {team.key: team.name for team in problem.teams}
    legs, alone = [], []
    for (day, team), lines in groupby(found.lines, key=lambda line: (line.day, line.team)):
        there = list(lines)
        words = {"day": _day(day), "team": teams[team]}
        if len(there) == 1 and problem.a_half:
            stop = stops[there[0].stop]
            near = any(
                other is not stop and not distances.too_far(stop, other) for other in stops.values()
            )
            alone.append([LEFT_ALONE if near else ALONE, words | {"unit": stop.name}])
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
    """Weeks with more than one and a half times their share, and a day out besides."""
    first_of, weeks = {}, Counter()
    for day in problem.days:
        first_of.setdefault(day.isocalendar()[:2], day)
    for _team, day, _session in board.where.values():
        weeks[day.isocalendar()[:2]] += 1
    mean = len(board.where) / max(1, len(first_of))
    crowded = [week for week, count in weeks.items() if count > 1.5 * mean + problem.a_day]
    for week in sorted(crowded)[:MOST_SENTENCES]:
        words = {"day": vn_date(first_of[week]), "count": weeks[week], "mean": round(mean, 1)}
        yield [FULL_WEEK, words]


def _members(problem):
    for team in problem.teams:
        if team.is_new:
            continue  # what it lacks is told with it
        if left := sorted(set(problem.areas) - team.areas):
            areas = "; ".join(problem.areas[code] for code in left)
            yield [NOT_COVERED, {"team": team.name, "areas": areas}]
        if len(team.members) < problem.team_size:
            words = {"count": len(team.members), "wished": problem.team_size}
            yield [TOO_FEW, words | {"team": team.name}]


# What each sentence is about, for pages that put those of one wish together.
WISHES = {
    OFF_MONTH: gettext_noop("Months named in the plan"),
    LONG_LEG: gettext_noop("Long ways between the stops of a day"),
    ALONE: gettext_noop("Days for one unit alone"),
    LEFT_ALONE: gettext_noop("Days for one unit alone"),
    UNEVEN: gettext_noop("Even load"),
    NO_HOLIDAYS: gettext_noop("Public holidays"),
    FULL_WEEK: gettext_noop("Crowded weeks"),
    NOT_COVERED: gettext_noop("Areas nobody is in charge of"),
    TOO_FEW: gettext_noop("Members wished in each delegation"),
    **dict.fromkeys(crews.UNCOVERED, "Areas nobody is in charge of"),
    crews.TOO_FEW: "Members wished in each delegation",
}
OTHER = gettext_noop("New delegations")

"""When each round takes place and who goes: a choice of delegations and days for a stretch of time."""

from collections import defaultdict
from math import ceil

from .searching import Choices

EFFORT, EFFORT_A_ROUND = 0.15, 0.01
LEFT_OUT = 10_000
UNEVEN = 20
# Half-days by which the load of delegations may differ without a price.
SLACK = 2


def assign(tours, days, board):
    """Place the tours on these days; those that found none are returned."""
    options = {tour: _options(tour, days, board) for tour in tours}
    choices = Choices()
    left = {tour: choices.choice(LEFT_OUT * len(tour)) for tour in tours}
    picks = {(tour, slot): choices.choice() for tour in tours for slot in options[tour]}
    for tour in tours:
        choices.exactly_one([left[tour], *(picks[tour, slot] for slot in options[tour])])
    _nobody_twice(choices, picks, board)
    _even_load(choices, picks, board)
    _even_weeks(choices, picks, tours, days, board)
    for tour, slot in _one_by_one(tours, options, board):
        choices.hint(picks[tour, slot], True)
    chosen = choices.solve(EFFORT + EFFORT_A_ROUND * len(tours))
    for (tour, slot), pick in picks.items():
        if chosen and chosen(pick):
            team, day = slot
            for stop, session in options[tour][slot]:
                board.place(stop, team, day, session)
    return [tour for tour in tours if tour[0].key not in board.where]


def _options(tour, days, board):
    """{(team, day): the stops with their sessions} where the whole round fits."""
    found = {}
    for team in board.possible.teams:
        if not all(board.possible.team_fits(stop, team) for stop in tour):
            continue
        for day in days:
            if board.on_day(team, day):
                continue
            if sittings := board.sittings(tour, team, day):
                found[team, day] = sittings
    return found


def _one_by_one(tours, options, board):
    """A place for each tour without a search, for the search to begin with."""
    taken, out = set(), defaultdict(int)
    for tour in sorted(tours, key=lambda one: (len(options[one]), one[0].key)):
        free = [slot for slot in options[tour] if slot not in taken]
        if free:
            team, day = min(free, key=lambda slot: (out[slot[0]] + out[_week(slot[1])], slot))
            taken.update((one, day) for one in [team, *board.sharing[team]])
            out[team] += 1
            out[_week(day)] += 1
            yield tour, (team, day)


def _nobody_twice(choices, picks, board):
    """One round a day for a delegation, and for all that share a member."""
    on = defaultdict(list)
    for (_tour, (team, day)), pick in picks.items():
        on[team, day].append(pick)
    for (team, day), these in on.items():
        choices.at_most_one(these)
        for other in board.sharing[team]:
            if other > team and (other, day) in on:
                choices.at_most_one([*these, *on[other, day]])


def _even_load(choices, picks, board):
    weight = board.problem.weights.load
    if not weight or len(board.possible.teams) == 1:
        return
    people = board.problem.people
    most, least = choices.amount(10_000), choices.amount(10_000)
    apart = choices.amount(10_000, UNEVEN * weight)
    choices.rule(apart >= most - least - SLACK)
    load = {}
    for key, team in board.possible.teams.items():
        before = [people[member].load for member in team.members]
        load[key] = round(sum(before) / max(1, len(before))) + board.load(key)
    out = defaultdict(list)
    for (tour, (team, _day)), pick in picks.items():
        out[team].append(_halves(tour, board) * pick)
    for team in out:
        choices.rule(most >= load[team] + sum(out[team]))
        choices.rule(least <= load[team] + sum(out[team]))


def _halves(tour, board):
    return 2 if not board.problem.a_half or len(tour) > board.problem.a_half else 1


def _even_weeks(choices, picks, tours, days, board):
    """No week takes more than its share of the units."""
    weight = board.problem.weights.spread
    if not weight or not days:
        return
    there, weeks = defaultdict(int), defaultdict(int)
    for day in days:
        weeks[_week(day)] += 1
    for _team, day, _session in board.where.values():
        there[_week(day)] += 1
    total = sum(map(len, tours)) + sum(there[week] for week in weeks)
    chosen = defaultdict(list)
    for (tour, (_team, day)), pick in picks.items():
        chosen[_week(day)].append(len(tour) * pick)
    for week, terms in chosen.items():
        share = ceil(total * weeks[week] / len(days)) + board.problem.a_day - 1
        above = choices.amount(total, UNEVEN * weight)
        choices.rule(above >= there[week] + sum(terms) - share)


def _week(day):
    return day.isocalendar()[:2]

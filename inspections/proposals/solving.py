"""Making a proposal: who goes together, what is seen on one day, when and by whom; then the rest.

The parts are searched one after the other, because together they are too many choices: people;
rounds for a day; the days of each month. Whatever finds no place in that way takes single
half-days, and others make room for it. The board lets nothing past a hard rule.
"""

from collections import defaultdict

from . import days, forming, seats, tours
from .board import Board
from .distances import Distances
from .room import make_room
from .wording import answer


def propose(problem, tell=lambda percent: None):
    """The proposal for a problem; `tell` hears how far it is, in percent."""
    problem, crews = forming.form(problem)
    problem, joining = seats.fill(problem)
    board = Board(problem, Distances(problem))
    tell(10)
    stretches = _stretches(problem, board)
    for at, (stops, allowed) in enumerate(stretches):
        _settle(stops, allowed, board)
        tell(10 + 50 * (at + 1) // len(stretches))
    _settle_free(problem, board)
    tell(80)
    for stop in problem.stops:
        if stop.key not in board.where:
            make_room(stop, board)
    tell(95)
    return answer(problem, joining, crews, board)


def _stretches(problem, board):
    """[(stops, days)]: those of a fixed day, day by day, then those wished in a month."""
    fixed, wished = defaultdict(list), defaultdict(list)
    for stop in problem.stops:
        if stop.pinned_day:
            fixed[stop.pinned_day].append(stop)
        elif stop.month and problem.weights.month:
            wished[stop.month].append(stop)
    days_of = defaultdict(list)
    for day in problem.days:
        days_of[day.month].append(day)
    of_days = [(fixed[day], [day] if day in problem.days else []) for day in sorted(fixed)]
    return of_days + [(wished[month], days_of[month]) for month in sorted(wished)]


def _settle(stops, allowed, board):
    """Whole rounds first; what did not fit, unit by unit."""
    stops = [stop for stop in stops if any(True for _slot in board.slots_for(stop, set(allowed)))]
    if not stops:
        return
    for tour in days.assign(tours.rounds(stops, board), allowed, board):
        for stop in tour:
            make_room(stop, board, set(allowed))


def _settle_free(problem, board):
    """Units without a month: their rounds are dealt out to the months with most room."""
    left = [stop for stop in problem.stops if stop.key not in board.where and not stop.pinned_day]
    left = [stop for stop in left if any(True for _slot in board.slots_for(stop))]
    if not left:
        return
    months = defaultdict(list)
    for day in problem.days:
        months[day.month].append(day)
    dealt = _deal(tours.rounds(left, board), months, board)
    for month in sorted(months):
        days.assign(dealt[month], months[month], board)


def _deal(rounds, months, board):
    """{month: rounds}: those with the fewest days first, each where the fewest units lie so far."""
    possible = board.possible
    common = {
        tour: frozenset.intersection(*(frozenset(possible.days(stop)) for stop in tour))
        for tour in rounds
    }
    there = defaultdict(int)
    for _team, day, _session in board.where.values():
        there[day.month] += 1
    dealt = defaultdict(list)
    for tour in sorted(rounds, key=lambda one: (len(common[one]), one[0].key)):
        fitting = [month for month in months if common[tour].intersection(months[month])]
        if fitting:
            month = min(fitting, key=lambda one: (there[one] / len(months[one]), one))
            there[month] += len(tour)
            dealt[month].append(tour)
    return dealt

"""Which units are seen on one day: a choice among short rounds, so that each is in exactly one."""

from .searching import Choices

# A day out costs as much as so many kilometres: full days are better than many days.
DAY_KM = 20
NEIGHBOURS = {2: 14}
FEWER_NEIGHBOURS = 7
KEPT = 6
EFFORT = 0.5


def rounds(stops, board):
    """The stops in days, each a tuple in the order of the way."""
    stops = sorted(stops, key=lambda stop: stop.key)
    offered = _Rounds(stops, board).offered()
    choices = Choices()
    picks = {tour: choices.choice(price) for tour, price in offered.items()}
    for stop in stops:
        choices.exactly_one([pick for tour, pick in picks.items() if stop in tour])
    for tour in _greedily(offered):
        choices.hint(picks[tour], True)
    chosen = choices.solve(EFFORT)
    if chosen is None:
        return list(_greedily(offered))
    return [tour for tour, pick in picks.items() if chosen(pick)]


def _greedily(offered):
    """Good rounds without a search: the cheapest a stop first."""
    seen, found = set(), []
    for tour in sorted(
        offered, key=lambda tour: (offered[tour] / len(tour), [stop.key for stop in tour])
    ):
        if not seen.intersection(tour):
            seen.update(tour)
            found.append(tour)
    return found


class _Rounds:
    """Rounds worth a thought: each stop with some of its neighbours."""

    def __init__(self, stops, board):
        self.stops, self.ways, self.most = stops, board.distances, board.problem.a_day
        self.travel = max(0, board.problem.weights.travel)
        possible = board.possible
        self.days = {stop.key: frozenset(possible.days(stop)) for stop in stops}
        self.teams = {stop.key: frozenset(possible.teams_for(stop)) for stop in stops}

    def offered(self):
        """{round: price}, every stop alone among them."""
        found = {}
        for stop in self.stops:
            self._add(found, (stop,))
            near, grown = self._near(stop), [(stop,)]
            for _size in range(1, self.most):
                wider = {}
                for tour in grown:
                    for other in near:
                        if longer := self._with(tour, other):
                            wider.setdefault(frozenset(one.key for one in longer), longer)
                grown = sorted(wider.values(), key=self._price)
                if self.most > 2:
                    grown = grown[:KEPT]
                for tour in grown:
                    self._add(found, tour)
        return {tour: price for tour, price in found.values()}

    def _add(self, found, tour):
        key, price = frozenset(stop.key for stop in tour), self._price(tour)
        if key not in found or price < found[key][1]:
            found[key] = (tour, price)

    def _price(self, tour):
        return round(100 * (DAY_KM + self.travel * self.ways.round(tour)))

    def _near(self, stop):
        others = [one for one in self.stops if one is not stop]
        others.sort(key=lambda one: (self.ways.between(stop, one), one.key))
        return others[: NEIGHBOURS.get(self.most, FEWER_NEIGHBOURS)]

    def _with(self, tour, stop):
        """The round with the stop put in where the way grows least; None where it cannot be."""
        if stop in tour or any(self.ways.too_far(stop, other) for other in tour):
            return None
        shared = (*tour, stop)
        if not self._shared(self.days, shared) or not self._shared(self.teams, shared):
            return None
        ways = ((*tour[:at], stop, *tour[at:]) for at in range(len(tour) + 1))
        return min(ways, key=self.ways.round)

    def _shared(self, known, stops):
        return frozenset.intersection(*(known[stop.key] for stop in stops))

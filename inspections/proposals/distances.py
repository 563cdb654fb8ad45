"""Ways in kilometres as the crow flies: between two stops, over a day, and the least of a plan."""

from itertools import permutations

from inspections.globe import apart

# Where a seat is unknown: units of one district are neighbours, others are not (our guess).
NEAR_KM, FAR_KM = 5.0, 30.0


class Distances:
    """The ways between the stops of one problem, each reckoned once."""

    def __init__(self, problem):
        self.problem = problem
        self.known = {}

    def between(self, one, other):
        key = (one.key, other.key) if one.key < other.key else (other.key, one.key)
        if key not in self.known:
            self.known[key] = self._between(one, other)
        return self.known[key]

    def _between(self, one, other):
        if one.place and other.place:
            return apart(one.place, other.place)
        return NEAR_KM if one.near is not None and one.near == other.near else FAR_KM

    def out(self, stop):
        """From where the delegations set out; nothing where one of both is unknown."""
        base = self.problem.base
        return apart(base, stop.place) if base and stop.place else 0.0

    def too_far(self, one, other):
        """Known to be farther than people should travel between the stops of a day."""
        limit = self.problem.limit_km
        return bool(
            limit is not None and one.place and other.place and self.between(one, other) > limit
        )

    def round(self, stops):
        """Out, from stop to stop, and back."""
        if not stops:
            return 0.0
        legs = sum(self.between(one, other) for one, other in zip(stops, stops[1:], strict=False))
        return self.out(stops[0]) + legs + self.out(stops[-1])

    def shortest(self, stops):
        """The stops of a day in the order that makes the way shortest."""
        orders = permutations(sorted(stops, key=lambda stop: stop.key))
        return min(orders, key=lambda order: round(self.round(order), 6))

    def least(self, stops):
        """No plan for these stops travels less: it visits each, at most `a_day` in a round.

        A round to a stop is at least twice the way there, shared by all stops of the round; and
        all rounds together connect all stops (the smallest tree that does).
        """
        placed = [stop for stop in stops if stop.place]
        if not placed or not self.problem.base:
            return None
        shared = 2 * sum(self.out(stop) for stop in placed) / self.problem.a_day
        return max(shared, self._tree(placed))

    def _tree(self, stops):
        reach = {stop.key: self.out(stop) for stop in stops}
        left, total = {stop.key: stop for stop in stops}, 0.0
        while left:
            nearest = min(left, key=lambda key: (reach[key], key))
            total += reach[nearest]
            taken = left.pop(nearest)
            for key, stop in left.items():
                reach[key] = min(reach[key], self.between(taken, stop))
        return total

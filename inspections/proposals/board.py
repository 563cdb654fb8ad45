"""What is placed so far: who is out with whom in which half-day. Nothing comes here past a rule."""

from collections import defaultdict

from .possible import Possible
from .problem import AFTERNOON, HALVES, MORNING, WHOLE_DAY, halves_of


class Board:
    """Half-days of delegations and the stops in them."""

    def __init__(self, problem, distances):
        self.problem, self.distances = problem, distances
        self.possible = Possible(problem)
        self.taken = defaultdict(list)  # (team, day, half): stops
        self.where = {}  # stop: (team, day, session)
        members = {team.key: set(team.members) for team in problem.teams}
        self.sharing = {
            one: [other for other in members if other != one and members[one] & members[other]]
            for one in members
        }
        self.sessions = HALVES if problem.a_half else (WHOLE_DAY,)

    def fits(self, stop, team, day, session):
        """True where the stop may be added there as things stand."""
        halves = halves_of(session)
        return all(self._half_fits(stop, team, day, half) for half in halves) and not any(
            self.distances.too_far(stop, other)
            for together in (team, *self.sharing[team])
            for other in self.on_day(together, day)
        )

    def _half_fits(self, stop, team, day, half):
        return (
            len(self.taken[team, day, half]) < max(1, self.problem.a_half)
            and self.possible.fits(stop, team, day, half)
            and not any(self.taken.get((other, day, half)) for other in self.sharing[team])
        )

    def on_day(self, team, day):
        found = {}
        for half in HALVES:
            found |= {stop.key: stop for stop in self.taken.get((team, day, half), ())}
        return list(found.values())

    def place(self, stop, team, day, session):
        for half in halves_of(session):
            self.taken[team, day, half].append(stop)
        self.where[stop.key] = (team, day, session)

    def take_off(self, stop):
        team, day, session = self.where.pop(stop.key)
        for half in halves_of(session):
            self.taken[team, day, half].remove(stop)
        return team, day, session

    def slots_for(self, stop, days=None):
        """(team, day, session) that the rules allow, whoever sits there now."""
        for day in self.possible.days(stop):
            if days is not None and day not in days:
                continue
            for team in self.possible.teams_for(stop):
                for session in self.sessions:
                    if all(
                        self.possible.fits(stop, team, day, half) for half in halves_of(session)
                    ):
                        yield team, day, session

    def sittings(self, tour, team, day):
        """The stops of a tour with their sessions on that day, as given or the other way round."""
        for order in (tour, tour[::-1]):
            for sessions in self._sessions(len(order)):
                pairs = list(zip(order, sessions, strict=True))
                if self._all_fit(pairs, team, day):
                    return pairs
        return None

    def _sessions(self, count):
        """In the morning as many as fit, the rest in the afternoon; or all in the afternoon."""
        if not self.problem.a_half:
            return [[WHOLE_DAY]]
        early = [MORNING] * min(count, self.problem.a_half)
        ways = [early + [AFTERNOON] * (count - len(early))]
        if count <= self.problem.a_half:
            ways.append([AFTERNOON] * count)
        return ways

    def _all_fit(self, pairs, team, day):
        return all(self.fits(stop, team, day, session) for stop, session in pairs)

    def load(self, team):
        """How many half-days the delegation is out."""
        return sum(1 for (key, _day, _half), stops in self.taken.items() if key == team and stops)

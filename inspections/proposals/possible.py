"""The hard rules: when and by whom a unit may be inspected, and the sentence why not at all.

Nobody is in two places in a half-day and a unit receives one delegation in it (`board` counts
what the proposal itself takes); units are in force; working days only, inside the plan's year
and the days asked for, after the notice is due; nobody inspects the own or the last unit.
"""

from django.utils.translation import gettext_noop

from .problem import HALVES

NO_DAYS = gettext_noop(
    "%(unit)s: there is no working day between %(first)s and %(last)s on which the notice can be "
    "out in time. Choose later days."
)
NOT_IN_FORCE = gettext_noop(
    "%(unit)s does not exist on any of the days asked for. Choose other days, or the unit that "
    "took its place."
)
PIN_OUTSIDE = gettext_noop(
    "%(unit)s is fixed on %(day)s, which is no working day among the days asked for. Fix another "
    "day, or ask for more days."
)
VISITED = gettext_noop(
    "%(unit)s is visited on or near every day asked for, by our own or another body. Choose "
    "other days."
)
NO_TEAM = gettext_noop(
    "%(unit)s: in every delegation that may go there somebody belongs, or belonged not long ago, "
    "to this unit. Replace that member, or choose another delegation."
)
NOBODY = gettext_noop(
    "%(unit)s: there is no delegation to go there. Choose one of the plan, or tick more people for "
    "new ones, some of whom may lead."
)
NOT_FORMED = gettext_noop(
    "%(unit)s: no delegation that may go there is formed before the days asked for end. Choose "
    "later days."
)
NO_HALF_DAY = gettext_noop(
    "%(unit)s: whenever it could be inspected, a member of the delegation sits elsewhere. Choose "
    "more days or another delegation."
)
FULL = gettext_noop(
    "%(unit)s: all half-days on which it could be inspected are taken by other units. Choose "
    "more days, more units in a half-day, or another delegation."
)


class Possible:
    """What the hard rules allow for each stop of one problem, before anything is placed."""

    def __init__(self, problem):
        self.problem, self.days_of = problem, {}
        self.busy = {
            team.key: frozenset().union(*(self._person(key).busy for key in team.members))
            for team in problem.teams
        }
        self.barred = {
            team.key: frozenset().union(*(self._person(key).barred for key in team.members))
            for team in problem.teams
        }
        self.teams = {team.key: team for team in problem.teams}

    def _person(self, key):
        return self.problem.people[key]

    def days(self, stop):
        """The days on which the unit stands, is not visited otherwise, and none but a pinned one."""
        if stop.key not in self.days_of:
            self.days_of[stop.key] = [day for day in self.problem.days if self.day_fits(stop, day)]
        return self.days_of[stop.key]

    def day_fits(self, stop, day):
        if stop.pinned_day and day != stop.pinned_day:
            return False
        near = any(first <= day <= last for first, last in stop.visited)
        stands = stop.opens <= day < stop.closes
        return stands and stop.earliest <= day and not near

    def team_fits(self, stop, team):
        return stop.key not in self.barred[team] and stop.pinned_team in (None, team)

    def fits(self, stop, team, day, half):
        """True where no rule forbids it; `day` is one of the problem's days."""
        return (
            self.team_fits(stop, team)
            and self.teams[team].formed_on <= day
            and self.day_fits(stop, day)
            and (day, half) not in self.busy[team]
            and (day, half) not in stop.busy
        )

    def teams_for(self, stop):
        return [key for key in self.teams if self.team_fits(stop, key)]

    def why_not(self, stop):
        """The first rule that leaves nothing of the days and delegations asked for."""
        problem = self.problem
        if not any(day >= stop.earliest for day in problem.days):
            return NO_DAYS
        if not any(stop.opens <= day < stop.closes for day in problem.days):
            return NOT_IN_FORCE
        if stop.pinned_day and stop.pinned_day not in problem.days:
            return PIN_OUTSIDE
        days, teams = self.days(stop), self.teams_for(stop)
        if not days:
            return VISITED
        if not self.teams:
            return NOBODY
        if not teams:
            return NO_TEAM
        if not any(self.teams[team].formed_on <= day for team in teams for day in days):
            return NOT_FORMED
        return self._in_half_days(stop, teams, days)

    def _in_half_days(self, stop, teams, days):
        slots = ((team, day, half) for team in teams for day in days for half in HALVES)
        return FULL if any(self.fits(stop, *slot) for slot in slots) else NO_HALF_DAY

"""Who should join which delegation, so that each area of the plan is in somebody's charge."""

from dataclasses import replace

from .answer import Seat
from .crews import FILLS, KNOWS
from .searching import Choices

NOT_COVERED, SHORT, BARRED = 1000, 600, 50
EFFORT = 0.4


def fill(problem):
    """(The problem with the delegations filled up to the size wished, the seats proposed)."""
    if not problem.team_size or not problem.candidates:
        return problem, []
    choices, picks = Choices(), {}
    standing = [team for team in problem.teams if not team.is_new]
    seated = {key for team in problem.teams for key in team.members}
    for key in problem.candidates:
        if key in seated:
            continue
        person = problem.people[key]
        for team in standing:
            picks[key, team.key] = choices.choice(_price(person, problem))
        choices.at_most_one([picks[key, team.key] for team in standing])
    for team in standing:
        _wishes(choices, picks, team, problem)
    chosen = choices.solve(EFFORT)
    joining = [pair for pair, pick in picks.items() if chosen and chosen(pick)]
    return _joined(problem, joining)


def _price(person, problem):
    """Somebody who is out often, or may not go to many of the units, is asked last."""
    taken = sum(1 for day, _half in person.busy if problem.first <= day <= problem.last)
    barred = sum(1 for stop in problem.stops if stop.key in person.barred)
    return 1 + person.load * problem.weights.load + taken + BARRED * barred


def _wishes(choices, picks, team, problem):
    joining = {person: pick for (person, key), pick in picks.items() if key == team.key}
    wanted = max(0, problem.team_size - len(team.members))
    choices.rule(sum(joining.values()) <= wanted)
    if wanted:
        short = choices.amount(wanted, SHORT)
        choices.rule(short >= wanted - sum(joining.values()))
    for area in sorted(set(problem.areas) - team.areas):
        knowing = [pick for key, pick in joining.items() if area in problem.people[key].areas]
        choices.rule(choices.choice(NOT_COVERED) + sum(knowing) >= 1)


def _joined(problem, joining):
    seats, teams = [], []
    for team in problem.teams:
        people = sorted(person for person, key in joining if key == team.key)
        known = set(team.areas)
        for key in people:
            areas = (problem.people[key].areas & set(problem.areas)) - team.areas
            why = [KNOWS if areas else FILLS, {"load": problem.people[key].load}]
            seats.append(Seat(team.key, key, sorted(areas), why=[why]))
            known |= areas
        teams.append(replace(team, members=(*team.members, *people), areas=frozenset(known)))
    return replace(problem, teams=tuple(teams)), seats

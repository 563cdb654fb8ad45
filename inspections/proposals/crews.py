"""What is told of the new delegations: who is in charge of what, why each is in it, what is missing."""

from django.utils.translation import gettext_noop

from .answer import MEMBER, SECRETARY, Formed, Seat

MAY_LEAD = gettext_noop("May lead a delegation; out on %(load)s half-days of the year so far.")
IS_SECRETARY = gettext_noop("Suited as secretary.")
KNOWS = gettext_noop(
    "Knows areas that the delegation needs; out on %(load)s half-days of the year so far."
)
FILLS = gettext_noop(
    "So that the delegation has the number of people wished; out on %(load)s half-days of the "
    "year so far."
)
NO_SECRETARY = gettext_noop(
    "No secretary: nobody else who is ticked is suited. Mark one more person as secretary, or "
    "name one after the delegation is formed."
)
UNKNOWN_AREAS = gettext_noop(
    "Nobody is in charge of: %(areas)s. Nobody who is ticked knows it. Tick "
    "people who do, or enter their areas of skill."
)
FULL = gettext_noop(
    "Nobody is in charge of: %(areas)s. Somebody who knows it is ticked and not needed elsewhere, "
    "but the delegation is full. Wish larger delegations."
)
ELSEWHERE = gettext_noop(
    "Nobody is in charge of: %(areas)s. Those ticked who know it lead a delegation, or sit in "
    "another new one. Tick more people who know it."
)
BELONGS = gettext_noop(
    "Nobody is in charge of: %(areas)s. Those left who know it belong to units that are to be "
    "inspected, or are out too often already. Tick more people who know it."
)
# What answers kept from before say.
FULL_OR_UNKNOWN = gettext_noop(
    "Nobody is in charge of: %(areas)s. Of those ticked nobody who knows it was left, or the "
    "delegation is full. Tick more people, or wish larger delegations."
)
UNCOVERED = (UNKNOWN_AREAS, FULL, ELSEWHERE, BELONGS, FULL_OR_UNKNOWN)
TOO_FEW = gettext_noop(
    "%(count)s people instead of %(wished)s: too few are ticked, or those left belong to units "
    "that are to be inspected."
)
FEWER = gettext_noop(
    "%(formed)s of %(count)s new delegations could be formed: of those ticked nobody else may "
    "lead, or nobody is left to go along. Tick more people, or let more of them lead."
)
ABSENT = gettext_noop(
    "Left out, because no post in any agency is held on all days concerned: %(people)s."
)
NOT_NEEDED = gettext_noop(
    "%(left)s of %(count)s new delegations are not needed: the others can go to all units that "
    "can be inspected in the days asked for."
)


def seats_of(crews, problem):
    """The seats of the new delegations but their heads."""
    return [seat for crew in crews for seat in _seats(crew, problem)]


def _seats(crew, problem):
    in_charge = _in_charge(crew, problem)
    for one in crew.joining:
        areas = sorted(in_charge[one.person])
        is_secretary = one is crew.secretary
        words = {"load": problem.people[one.person].load}
        why = [[IS_SECRETARY, {}]] if is_secretary else []
        if areas or not is_secretary:
            why.append([KNOWS if areas else FILLS, words])
        yield Seat(crew.key, one.person, areas, SECRETARY if is_secretary else MEMBER, why)


def _in_charge(crew, problem):
    """{person: areas}: each area in one hand, the rarest dealt out first, to who has fewest."""
    dealt = {one.person: set() for one in crew.joining}
    knowing = {
        area: [one.person for one in crew.joining if area in one.areas] for area in problem.areas
    }
    secretary = crew.secretary.person if crew.secretary else None
    for area in sorted(knowing, key=lambda code: (len(knowing[code]), code)):
        if knowing[area]:
            hand = min(knowing[area], key=lambda key: (len(dealt[key]) + (key == secretary), key))
            dealt[hand].add(area)
    return dealt


def formed_of(crews, problem):
    """The new delegations, each with what it lacks."""
    teams = {team.key: team for team in problem.teams}
    return [
        Formed(
            key=crew.key,
            name=teams[crew.key].name,
            formed_on=problem.forming.formed_on.isoformat(),
            head=crew.head.person,
            why=[[MAY_LEAD, {"load": problem.people[crew.head.person].load}]],
            unmet=list(_lacking(crew, crews, teams[crew.key], problem)),
        )
        for crew in crews
    ]


def _lacking(crew, crews, team, problem):
    if not crew.secretary:
        yield [NO_SECRETARY, {}]
    taken = {one.person for other in crews for one in (other.head, *other.joining)}
    is_full = len(team.members) >= problem.forming.size
    reasons = {}
    for area in sorted(set(problem.areas) - team.areas):
        reason = _why_nobody(area, problem.forming.pool, taken, is_full=is_full)
        reasons.setdefault(reason, []).append(problem.areas[area])
    for reason, areas in reasons.items():
        yield [reason, {"areas": "; ".join(areas)}]
    if len(team.members) < problem.forming.size:
        yield [TOO_FEW, {"count": len(team.members), "wished": problem.forming.size}]


def _why_nobody(area, pool, taken, *, is_full):
    """Which it is: nobody knows the area, all who do are taken, or there is no seat left."""
    knowing = [one for one in pool if area in one.areas]
    if not knowing:
        return UNKNOWN_AREAS
    if all(one.person in taken for one in knowing):
        return ELSEWHERE
    return FULL if is_full else BELONGS


def not_as_many(crews, needed, problem):
    """Why there are fewer new delegations than were asked for, and who could not be asked."""
    count = problem.forming.count
    if problem.forming.absent:
        yield [ABSENT, {"people": ", ".join(problem.forming.absent)}]
    if len(crews) < count:
        yield [FEWER, {"formed": len(crews), "count": count}]
    if len(needed) < len(crews):
        yield [NOT_NEEDED, {"left": len(crews) - len(needed), "count": count}]


def spare(needed, problem):
    """Those of the pool who are in none of the delegations that are needed."""
    taken = {one.person for crew in needed for one in (crew.head, *crew.joining)}
    taken.update(key for team in problem.teams if not team.is_new for key in team.members)
    return sorted(one.person for one in problem.forming.pool if one.person not in taken)

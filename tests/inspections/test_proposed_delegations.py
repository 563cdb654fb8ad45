"""New delegations of a proposal: who is in them, what they lack, and what a broken model would do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from inspections.proposals import crews, days, forming, possible
from inspections.proposals.board import Board
from inspections.proposals.problem import Candidate, Forming, Person, Problem, Stop, Team
from inspections.proposals.solving import propose
from tests.inspections.proposal_checker import violations

MONDAY = date(2024, 6, 3)
AREAS = {"A1": "Thể chế", "A2": "Thủ tục hành chính", "A3": "Chuyển đổi số"}


def asked(*, count=2, size=4, leads=(1, 2), writes=(3, 4), formed_on=MONDAY, knows=None):
    """Two new delegations of four, out of ten people."""
    knows = knows or {key: {f"A{key % 3 + 1}"} for key in range(3, 11)}
    pool = tuple(
        Candidate(key, frozenset(knows.get(key, ())), leads=key in leads, writes=key in writes)
        for key in range(1, 11)
    )
    names = tuple(f"Đoàn số {number}" for number in range(1, count + 1))
    return Forming(count, size, formed_on, names, pool)


def a_month(**fields):
    """Twelve communes around a town in June 2024, and no delegation yet."""
    places = [(21.85 + n / 40, 106.7 + n / 30) for n in range(12)]
    values = {
        "year": 2024,
        "first": MONDAY,
        "last": date(2024, 6, 12),
        "stops": tuple(Stop(n, f"xã {n}", place=place) for n, place in enumerate(places)),
        "teams": (),
        "people": {n: Person(n, f"Người {n}") for n in range(1, 11)},
        "areas": AREAS,
        "base": (21.85, 106.7),
        "forming": asked(),
    }
    return Problem(**values | fields)


def people_of(found, key):
    return [seat.person for seat in found.seats if seat.team == key]


def with_person(problem, key, **fields):
    people = problem.people | {key: replace(problem.people[key], **fields)}
    return replace(problem, people=people)


def test_every_unit_goes_to_a_delegation_with_head_secretary_and_all_areas():
    found = propose(a_month())

    assert len(found.lines) == 12
    assert [(one.key, one.head, one.unmet) for one in found.formed] == [(-1, 1, []), (-2, 2, [])]
    for one in found.formed:
        seats = [seat for seat in found.seats if seat.team == one.key]
        assert sorted(area for seat in seats for area in seat.areas) == sorted(AREAS)
        assert [seat.role for seat in seats].count("secretary") == 1


def test_the_load_is_shared_between_new_and_standing_delegations():
    standing = Team(7, "Đoàn cũ", (11, 12))
    people = a_month().people | {n: Person(n, f"Người {n}") for n in (11, 12)}
    found = propose(a_month(teams=(standing,), people=people))

    out = [sum(line.team == key for line in found.lines) for key in (7, -1, -2)]
    assert min(out) >= 2


def test_who_is_out_least_is_asked_first():
    tired = with_person(with_person(a_month(), 9, load=30), 10, load=30)

    found = propose(tired)

    assert not {9, 10} & {seat.person for seat in found.seats}
    assert found.spare == [9, 10]


def test_a_unit_is_left_to_the_delegation_nobody_of_which_comes_from_it():
    home = a_month()
    for key in (1, 5, 6):
        home = with_person(home, key, barred=frozenset({0}))

    found = propose(home)

    assert violations(home, found) == []
    assert not found.unplaced


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"writes": ()}, crews.NO_SECRETARY),
        ({"knows": {key: {"A1"} for key in range(3, 11)}}, crews.UNKNOWN_AREAS),
        ({"size": 2, "knows": dict.fromkeys((1, *range(3, 11)), {"A1"})}, crews.UNKNOWN_AREAS),
        ({"size": 2}, crews.FULL),
        ({"knows": {3: {"A1", "A2", "A3"}}}, crews.ELSEWHERE),
        ({"size": 7}, crews.TOO_FEW),
    ],
)
def test_what_a_delegation_lacks_is_told_with_it(changes, sentence):
    found = propose(a_month(forming=asked(**changes)))

    assert sentence in {text for one in found.formed for text, _words in one.unmet}
    assert all(text % words for one in found.formed for text, words in one.unmet)


def test_with_seats_left_whoever_knows_an_area_is_asked():
    """Rare skills, and people who are out often: no area lies open while somebody could take it."""
    knows = {8: {"A1"}, 9: {"A2"}, 10: {"A3"}}
    busy = a_month(forming=asked(count=1, leads=(1,), size=6, knows=knows))
    for key in (8, 9, 10):
        busy = with_person(busy, key, load=40)

    found = propose(busy)

    assert found.formed[0].unmet == []
    assert {8, 9, 10} <= set(people_of(found, -1))


def test_without_a_second_head_there_is_one_delegation_and_the_reason():
    found = propose(a_month(forming=asked(leads=(1,))))

    assert [one.head for one in found.formed] == [1]
    assert [crews.FEWER, {"formed": 1, "count": 2}] in found.unmet


def test_a_delegation_without_anything_to_do_is_not_proposed():
    one_unit = a_month(stops=a_month().stops[:1])

    found = propose(one_unit)

    assert len(found.formed) == 1
    assert [crews.NOT_NEEDED, {"left": 1, "count": 2}] in found.unmet
    assert {seat.team for seat in found.seats} == {found.formed[0].key}


def test_without_anybody_to_lead_it_says_that_nobody_can_go():
    found = propose(a_month(forming=asked(leads=())))

    assert {why[0] for _stop, why in found.unplaced} == {possible.NOBODY}


def test_the_same_question_forms_the_same_delegations():
    assert propose(a_month()).as_json() == propose(a_month()).as_json()


def nothing(*_args):
    """A rule that is not there."""


def of_the_own_unit():
    """Everybody belongs to the unit, so that nobody may go there."""
    home = a_month()
    for key in home.people:
        home = with_person(home, key, barred=frozenset({0}))
    return home


def all_busy():
    """The people of the pool are busy on all days but the last two."""
    busy = frozenset(
        (MONDAY + timedelta(days=n), half) for n in range(8) for half in ("morning", "afternoon")
    )
    found = a_month()
    for key in found.people:
        found = with_person(found, key, busy=busy)
    return found


def sharing_a_head():
    """Two standing delegations with one member in both, and very few days."""
    people = a_month().people
    teams = (Team(7, "Đoàn 7", (1, 2)), Team(8, "Đoàn 8", (1, 3)))
    return a_month(teams=teams, people=people, forming=Forming(), last=date(2024, 6, 5))


FORMED_LATE = {"forming": asked(formed_on=date(2024, 6, 10))}

MUTANTS = {
    "anybody leads": (
        forming.Model, "only_who_is_suited", lambda: a_month(forming=asked(leads=(), writes=())),
    ),
    "people sit twice": (
        forming.Model, "nobody_sits_twice", lambda: a_month(forming=asked(leads=(1,))),
    ),
    "no limit to the size": (
        forming.Model,
        "not_alone_and_not_too_many",
        lambda: a_month(forming=asked(size=2, knows={3: {"A1"}, 4: {"A2"}, 5: {"A3"}})),
    ),
    "own units are inspected": (possible.Possible, "team_fits", of_the_own_unit),
    "the busy go out": (possible.Possible, "fits", all_busy),
    "before it is formed": (possible.Possible, "fits", lambda: a_month(**FORMED_LATE)),
    "members in two places": (days, "_nobody_twice", sharing_a_head),
    "too many in a half-day": (Board, "_half_fits", lambda: a_month(last=date(2024, 6, 4))),
}  # fmt: skip


@pytest.mark.parametrize("name", MUTANTS)
def test_the_checker_finds_a_model_that_lacks_a_rule(monkeypatch, name):
    where, rule, question = MUTANTS[name]
    problem = question()
    assert violations(problem, propose(problem)) == []

    monkeypatch.setattr(where, rule, nothing if where in (forming.Model, days) else always)

    assert violations(problem, propose(problem)) != []


def always(*_args):
    return True

"""Whatever is asked, a proposal breaks no hard rule, and what it leaves out it explains."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspections.proposals import possible, unmet
from inspections.proposals.problem import Candidate, Forming, Person, Problem, Stop, Team, Weights
from inspections.proposals.solving import propose
from tests.inspections.proposal_checker import violations

MONDAY = date(2024, 6, 3)
HALVES = ("morning", "afternoon")
DAYS = st.integers(0, 20).map(lambda n: MONDAY + timedelta(days=n))
SLOTS = st.frozensets(st.tuples(DAYS, st.sampled_from(HALVES)), max_size=8)


@st.composite
def problems(draw):
    """A few units, delegations that share people, and every kind of obstacle."""
    count, teams = draw(st.integers(1, 14)), draw(st.integers(0, 3))
    keys = st.integers(0, count - 1)
    people = {
        key: Person(
            key, f"Người {key}", busy=draw(SLOTS), load=draw(st.integers(0, 9)),
            areas=draw(st.frozensets(st.sampled_from(["A1", "A2"]))),
            barred=draw(st.frozensets(keys, max_size=2)),
        )
        for key in range(10)
    }  # fmt: skip
    return Problem(
        year=2024,
        first=draw(DAYS) - timedelta(days=3),
        last=draw(DAYS),
        stops=tuple(draw(stops(key, teams)) for key in range(count)),
        teams=tuple(draw(delegations(key)) for key in range(teams)),
        people=people,
        candidates=(4, 5, 6),
        areas={"A1": "Thể chế", "A2": "Thủ tục hành chính"},
        exceptions=draw(st.dictionaries(DAYS, st.booleans(), max_size=4)),
        base=draw(st.sampled_from([None, (21.85, 106.76)])),
        a_half=draw(st.integers(0, 3)),
        team_size=draw(st.integers(0, 4)),
        limit_km=draw(st.sampled_from([None, 15, 40])),
        weights=Weights(*draw(st.lists(st.sampled_from([0, 1, 3]), min_size=4, max_size=4))),
        forming=draw(formings()),
    )


@st.composite
def formings(draw):
    """Up to three new delegations out of people of whom some sit in the others already."""
    people = draw(st.lists(st.integers(2, 9), max_size=8, unique=True))
    return Forming(
        count=draw(st.integers(0, 3)),
        size=draw(st.integers(2, 5)),
        formed_on=draw(st.just(date.min) | DAYS),
        names=("Đoàn mới 1", "Đoàn mới 2", "Đoàn mới 3"),
        pool=tuple(
            Candidate(
                key, draw(st.frozensets(st.sampled_from(["A1", "A2"]))),
                leads=draw(st.booleans()), writes=draw(st.booleans()),
            )
            for key in people
        ),
    )  # fmt: skip


@st.composite
def stops(draw, key, teams):
    place = st.tuples(st.floats(21.6, 22.1), st.floats(106.5, 107.0))
    return Stop(
        key,
        f"xã {key}",
        place=draw(st.none() | place),
        near=draw(st.integers(0, 2)),
        opens=draw(st.just(date.min) | DAYS),
        closes=draw(st.just(date.max) | DAYS),
        earliest=draw(st.just(date.min) | DAYS),
        busy=draw(SLOTS),
        visited=tuple((day, day + timedelta(days=3)) for day in draw(st.lists(DAYS, max_size=1))),
        month=draw(st.sampled_from([None, 5, 6])),
        pinned_day=draw(st.none() | DAYS),
        pinned_team=draw(st.none() | st.integers(0, teams - 1)) if teams else None,
    )


@st.composite
def delegations(draw, key):
    members = draw(st.lists(st.integers(0, 3), max_size=3, unique=True))
    formed = draw(st.just(date.min) | DAYS)
    return Team(key, f"Đoàn {key}", tuple(members), frozenset({"A1"}), formed)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems())
def test_no_hard_rule_is_ever_broken(problem):
    assert violations(problem, propose(problem)) == []


def a_month(**fields):
    """Six communes around a town, one delegation of two, June 2024."""
    places = [(21.85 + n / 40, 106.7 + n / 30) for n in range(6)]
    values = {
        "year": 2024,
        "first": MONDAY,
        "last": date(2024, 6, 28),
        "stops": tuple(Stop(n, f"xã {n}", place=place) for n, place in enumerate(places)),
        "teams": (Team(1, "Đoàn 1", (1, 2)),),
        "people": {n: Person(n, f"Người {n}") for n in (1, 2, 3)},
        "base": (21.85, 106.7),
    }
    return Problem(**values | fields)


def test_the_same_question_gets_the_same_answer():
    assert propose(a_month()).as_json() == propose(a_month()).as_json()


def test_neighbours_are_seen_on_one_day():
    days = [line.day for line in propose(a_month()).lines]

    assert sorted(map(days.count, set(days))) == [2, 2, 2]


def test_stops_are_counted_in_a_half_day_with_several():
    found = propose(a_month(a_half=3, last=MONDAY))

    told = [(line.session, line.in_half) for line in found.lines]
    assert told == [(half, number) for half in HALVES for number in (1, 2, 3)]


def test_what_is_fixed_stays():
    fixed = Stop(9, "xã Hòa Cư", pinned_day=date(2024, 6, 24), pinned_team=1)
    found = propose(a_month(stops=(*a_month().stops, fixed)))

    (line,) = (line for line in found.lines if line.stop == 9)
    assert (line.day, line.team) == ("2024-06-24", 1)


@pytest.mark.parametrize(
    ("stop", "reason"),
    [
        ({"closes": date(2024, 6, 1)}, possible.NOT_IN_FORCE),
        ({"earliest": date(2024, 7, 1)}, possible.NO_DAYS),
        ({"pinned_day": date(2024, 6, 22)}, possible.PIN_OUTSIDE),
        ({"visited": ((MONDAY, date(2024, 6, 30)),)}, possible.VISITED),
    ],
)
def test_it_says_which_rule_leaves_nothing(stop, reason):
    found = propose(a_month(stops=(Stop(1, "xã Hòa Cư", **stop),)))

    assert [(key, why[0]) for key, why in found.unplaced] == [(1, reason)]
    assert (reason % found.unplaced[0][1][1]).startswith("xã Hòa Cư")


@pytest.mark.parametrize(
    ("member", "reason"),
    [
        (Person(1, "Sái Văn Đông", barred=frozenset({1})), possible.NO_TEAM),
        (
            Person(1, "Sái Văn Đông", busy=frozenset((MONDAY, half) for half in HALVES)),
            possible.NO_HALF_DAY,
        ),
    ],
)
def test_it_says_when_it_is_because_of_people(member, reason):
    people = {1: member, 2: Person(2, "Lý Thị Mai")}
    found = propose(a_month(last=MONDAY, stops=(Stop(1, "xã Hòa Cư"),), people=people))

    assert found.unplaced[0][1][0] == reason


def test_too_many_units_for_the_days_are_told_apart():
    found = propose(a_month(last=date(2024, 6, 4)))

    assert (len(found.lines), len(found.unplaced)) == (4, 2)
    assert {why[0] for _key, why in found.unplaced} == {possible.FULL}


def test_somebody_who_knows_the_area_is_asked_to_join():
    people = a_month().people | {3: Person(3, "Nguyễn Thị Hoa", areas=frozenset({"A5"}))}
    found = propose(
        a_month(people=people, candidates=(3,), areas={"A5": "Tài chính công"}, team_size=3)
    )

    assert [(seat.person, seat.areas) for seat in found.seats] == [(3, ["A5"])]
    assert not any("Tài chính công" in str(sentence) for sentence in found.unmet)


def test_an_area_nobody_knows_is_a_wish_not_met():
    found = propose(a_month(areas={"A5": "Tài chính công"}, team_size=2))

    assert any("Tài chính công" in str(sentence) for sentence in found.unmet)


def test_a_month_without_room_is_a_wish_not_met():
    stop = Stop(1, "xã Hòa Cư", month=3)
    found = propose(a_month(stops=(stop,)))

    assert found.lines[0].day.startswith("2024-06")
    assert "xã Hòa Cư" in str(found.unmet)


def crowded(found):
    return [words["count"] for text, words in found.unmet if text == unmet.FULL_WEEK]


def test_a_full_day_in_a_quiet_month_is_no_crowded_week():
    assert crowded(propose(a_month(stops=a_month().stops[:2]))) == []


def test_a_week_in_which_all_is_fixed_is_told():
    fixed = [date(2024, 6, 10), date(2024, 6, 11), date(2024, 6, 12)]
    stops = tuple(Stop(n, f"xã {n}", pinned_day=fixed[n % 3]) for n in range(6))

    assert crowded(propose(a_month(stops=stops))) == [6]

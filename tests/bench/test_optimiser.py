"""What a proposal of a schedule for 150 units costs, and how near its ways come to the least."""

import random
import time
from datetime import date

import pytest

from inspections.proposals.problem import Candidate, Forming, Person, Problem, Stop, Team
from inspections.proposals.solving import propose
from tests.bench.measuring import table
from tests.inspections.proposal_checker import violations

pytestmark = pytest.mark.bench

UNITS, TEAMS = 150, 4
SEAT = (21.85, 106.76)  # Lạng Sơn
# On two cores that do nothing else; the share of one is counted, whatever runs beside it.
MOST_SECONDS = 10
QUESTIONS = {
    "no months named": {},
    "half with a month": {"months": 0.5},
    "all with a month": {"months": 1},
    "four weeks, no day to spare": {"first": date(2024, 6, 3), "last": date(2024, 6, 28)},
    "two in a half-day": {"a_half": 2},
    "a whole day each": {"a_half": 0},
    "4 new delegations": {"standing": 0, "new": 4},
    "2 new beside 2, months": {"standing": 2, "new": 2, "months": 1},
    "6 new, four weeks": {
        "standing": 0, "new": 6, "first": date(2024, 6, 3), "last": date(2024, 6, 28),
    },
}  # fmt: skip
JUNE = {"first": date(2024, 6, 3), "last": date(2024, 6, 3)}


def a_year(
    *, months=0, a_half=1, first=date(2024, 2, 1), last=date(2024, 12, 15), standing=TEAMS, new=0
):
    """Communes all over a province, delegations of four, people to join them or to form others."""
    luck = random.Random(20240617)  # noqa: S311  (always the same)
    stops = tuple(
        Stop(
            key,
            f"xã {key}",
            place=(SEAT[0] + luck.uniform(-0.45, 0.45), SEAT[1] + luck.uniform(-0.5, 0.5)),
            month=luck.randint(3, 11) if luck.random() < months else None,
        )
        for key in range(UNITS)
    )
    codes = [f"A{number}" for number in range(7)]
    people = {
        key: Person(
            key,
            f"Người {key}",
            areas=frozenset(luck.sample(codes, 2)),
            load=luck.randint(0, 6),
            barred=frozenset(luck.sample(range(UNITS), 3)),
        )
        for key in range(40)
    }
    teams = tuple(
        Team(key, f"Đoàn {key}", tuple(range(4 * key, 4 * key + 4))) for key in range(standing)
    )
    names = tuple(f"Đoàn mới {number}" for number in range(new))
    pool = tuple(
        Candidate(key, people[key].areas, leads=key % 5 == 0, writes=key % 5 == 1)
        for key in range(4 * standing, 40)
    )
    return Problem(
        year=2024, first=first, last=last, stops=stops, teams=teams, people=people,
        candidates=tuple(range(16, 40)), areas={code: code for code in codes}, base=SEAT,
        a_half=a_half, team_size=6, limit_km=40,
        forming=Forming(new, 6, date(2024, 1, 15), names, pool),
    )  # fmt: skip


def measured(question):
    problem = a_year(**question)
    began, worked = time.perf_counter(), time.process_time()
    found = propose(problem)
    seconds, work = time.perf_counter() - began, time.process_time() - worked
    return problem, found, seconds, work


def test_150_units_are_proposed_in_seconds_without_a_broken_rule():
    propose(a_year(**JUNE))  # the library is loaded
    rows, slowest = [], 0
    for name, question in QUESTIONS.items():
        problem, found, seconds, work = measured(question)
        broken = violations(problem, found)
        far = found.km / found.least_km
        formed = len(found.formed)
        rows.append([name, len(found.lines), formed, len(broken), seconds, work, far])
        slowest = max(slowest, work)
        assert broken == []
        assert len(found.lines) == UNITS
        assert formed == question.get("new", 0)
    columns = ["150 units", "placed", "formed", "hard violations", "s", "s of a core"]
    table("Proposals of a schedule", [*columns, "km ÷ lower bound"], rows)

    assert slowest < MOST_SECONDS

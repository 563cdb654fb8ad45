"""Several people who take numbers in the same moment."""

import pytest
from django.db import connection

from inspections import register
from inspections.models import RegisterNumber
from reform_portal.common.workflow import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer"),
]


def taking(world, planner, **asked):
    def job(place):
        paper = register.Paper(
            issuer_id=world.province.unit_id,
            province_id=world.province.unit_id,
            year=2024,
            symbol="KH-BCĐCCHC",
            key=f"plan-{place}",
            subject=f"Kế hoạch {place}",
        )
        return lambda: register.take(paper, by=planner, **asked)

    return [job(place) for place in range(8)]


def test_eight_who_take_the_next_number_get_eight_numbers(world, planner, at_once):
    results = at_once(taking(world, planner))

    assert sorted(results) == list(range(1, 9))


def test_of_eight_who_want_one_number_exactly_one_gets_it(world, planner, at_once):
    results = at_once(taking(world, planner, number=80))
    refused = [one for one in results if isinstance(one, Refused)]

    assert (results.count(80), len(refused)) == (1, 7)
    assert all("81" in one.reasons[0] for one in refused)
    assert RegisterNumber.objects.count() == 1


def test_two_drafts_that_swap_their_series_do_not_wait_for_each_other(world, planner, at_once):
    def keep(key, symbol, number):
        place = {"issuer_id": world.province.unit_id, "province_id": world.province.unit_id}
        paper = register.Paper(year=2024, symbol=symbol, key=key, subject=key, **place)
        return lambda: register.keep(paper, number, by=planner)

    for turn in range(12):
        first, second = ("KH-UBND", "QĐ-UBND") if turn % 2 else ("QĐ-UBND", "KH-UBND")
        results = at_once([keep("a", first, 2 * turn + 1), keep("b", second, 2 * turn + 2)])
        assert results == [None, None]

"""Figures by unit: as it was on the day, or in today's units; the totals are the same."""

from datetime import date

import pytest

from findings.models import Remediation
from findings.tallies import Table, table_of
from tests import factories
from tests.reformed import commune, end

PAGE = "/figures/"
ALL_LEVELS = ("", "commune", "district", "province")


def lines(table):
    """{unit: its counts} of a table."""
    return {row.name: [number for _heading, number in row.cells] for row in table.rows}


def sums(table):
    return [number for _heading, number in table.totals]


@pytest.fixture
def work(make, world, concluded, reformed):
    """The district before it ended, its commune, and the unit that takes over since."""
    make.finding(concluded)
    make.finding(concluded, kind="strength")
    make.recommendation(concluded, due_on=date(2024, 12, 31))
    commune_then = make.inspection(world, version=world.commune, status="concluded")
    make.finding(commune_then)
    end(world.commune, reformed.second)
    today = make.inspection(
        world, version=reformed.first, starts_on=date(2025, 9, 1), ends_on=date(2025, 9, 1)
    )
    make.finding(today)


@pytest.fixture
def reader(work, world, later):
    """Home Affairs in 2026."""
    return factories.actor(world.planner, later)


def test_as_it_was_every_record_stands_at_the_unit_of_its_day(reader):
    assert lines(table_of(reader)) == {
        "UBND huyện Cao Lộc": [1, 1, 1, 1, 1, 1],
        "UBND xã Thanh Lòa": [1, 0, 1, 0, 0, 0],
        "UBND xã Đồng Đăng": [1, 0, 1, 0, 0, 0],
    }


@pytest.mark.embedded
def test_in_todays_units_it_stands_at_who_took_over(reader):
    assert lines(table_of(reader, in_todays_units=True)) == {
        "UBND xã Đồng Đăng": [2, 1, 2, 1, 1, 1],
        "UBND xã Công Sơn": [1, 0, 1, 0, 0, 0],
    }


@pytest.mark.embedded
@pytest.mark.parametrize("level", ALL_LEVELS)
def test_totals_are_the_same_in_both_views(level, reader):
    then = table_of(reader, level=level)
    now = table_of(reader, level=level, in_todays_units=True)

    assert sums(then) == sums(now) == [3, 1, 3, 1, 1, 1]


def test_levels_sum_up_what_is_below(reader):
    by_district = lines(table_of(reader, level="district"))
    by_province = lines(table_of(reader, level="province"))

    assert by_district["UBND huyện Cao Lộc"] == [2, 1, 2, 1, 1, 1]
    assert by_province == {"UBND tỉnh Lạng Sơn": [3, 1, 3, 1, 1, 1]}


def test_a_chain_of_two_steps_counts_at_its_end(world, reformed, reader):
    last = commune(world, "Ba Sơn", day=date(2026, 1, 1))
    end(reformed.first, last, day=date(2026, 1, 1))

    assert lines(table_of(reader, in_todays_units=True))["UBND xã Ba Sơn"] == [2, 1, 2, 1, 1, 1]


def test_two_units_of_one_name_are_told_apart_by_the_last_day(reader, visit_as):
    assert "30/06/2025" in visit_as("planner").get(PAGE).text
    assert "30/06/2025" not in visit_as("planner").get(PAGE, {"units": "today"}).text


def test_what_was_handed_over_counts_where_it_is_carried_out(reformed, reader):
    Remediation.objects.update(bearer=reformed.second.unit_id)

    now = lines(table_of(reader, in_todays_units=True))

    assert now["UBND xã Công Sơn"] == [1, 0, 1, 1, 1, 1]
    assert now["UBND xã Đồng Đăng"] == [2, 1, 2, 0, 0, 0]


def test_a_unit_without_heir_keeps_its_name_and_its_records(world, reformed, reader):
    end(reformed.second, day=date(2026, 1, 1))

    assert sums(table_of(reader, in_todays_units=True)) == [3, 1, 3, 1, 1, 1]
    assert "UBND xã Công Sơn" in lines(table_of(reader, in_todays_units=True))


def test_a_year_leaves_the_others_out_and_all_are_offered(reader):
    table = table_of(reader, year=2025)

    assert lines(table) == {"UBND xã Đồng Đăng": [1, 0, 1, 0, 0, 0]}
    assert table.years == [2025, 2024]


def test_another_province_is_not_counted(world, work, later):
    assert table_of(factories.actor(world.stranger, later)).rows == []


def test_the_switch_stays_in_the_address_with_year_and_level(work, visit_as):
    page = visit_as("planner").get(PAGE, {"year": "2024", "level": "district"})

    links = [address for _words, address, _this in page.context["views"]]
    assert links == ["?year=2024&level=district", "?year=2024&level=district&units=today"]
    assert "UBND huyện Cao Lộc" in page.text


@pytest.mark.parametrize("query", ["year=x", "year=0", "level=9", "units=never", "year=20240000"])
def test_what_cannot_be_read_counts_as_empty(query, work, visit_as):
    answer = visit_as("planner").get(f"{PAGE}?{query}")

    assert answer.status_code == 200


def test_numbers_are_written_the_vietnamese_way(monkeypatch, reader, visit_as):
    row = table_of(reader).rows[0]
    row.counts["inspections"] = 1420
    monkeypatch.setattr("findings.views.figures.table_of", lambda *_a, **_k: table_with(row))

    assert "1.420" in visit_as("planner").get(PAGE).text


def table_with(row):
    return Table([row], [2024])


@pytest.mark.parametrize("units", ["", "today"])
@pytest.mark.parametrize("more", [0, 30])
def test_it_costs_the_same_with_few_and_many(
    units, more, make, world, work, visit_as, django_assert_num_queries
):
    for number in range(more):
        version = commune(world, f"Mới {number}", day=date(2020, 1, 1))
        make.inspection(world, version=version)
    client = visit_as("planner")
    client.get(PAGE)

    with django_assert_num_queries(8):
        client.get(PAGE, {"units": units, "level": "province"})

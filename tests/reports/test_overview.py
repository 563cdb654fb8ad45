"""The workbook of a plan and of a year: its totals are those of the pages; rows stream."""

import tracemalloc
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from findings.models import Finding, Remediation
from inspections.models import Inspection
from reports.datasets import overview
from reports.papers.sheets import Column, Sheet
from reports.renderers import xlsx
from reports.subjects import Year
from tests import factories
from tests.reports.conftest import told

AS_OF = datetime(2024, 7, 5, 2, 30, tzinfo=UTC)


@pytest.fixture
def year(world):
    return Year(world.province.unit_id, 2024)


def opened(subject, reader=None):
    book = overview.workbook(subject, as_of=AS_OF, reader=reader)
    return load_workbook(BytesIO(xlsx.render(book)))


def values(book):
    rows = book["Tổng quan"].iter_rows(min_row=2, values_only=True)
    return {label.strip(): value for label, value in rows}


def rows_of(book, sheet):
    return list(book[sheet].iter_rows(min_row=2, values_only=True))


def test_its_totals_are_those_of_the_lists(concluded, world, year, planner):
    told(world, version=world.other_district, status=Inspection.Status.ON_SITE)
    counted = values(opened(year, planner))

    seen = Inspection.objects.visible_to(planner).search(actor=planner, year=2024)
    open_rows = Remediation.objects.visible_to(planner).running()
    assert counted["Số cuộc kiểm tra"] == seen.count() == 2
    assert counted["Số tồn tại, hạn chế"] == (
        Finding.objects.visible_to(planner).filter(kind="shortcoming").count()
    )
    assert counted["Số kiến nghị đã giao (theo đơn vị thực hiện)"] == open_rows.count()


def test_each_sheet_holds_as_many_rows_as_the_totals_say(concluded, year):
    book = opened(year)

    assert len(rows_of(book, "Cuộc kiểm tra")) == 1
    assert len(rows_of(book, "Nội dung kiểm tra")) == 2
    assert [row[6] for row in rows_of(book, "Kiến nghị")] == [
        "UBND huyện Cao Lộc",
        "UBND xã Thanh Lòa",
    ]


def test_a_plan_holds_its_own_inspections_only(concluded, world):
    other = told(world, version=world.other_district, status=Inspection.Status.CONCLUDED)

    codes = [row[1] for row in rows_of(opened(concluded.plan), "Cuộc kiểm tra")]

    assert codes == [concluded.code] != [other.code]


def test_a_stranger_counts_nothing(concluded, year, stranger):
    assert values(opened(year, stranger))["Số cuộc kiểm tra"] == 0


def test_what_is_saved_and_not_reported_is_not_told(concluded, year):
    Remediation.objects.update(outcome="CANARY", status="in_progress")

    assert "CANARY" not in str(rows_of(opened(year), "Kiến nghị"))


def test_more_rows_ask_no_more_questions(concluded, world, year):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            opened(year)
        return len(queries)

    few = asked()
    for _number in range(10):
        factories.finding(concluded)
        factories.recommendation(concluded)

    assert asked() == few


def peak(rows):
    """The most memory a sheet of so many rows takes, in bytes."""
    line = ("Nội dung kiểm tra số một", 12, "UBND huyện Cao Lộc", None)
    columns = tuple(Column(str(place), 20) for place in range(len(line)))
    sheet = Sheet("Nội dung", columns, (line for _row in range(rows)), counted=rows)
    book = type("Book", (), {"title": "x", "data_as_of": AS_OF, "sheets": (sheet,)})
    tracemalloc.start()
    xlsx.render(book)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_ten_times_the_rows_take_hardly_more_memory():
    peak(10)  # what is loaded once

    assert peak(20_000) - peak(2_000) < 2_000_000

"""Ten thousand rows by Excel, against the least that must be done for them.

Floor: parse the same sheet with openpyxl and bulk_create the same units and versions, unchecked.
"""

import io
import time

import pytest
from openpyxl import load_workbook

from reform_portal.common.models import AuditEntry
from tests.factories import BEGIN
from tests.units import workbooks as wb
from units.models import Person, Unit, UnitVersion

pytestmark = [pytest.mark.bench, pytest.mark.django_db]
ROWS = 10_000
MOST_SECONDS = 60
MOST_TIMES = 12


def ten_thousand(bad=0):
    """New communes in ten new districts, the districts last; `bad` of them on a wrong day."""
    rows = [
        wb.commune(f"Số {n}", code=f"{n + 10_000}", parent=f"huyện Mới {n % 10}")
        for n in range(ROWS - 10)
    ]
    for row in rows[:: len(rows) // bad][:bad] if bad else ():
        row["valid_from"] = "30/02/2024"
    return wb.book(units=rows + [wb.district(f"Mới {n}", code=f"{n + 600}") for n in range(10)])


def floor(content):
    """Parse, and save without a question asked."""
    page = load_workbook(io.BytesIO(content), read_only=True)["Đơn vị"]
    rows = list(page.iter_rows(min_row=2, values_only=True))
    bodies = Unit.objects.bulk_create([Unit(opened_on=BEGIN) for _row in rows], batch_size=1000)
    versions = [
        UnitVersion(unit=body, valid_from=BEGIN, name=row[3], type=row[2], path=body.own_key)
        for body, row in zip(bodies, rows, strict=True)
    ]
    UnitVersion.objects.bulk_create(versions, batch_size=1000)


def seconds(work):
    begin = time.perf_counter()
    answer = work()
    return time.perf_counter() - begin, answer


def test_ten_thousand_rows_are_imported_in_reasonable_time(world, administrator, capsys):
    content = ten_thousand()
    dry, result = seconds(lambda: wb.tried(content, administrator))
    again, kept = seconds(
        lambda: wb.importing.carry_out(content, by=administrator, agreed=result.told)
    )
    re_run, same = seconds(lambda: wb.tried(content, administrator))
    least, _none = seconds(lambda: floor(content))

    with capsys.disabled():
        print(f"\n{ROWS} units by Excel: dry run {dry:.1f} s, import {again:.1f} s, the same file "
              f"again {re_run:.1f} s; parse + bulk_create {least:.1f} s: {again / least:.1f} times")  # fmt: skip
    assert kept.kept
    assert same.count("unchanged") == ROWS
    assert again <= MOST_SECONDS
    assert again / least <= MOST_TIMES


def test_ten_thousand_people_are_imported_in_reasonable_time(world, administrator, capsys):
    content = wb.book(people=[wb.official(f"Người {n}") for n in range(ROWS)])
    dry, result = seconds(lambda: wb.tried(content, administrator))
    again, kept = seconds(
        lambda: wb.importing.carry_out(content, by=administrator, agreed=result.told)
    )

    with capsys.disabled():
        print(f"\n{ROWS} people by Excel: dry run {dry:.1f} s, import {again:.1f} s")
    assert kept.kept
    assert again <= MOST_SECONDS


def test_fifty_bad_rows_of_ten_thousand_leave_nothing_behind(world, administrator):
    before = (Unit.objects.count(), Person.objects.count(), AuditEntry.objects.count())

    result = wb.importing.carry_out(ten_thousand(bad=50), by=administrator, agreed=[])

    assert result.count("wrong") == 50
    assert not result.kept
    assert (Unit.objects.count(), Person.objects.count(), AuditEntry.objects.count()) == before

"""Whoever schedules holds the tree before any other row: two orders wait for each other for good."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inspections.actions.inspections import edit_inspection
from inspections.actions.moving import move_inspection, move_visit
from inspections.actions.visits import edit_visit, record_visit

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer"),
]


def edit(row, visit, by):
    edit_inspection(
        row, row.version, by=by, delegation=row.delegation, starts_on=row.starts_on,
        ends_on=row.ends_on + timedelta(days=1), form=row.form,
    )  # fmt: skip


def move(row, visit, by):
    move_inspection(
        row, row.version, by=by, starts_on=row.starts_on + timedelta(days=1), reason="Mưa lũ"
    )


def move_one(row, visit, by):
    move_visit(visit, visit.version, by=by, day=visit.day, session="afternoon", reason="Mưa lũ")


def record(row, visit, by):
    record_visit(
        row,
        by=by,
        unit=visit.unit,
        day=visit.day,
        session="afternoon",
        kind="office",
        place="Trụ sở",
    )


def edit_one(row, visit, by):
    edit_visit(
        visit, visit.version, by=by, unit=visit.unit, day=visit.day, session="afternoon",
        kind="office", place="Trụ sở",
    )  # fmt: skip


@pytest.mark.parametrize("act", [edit, move, move_one, record, edit_one])
def test_the_tree_is_held_first(act, make, world, planner):
    row = make.inspection(world)
    visit = make.visit(row)

    with CaptureQueriesContext(connection) as asked:
        act(row, visit, planner)

    locking = [query["sql"] for query in asked if " FOR " in query["sql"]]
    assert re.search(r'FROM "(\w+)"', locking[0])[1] == "units_unit"
    assert 'FROM "inspections_inspection"' in " ".join(locking)

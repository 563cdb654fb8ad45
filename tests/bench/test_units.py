"""Questions about units at 1,400, 14,000 and 140,000 units, on PostgreSQL and on SQLite.

Aim: each is one query, under 5 ms at 14,000 units, and flat as the tree grows tenfold (growth
exponent about 0). The floor is the same rows by their keys in raw SQL. Measured is the work of the
portal and its database.
"""

import os
import resource
import subprocess
import sys
import time

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.bench.measuring import by_turns, exponent, table, working
from tests.units.national import EVE, REFORM, version
from units.models import Succession, Unit, UnitVersion
from units.national import load

pytestmark = [pytest.mark.bench, pytest.mark.embedded, pytest.mark.django_db]

ROUNDS = 60
AIM = 5.0
# About a tenth of the nation; with it come Đắk Nông's and Đồng Tháp's partners.
SOME = ("20", "67", "87")
COPIES = 9
# What a copy has in common with its original, and the keys that move on.
TABLES = (
    (Unit, "opened_on, closed_on", ()),
    (
        UnitVersion,
        "valid_from, valid_to, name, type, level, decision, latitude, longitude",
        ("unit_id", "parent_id", "province_id", "district_id"),
    ),
    (Succession, "kind, day, decision, takes_over", ("predecessor_id", "successor_id")),
)


@pytest.fixture(scope="module", autouse=True)
def taken_back(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def multiply():
    """Nine more nations with keys of their own; codes have one holder, words are not asked."""
    last = {model: model.objects.latest("pk").pk for model, _same, _keys in TABLES}
    for number in range(1, COPIES + 1):
        off = number * last[Unit]
        for model, same, keys in TABLES:
            changed = {"id": f"id + {number * last[model]}"}
            changed |= {key: f"{key} + {off}" for key in keys}
            if model is UnitVersion:
                changed |= {"code": "''", "search_key": "''", "path": _shifted(off)}
            _copy(model._meta.db_table, same, changed, last[model])


def _copy(name, same, changed, last):
    columns, values = ", ".join(changed), ", ".join(changed.values())
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {name} ({columns}, {same}) "
            f"SELECT {values}, {same} FROM {name} WHERE id <= {last}"
        )


def _shifted(off):
    """The path with every key in it moved on, in the words of the database."""
    pad = "printf('%07d', {})" if connection.vendor == "sqlite" else "lpad(({})::text, 7, '0')"
    keys = ((at, f"CAST(substr(path, {at}, 7) AS integer) + {off}") for at in (1, 8, 15))
    parts = [
        f"CASE WHEN length(path) > {at} THEN {pad.format(key)} ELSE '' END" for at, key in keys
    ]
    return " || ".join(parts)


def questions():
    """Each as a list, with how many rows it finds."""
    commune, district = version("06193", EVE).unit, version("183", EVE, "district").unit
    province, new = version("20", EVE, "province").unit, version("30226", REFORM).unit
    on = UnitVersion.objects.on
    return {
        "on(day), one unit": lambda: list(on(EVE).filter(unit=commune)),
        "on(day), one code": lambda: list(on(EVE).filter(code="06211", level="commune")),
        "under(district, day)": lambda: list(Unit.objects.under(district, EVE)),
        "under(province, day)": lambda: list(Unit.objects.under(province, EVE)),
        "successors(commune)": lambda: list(Unit.objects.successors(commune, REFORM)),
        "successors(district)": lambda: list(Unit.objects.successors(district, REFORM)),
        "predecessors(commune)": lambda: list(Unit.objects.predecessors(new, EVE)),
    }


def floor(rows):
    """The same rows by their keys, without objects."""
    name = rows[0]._meta.db_table
    keys = ", ".join(str(one.pk) for one in rows)

    def ask():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {name} WHERE id IN ({keys})")
            return cursor.fetchall()

    return ask


def measured():
    """Milliseconds by question: itself and its floor, which looks up keys and does not grow."""
    with connection.cursor() as cursor:
        for model, *_rest in TABLES:
            cursor.execute(f"ANALYZE {model._meta.db_table}")
    times, clock = {}, working()
    for name, ask in questions().items():
        with CaptureQueriesContext(connection) as asked:
            rows = ask()
        assert (len(asked), bool(rows)) == (1, True), name
        times[name] = by_turns(ROUNDS, clock=clock, question=ask, floor=floor(rows))
    return times


def test_questions_about_units_as_the_tree_grows():
    times = {}
    for grow in (lambda: load(SOME), load, multiply):
        grow()
        times[Unit.objects.count()] = measured()

    few, nation, many = times
    table(
        f"Units on {connection.vendor} (aim: < {AIM} ms at {nation:,}, exponent about 0)",
        ["question", *(f"ms at {n:,}" for n in times), f"ratio at {nation:,}",
         "exponent to it", "and beyond", f"under {AIM} ms"],
        [
            [
                name,
                *(times[size][name]["question"] for size in times),
                times[nation][name]["question"] / times[nation][name]["floor"],
                *(_growth(times, name, *sizes) for sizes in ((few, nation), (nation, many))),
                "yes" if times[nation][name]["question"] < AIM else "no",
            ]
            for name in times[few]
        ],
    )  # fmt: skip


def _growth(times, name, few, many):
    paces = (times[n][name]["question"] / times[n][name]["floor"] for n in (few, many))
    return exponent(*paces, times=many / few)


def test_loading_the_nation_on_sqlite(tmp_path):
    """Aim: at most 300 MB, in a process of its own."""
    place = {**os.environ, "PORTAL_VAR": str(tmp_path), "DATABASE_URL": "", "REDIS_URL": ""}
    place["DJANGO_SETTINGS_MODULE"] = "reform_portal.settings.dev"
    times = {}
    for command in ("migrate", "load_national_units"):
        began = time.perf_counter()
        subprocess.run([sys.executable, "manage.py", command], env=place, check=True, timeout=300)
        times[command] = time.perf_counter() - began
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

    table("Loading the nation on SQLite (aim: <= 300 MB)", ["", "s"], times.items())
    print(f"at most {most:.0f} MB")
    assert most <= 300

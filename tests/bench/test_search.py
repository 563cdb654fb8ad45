"""Searching a nation: 14,000 units and 100,000 findings, by rare and common words.

Aim: less than 20 ms a search, growth exponent at most 0.2 from a tenth of the records on; both of
the tenth part of the rounds that was quickest, and of the work of the portal and its database: what
else a machine has to do is not measured.
Runs on PostgreSQL and, with PORTAL_EMBEDDED=1, on SQLite. The floor is raw SQL for the same rows,
over the same index, written for the one question.
"""

import random

import pytest
from django.core.signals import request_started
from django.db import close_old_connections, connection, transaction

from findings.models import Finding
from findings.searching import findings as find_findings
from reform_portal.common.searching import EACH, search
from reform_portal.common.text import key_of, words_of
from tests import factories
from tests.bench.measuring import calm, exponent, in_turns, table, working, yardstick
from units.models import Unit, UnitVersion
from units.searching import units as find_units

pytestmark = [pytest.mark.bench, pytest.mark.django_db, pytest.mark.embedded]

UNITS, FINDINGS = 14_000, 100_000
PART = 10
ROUNDS = 20
AT_ONCE = 5_000
FIRST = [
    "Hòa",
    "Bình",
    "Đông",
    "Tân",
    "Phú",
    "Thanh",
    "An",
    "Lộc",
    "Cao",
    "Xuân",
    "Long",
    "Mỹ",
    "Đức",
    "Vĩnh",
    "Hưng",
    "Sơn",
    "Trung",
    "Yên",
]
PHRASES = (
    "hồ sơ trả kết quả quá hạn", "chưa số hóa kết quả giải quyết", "chưa công khai thủ tục",
    "thiếu phiếu xin lỗi", "bố trí công chức chưa phù hợp", "niêm yết chưa đầy đủ",
    "tỷ lệ thanh toán trực tuyến thấp", "chưa cập nhật hệ thống thông tin", "chậm luân chuyển",
    "chưa có văn bản phân công", "kế hoạch ban hành muộn", "tuyên truyền còn hình thức",
)  # fmt: skip
QUERIES = {
    "rare": "bau vat",
    "common": "trực tuyến",
    "common, of short words": "hồ sơ",
    "in everything": "don vi",
    "no hit": "khongdauco",
    "two common, never together": "quá hạn xin lỗi",
    "two letters": "an",
    "two letters, rare": "qz",
    "long": "đơn vị chưa số hóa kết quả giải quyết thủ tục hành chính và niêm yết chưa đầy đủ",
}
NAMES = {
    "one unit": "xã bàu vát",
    "a type": "xã",
    "common name": "hoà bình",
    "initials": "xhb",
    "no hit": "khongdauco",
    "one letter more": "ho",
}


@pytest.fixture(scope="module")
def nation(django_db_setup, django_db_blocker):
    """A world taken back at the end, however many records it was given."""
    request_started.disconnect(close_old_connections)  # it would end the transaction
    with django_db_blocker.unblock(), transaction.atomic():
        world = factories.world()
        world.inspection = factories.inspection(world, status="concluded")
        yield world
        transaction.set_rollback(True)
    request_started.connect(close_old_connections)


def add_units(world, count, chance):
    bodies = Unit.objects.bulk_create([Unit(opened_on=factories.BEGIN) for _one in range(count)])
    rows = []
    for number, body in enumerate(bodies):
        name = "Bàu Vát" if number == 0 else " ".join(chance.sample(FIRST, 2))
        row = UnitVersion(
            unit=body, valid_from=factories.BEGIN, name=name, type="xã", level="commune",
            code=f"B{body.pk}", parent=world.district.unit, province=world.province.unit,
            district=world.district.unit, path=world.district.path + body.own_key,
        )  # fmt: skip
        row.search_key = row.folded_search_text()
        rows.append(row)
    UnitVersion.objects.bulk_create(rows, AT_ONCE)


def add_findings(world, count, chance):
    area, scope = factories.area("A2"), factories.scope(world.inspection)

    def rows():
        for number in range(count):
            seen = "bàu vật" if number == 0 else "; ".join(chance.sample(PHRASES[:3], 1))
            seen = f"{seen}; {PHRASES[3 + number % 9]}" if "quá hạn" not in seen else seen
            text = f"Đơn vị {seen}, vụ {number}."
            yield Finding(
                **scope, announced=True, area=area, kind="shortcoming", text=text,
                search_key=key_of(text),
            )  # fmt: skip

    Finding.objects.bulk_create(rows(), AT_ONCE)


def grow(world, units, findings, chance):
    add_units(world, units, chance)
    add_findings(world, findings, chance)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def floor(model, query, columns, order, limit=EACH + 1):
    """The same words over the same index, straight from the table."""
    found = model._base_manager.filter(search_key__has_words=words_of(query))
    condition, values = found.query.sql_with_params()
    condition = condition.partition(" WHERE ")[2]
    sql = f"SELECT {columns} FROM {model._meta.db_table} WHERE {condition}"  # noqa: S608

    def ask():
        with connection.cursor() as cursor:
            cursor.execute(f"{sql} ORDER BY {order} LIMIT {limit}", values)
            return cursor.fetchall()

    return ask


def works(world, actor):
    """Each provider with its floor, and the whole search of all kinds."""
    for name, query in QUERIES.items():
        yield (
            f"findings: {name}",
            {
                "search": lambda q=query: len(find_findings(actor, q, EACH + 1)),
                "floor": floor(Finding, query, "id, text, kind", "id DESC"),
            },
        )
    for name, query in NAMES.items():
        yield (
            f"units: {name}",
            {
                "search": lambda q=query: len(find_units(actor, q, EACH + 1)),
                "floor": floor(UnitVersion, query, "unit_id, type, name, code", "name, id"),
            },
        )
    for name, query in (QUERIES | NAMES).items():
        yield f"everything: {name}", {"search": lambda q=query: search(actor, q)}


def measured(world, actor):
    clock = working()
    taken = {
        name: in_turns(ROUNDS, clock=clock, yardstick=yardstick, **work)
        for name, work in works(world, actor)
    }
    return {name: {one: calm(times) for one, times in row.items()} for name, row in taken.items()}


def test_searches_of_a_nation(nation):
    actor, chance, times = factories.actor(nation.planner), random.Random(20), {}
    grow(nation, UNITS // PART, FINDINGS // PART, chance)
    times["few"] = measured(nation, actor)
    grow(nation, UNITS - UNITS // PART, FINDINGS - FINDINGS // PART, chance)
    times["many"] = measured(nation, actor)

    hits = {name: work["search"]() for name, work in works(nation, actor) if "floor" in work}
    for name, query in QUERIES.items():  # a search is not fast for finding nothing
        every = Finding.objects.values_list("search_key", flat=True)
        there = sum(words_of(query).are_in(key) for key in every)
        assert hits[f"findings: {name}"] == min(there, EACH + 1), name
    table(
        f"Search on {connection.vendor} (aim: < 20 ms, exponent <= 0.2)",
        ["search", "hits", "ms at a tenth", f"ms at {UNITS:,} units, {FINDINGS:,} findings", "floor ms",
         "ratio", "exponent"],
        [
            [
                name,
                hits.get(name, ""),
                times["few"][name]["search"],
                many["search"],
                many.get("floor", 0.0),
                many["search"] / many["floor"] if "floor" in many else 0.0,
                exponent(
                    *(times[n][name]["search"] / times[n][name]["yardstick"] for n in times),
                    times=PART,
                ),
            ]
            for name, many in times["many"].items()
        ],
    )  # fmt: skip

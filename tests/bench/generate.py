"""Many records, made in bulk: what a province gathers in twenty years. PostgreSQL only."""

from datetime import timedelta
from itertools import islice

from django.db import connection

from findings.models import Finding, FindingUnit
from inspections.models import Delegation, DelegationMember, Inspection, Plan, Visit
from tests import factories
from units.models import Unit, UnitVersion

A_COMMUNES = 200
FINDINGS_EACH = 10
AT_ONCE = 5_000
SHORTCOMING, STRENGTH = Finding.Kind.SHORTCOMING, Finding.Kind.STRENGTH
TEXT = (
    "Việc cập nhật hồ sơ số {number} trên hệ thống thông tin giải quyết thủ tục hành chính còn "
    "chậm so với quy định, kết quả số hóa chưa đạt chỉ tiêu được giao."
)


def findings(world, count):
    """`count` findings in inspections of ten each, of the world's province; then ANALYZE."""
    with connection.cursor() as cursor:
        # Foreign keys are right by construction; checking a million of them is not measured.
        cursor.execute("SET LOCAL session_replication_role = replica")
    communes = _communes(world)
    teams = _teams(world, -(-count // (FINDINGS_EACH * A_COMMUNES)))
    pairs = ((team, commune) for team in teams for commune in communes)
    inspections = _inspections(world, islice(pairs, count // FINDINGS_EACH))
    _visits(inspections)
    _findings(inspections)
    with connection.cursor() as cursor:
        # Only our tables: those that all databases share are locked until the bench ends.
        cursor.execute("ANALYZE " + ", ".join(connection.introspection.django_table_names(True)))


def _communes(world):
    """The communes all inspections go round in; made once."""
    mine = UnitVersion.objects.filter(parent=world.other_district.unit).select_related("unit")
    if not mine.exists():
        bodies = Unit.objects.bulk_create(
            [Unit(opened_on=factories.BEGIN) for _number in range(A_COMMUNES)]
        )
        versions = [_commune(world, body, number) for number, body in enumerate(bodies)]
        UnitVersion.objects.bulk_create(versions)
    return list(mine.order_by("id"))


def _commune(world, body, number):
    version = UnitVersion(
        unit=body, valid_from=factories.BEGIN, name=f"Hòa Bình {number}", type="xã",
        level="commune", parent=world.other_district.unit, province=world.province.unit,
        district=world.other_district.unit, path=world.other_district.path + body.own_key,
    )  # fmt: skip
    version.search_key = version.folded_search_text()
    return version


def _teams(world, count):
    """A plan with a delegation of two for each round through the communes."""
    done = Plan.objects.count()
    plans = [factories.plan(world, number=1000 + done + n, units=[]) for n in range(count)]
    teams = Delegation.objects.bulk_create(
        [
            Delegation(
                plan=plan,
                province=world.province.unit,
                name="Đoàn kiểm tra của Ban Chỉ đạo",
                formed_on=factories.DAY,
            )
            for plan in plans
        ]
    )
    seats = [(world.head, "head", world.justice), (world.member, "member", world.home_affairs)]
    DelegationMember.objects.bulk_create(
        DelegationMember(
            delegation=team,
            person=human,
            post=human.posts.first(),
            post_title=human.posts.first().named_with(version),
            role=role,
        )
        for team in teams
        for human, role, version in seats
    )
    return teams


def _inspections(world, pairs):
    first = Inspection.objects.count()
    rows = []
    for number, (team, version) in enumerate(pairs, start=first):
        day = factories.DAY - timedelta(days=number % 3650)
        row = Inspection(
            code=f"KT-{day.year}-{number:06d}", plan=team.plan, delegation=team,
            province=world.province.unit, unit=version.unit, unit_version=version,
            starts_on=day, ends_on=day, status=Inspection.Status.CONCLUDED,
        )  # fmt: skip
        row.search_key = row.folded_search_text()
        rows.append(row)
    return Inspection.objects.bulk_create(rows, AT_ONCE)


def _visits(inspections):
    Visit.objects.bulk_create(
        (
            Visit(
                inspection=row, unit_id=row.unit_id, unit_version_id=row.unit_version_id,
                kind=kind, place="Bộ phận Một cửa", day=row.starts_on, session="morning",
            )
            for row in inspections
            for kind in Visit.Kind.values
        ),
        AT_ONCE,
    )  # fmt: skip


def _findings(inspections):
    areas = [factories.area(f"A{number}") for number in range(7)]
    rows = []
    for inspection in inspections:
        for number in range(FINDINGS_EACH):
            row = Finding(
                **factories.scope(inspection), announced=True, area=areas[number % 7],
                kind=STRENGTH if number % 3 == 0 else SHORTCOMING, text=TEXT.format(number=number),
            )  # fmt: skip
            row.search_key = row.folded_search_text()
            rows.append(row)
    made = Finding.objects.bulk_create(rows, AT_ONCE)
    version = {row.pk: row.unit_version_id for row in inspections}
    FindingUnit.objects.bulk_create(
        (
            FindingUnit(
                finding=row, unit_id=row.unit_id, unit_version_id=version[row.inspection_id]
            )
            for row in made
        ),
        AT_ONCE,
    )

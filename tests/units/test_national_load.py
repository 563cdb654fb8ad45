"""The whole nation: counts of both eras, and what must hold for every unit of the lists."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest
from django.db.models import Count, Q

from reform_portal.common.models import AuditEntry
from tests.units.national import EVE, REFORM, loaded
from units.models import Succession, Unit, UnitVersion
from units.national import load

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def report(django_db_setup, django_db_blocker):
    with loaded(django_db_blocker) as told:
        yield told


def counts(day):
    rows = UnitVersion.objects.on(day).order_by().values_list("level").annotate(Count("pk"))
    return dict(rows)


@pytest.mark.embedded
def test_counts_of_both_eras(report):
    assert counts(EVE) == {"province": 63, "district": 696, "commune": 10_035}
    assert counts(REFORM) == {"province": 34, "commune": 3_321}
    assert report.standing[EVE] == counts(EVE)
    assert report.standing[REFORM] == {**counts(REFORM), "district": 0}
    assert not report.unmapped


@pytest.mark.embedded
def test_types_of_the_new_communes():
    types = UnitVersion.objects.on(REFORM).filter(level="commune").order_by().values_list("type")

    assert dict(types.annotate(Count("pk"))) == {"xã": 2_621, "phường": 687, "đặc khu": 13}


@pytest.mark.embedded
def test_eleven_provinces_and_132_communes_are_the_same_units_in_both_eras():
    both = UnitVersion.objects.on(REFORM).filter(unit__opened_on__lt=REFORM)

    assert both.filter(level="province").count() == 11
    assert both.filter(level="commune").count() == 132


def test_a_second_load_writes_nothing(report):
    entries = AuditEntry.objects.count()

    again = load()

    assert report.changed
    assert not again.changed
    assert again.standing == report.standing
    assert AuditEntry.objects.count() == entries


@pytest.mark.embedded
def test_one_unit_takes_over_each_that_ended():
    ended = Unit.objects.exclude(closed_on=None)
    heirs = ended.annotate(heirs=Count("successions", filter=Q(successions__takes_over=True)))

    assert ended.count() == Succession.objects.filter(takes_over=True).count()
    assert not heirs.exclude(heirs=1).exists()


def ranges(*columns):
    """The ranges of versions in the order of time, by these columns."""
    found = defaultdict(list)
    rows = UnitVersion.objects.order_by("valid_from").values_list(
        "valid_from", "valid_to", *columns
    )
    for begin, end, *key in rows:
        found[tuple(key)].append((begin, end or date.max))
    return found


@pytest.mark.embedded
def test_who_follows_stands_on_the_day_the_other_ended():
    lives = ranges("unit_id")
    steps = Succession.objects.values_list("successor_id", "day", "predecessor__closed_on")

    for successor, day, closed in steps:
        assert day == closed
        assert any(begin <= day < end for begin, end in lives[(successor,)])


@pytest.mark.parametrize("columns", [("unit_id",), ("level", "code")])
def test_versions_of_a_unit_and_holders_of_a_code_do_not_overlap(columns):
    for life in ranges(*columns).values():
        assert all(before[1] <= after[0] for before, after in pairwise(life))


@pytest.mark.embedded
def test_every_path_is_that_of_the_unit_above_and_the_own_key():
    above = UnitVersion.objects.exclude(parent=None).select_related("parent")
    ends = set(Unit.objects.exclude(closed_on=None).values_list("pk", flat=True))

    for one in above.iterator():
        assert one.path.endswith(one.parent.own_key + f"{one.unit_id:07d}")
        assert one.province_id == one.ancestor_ids[0]
        assert one.unit_id in ends or one.valid_to is None or one.valid_to == REFORM


@pytest.mark.embedded
def test_hue_was_a_province_until_2025():
    names = UnitVersion.objects.filter(code="46", level="province").order_by("valid_from")

    assert [(one.title, one.valid_from.year) for one in names] == [
        ("tỉnh Thừa Thiên Huế", 2010),
        ("thành phố Huế", 2025),
    ]
    assert len({one.unit_id for one in names}) == 1


def test_the_load_left_one_entry_in_the_record_of_acts(report):
    entry = AuditEntry.objects.get(verb="unit.load")

    assert entry.change == dict(report.written)
    assert entry.change["units"] == Unit.objects.count()


def test_a_list_of_2024_also_has_the_commune_that_ended_with_the_year():
    assert counts(date(2024, 12, 31))["commune"] == 10_036

"""What inspections say to a reorganisation of units: refusals, new names, what is concerned."""

from datetime import date

import pytest

from reform_portal.common.workflow import Refused
from tests.units.reorganising import CAO_LOC, DECISION, REFORM, on
from units.actions import reorganisation
from units.models import Reorganisation

BEFORE = date(2025, 6, 30)


@pytest.fixture
def merge(world, administrator):
    """Merge the two communes on 1/7/2025."""

    def done(**order):
        units = [world.commune.unit, world.second_commune.unit]
        return reorganisation.merge(units, by=administrator, into=CAO_LOC, **DECISION | order)

    return done


@pytest.fixture
def rename(world, administrator):
    def done():
        unit = world.commune.unit
        return reorganisation.rename(unit, by=administrator, name="Cao Lộc", **DECISION)

    return done


@pytest.fixture
def scheduled(make, world):
    """An inspection of xã Thanh Lòa on the day, with a visit."""
    found = make.inspection(world, version=world.commune, starts_on=REFORM, ends_on=REFORM)
    make.visit(found)
    return found


def test_a_visit_on_or_after_the_day_stands_in_the_way_of_an_end(make, world, merge):
    found = make.inspection(world, starts_on=BEFORE, ends_on=REFORM)
    visit = make.visit(found, version=world.commune, day=REFORM)

    with pytest.raises(Refused, match=f": {found.code}, 01/07/2025") as refused:
        merge()
    assert visit.place not in str(refused.value)
    assert not Reorganisation.objects.exists()


@pytest.mark.embedded
def test_an_inspection_that_begins_after_the_end_stands_in_the_way(scheduled, merge):
    scheduled.visits.all().delete()

    with pytest.raises(Refused, match="xã Thanh Lòa: 1") as refused:
        merge()
    assert scheduled.code not in str(refused.value)


def test_once_it_is_cancelled_or_moved_before_the_day_the_units_may_end(scheduled, merge):
    type(scheduled).objects.filter(pk=scheduled.pk).update(status="cancelled")

    assert merge().versions.exists()


def test_a_visit_of_the_day_before_is_no_hindrance(make, world, merge):
    found = make.inspection(world, version=world.commune, starts_on=BEFORE, ends_on=BEFORE)
    make.visit(found)

    assert merge().versions.exists()


@pytest.mark.embedded
def test_what_is_still_scheduled_takes_the_new_name(scheduled, rename):
    new = rename().versions.get()

    scheduled.refresh_from_db()
    assert scheduled.unit_version == scheduled.visits.get().unit_version == new
    assert "cao loc" in scheduled.search_key


def test_what_has_begun_keeps_the_name_it_was_begun_under(scheduled, world, rename):
    type(scheduled).objects.filter(pk=scheduled.pk).update(status="on_site")
    rename()

    scheduled.refresh_from_db()
    assert scheduled.unit_version == scheduled.visits.get().unit_version == world.commune


def test_an_undo_gives_the_old_name_back(scheduled, world, rename, administrator):
    reorganisation.undo(rename(), by=administrator)

    scheduled.refresh_from_db()
    assert scheduled.unit_version == scheduled.visits.get().unit_version == world.commune
    assert on(REFORM, world.commune) == world.commune


@pytest.mark.embedded
def test_the_preview_counts_plans_and_inspections_of_each_unit(make, world, merge):
    for _number in range(2):
        make.inspection(world, version=world.commune, status="concluded")
    make.plan(world, number=99, units=[world.second_commune])
    shown = reorganisation.preview(lambda **how: merge(**how))

    told = [(one.count, one.records) for one in shown.consequences]
    assert told == [(2, ["xã Thanh Lòa: 2"]), (1, ["xã Hòa Cư: 1"])]
    assert not Reorganisation.objects.exists()

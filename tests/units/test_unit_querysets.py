"""Questions about units: on a day, below a unit, by words; and who sees whom."""

from datetime import date, timedelta

import pytest

from tests.factories import BEGIN, DAY
from units.actions import units as actions
from units.models import Person, Post, SteeringCommittee, Succession, Unit, UnitVersion

REFORM = date(2025, 7, 1)
A_DAY = timedelta(days=1)


def titles(versions):
    return {version.title for version in versions}


@pytest.fixture
def renamed(world, administrator):
    """Thanh Lòa becomes a ward on 1/7/2025."""
    return actions.revise_unit(
        world.commune.unit,
        by=administrator,
        seen_version=world.commune.pk,
        valid_from=REFORM,
        type="phường",
    )


@pytest.mark.embedded
def test_a_day_gives_one_version_of_a_unit_and_ranges_are_half_open(world, renamed):
    life = UnitVersion.objects.filter(unit=renamed.unit)

    assert [one.title for one in life.on(REFORM - A_DAY)] == ["xã Thanh Lòa"]
    assert [one.title for one in life.on(REFORM)] == ["phường Thanh Lòa"]
    assert not life.on(BEGIN - A_DAY).exists()


def test_a_unit_exists_from_its_first_day_to_before_its_last(make, world):
    commune = make.ended(world.second_commune, day=REFORM)

    units = Unit.objects.filter(pk=commune.unit_id)
    assert [units.on(day).exists() for day in (BEGIN - A_DAY, BEGIN, REFORM - A_DAY, REFORM)] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.embedded
def test_below_a_unit_is_everything_at_every_depth(make, world):
    desk = make.unit("Một cửa", "Bộ phận", "one_stop", parent=world.commune)
    below = UnitVersion.objects.on(DAY).under

    assert desk in below(world.province)
    assert titles(below(world.district)) == {
        "huyện Cao Lộc",
        "xã Thanh Lòa",
        "xã Hòa Cư",
        "Bộ phận Một cửa",
    }
    assert titles(below(world.commune)) == {"xã Thanh Lòa", "Bộ phận Một cửa"}
    assert titles(below(desk)) == {"Bộ phận Một cửa"}


@pytest.mark.embedded
def test_units_under_a_unit_are_those_of_the_day(world, renamed):
    under = Unit.objects.under

    assert set(under(world.district.unit, DAY)) == {
        world.district.unit,
        world.commune.unit,
        world.second_commune.unit,
    }
    assert not under(world.district.unit, BEGIN - A_DAY).exists()
    assert list(under(renamed.unit, REFORM)) == [renamed.unit]


def test_a_neighbour_with_a_longer_key_is_not_below(make, world):
    assert world.elsewhere not in UnitVersion.objects.on(DAY).under(world.province)
    assert world.other_district not in UnitVersion.objects.on(DAY).under(world.district)


def test_a_code_that_is_used_again_means_another_unit_on_another_day(make, world, administrator):
    old = make.ended(world.commune, day=REFORM)
    facts = {"name": "Cao Lộc", "type": "xã", "level": "commune", "code": old.code}
    new = actions.open_unit(
        by=administrator, parent=world.province.unit, valid_from=REFORM, **facts
    )

    holders = UnitVersion.objects.filter(code=old.code)
    assert [one.pk for one in holders.on(REFORM - A_DAY)] == [old.pk]
    assert [one.pk for one in holders.on(REFORM)] == [new.pk]


@pytest.mark.parametrize("words", ["cao loc", "CAO LỘC", "lộc cao", "183", "ubnd huyện cao"])
def test_units_are_found_however_they_are_typed(world, words):
    assert titles(UnitVersion.objects.on(DAY).matching(words)) == {"huyện Cao Lộc"}


def test_the_tree_is_read_by_everybody_with_a_role_and_nobody_else(make, world, stranger):
    nobody = make.actor(world.planner, BEGIN - A_DAY)

    assert UnitVersion.objects.visible_to(stranger).count() == 8
    assert not UnitVersion.objects.visible_to(nobody).exists()
    assert not Unit.objects.visible_to(None).exists()


def test_people_are_read_within_the_province(world, outsider, stranger, administrator):
    visible = Person.objects.visible_to

    assert world.planner in visible(outsider)
    assert [str(person) for person in visible(stranger)] == ["Lê Thị Lạ"]
    assert visible(administrator).count() == 9
    assert not visible(None).exists()


def test_posts_and_committees_are_read_within_the_province(world, outsider, stranger):
    assert Post.objects.visible_to(outsider).count() == 8
    assert Post.objects.visible_to(stranger).count() == 1
    assert list(SteeringCommittee.objects.visible_to(outsider)) == [world.committee]
    assert not SteeringCommittee.objects.visible_to(stranger).exists()


def test_somebody_with_two_posts_is_listed_once(world, administrator, planner):
    from units.actions import people

    people.appoint(
        world.head,
        by=administrator,
        unit=world.province.unit,
        title="Ủy viên",
        held_from=BEGIN,
        decision="9/QĐ-UBND",
    )

    assert list(Person.objects.visible_to(planner)).count(world.head) == 1


def test_a_post_bears_the_name_its_unit_had_while_it_was_held(world, renamed, make):
    mayor = make.person("Nông Văn Xã", world.commune, title="Chủ tịch")
    post = mayor.posts.with_units(REFORM).get()
    then = mayor.posts.with_units(REFORM - A_DAY).get()

    assert post.full_title == "Chủ tịch UBND phường Thanh Lòa"
    assert then.full_title == "Chủ tịch UBND xã Thanh Lòa"


@pytest.fixture
def two_steps(make, world):
    """Tri Trung → Hồng Minh (2025-01-01) → Phượng Dực (2025-07-01), as domain §6.2 tells it."""
    first, second = date(2025, 1, 1), REFORM
    old, middle = make.unit("Tri Trung", "xã", "commune"), make.unit("Hồng Minh", "xã", "commune")
    new = make.unit("Phượng Dực", "xã", "commune", opened=second)
    for before, after, day in ((old, middle, first), (middle, new, second)):
        Unit.objects.filter(pk=before.unit_id).update(closed_on=day)
        Succession.objects.create(
            predecessor=before.unit, successor=after.unit, kind="merge", day=day, decision="NQ"
        )
    return old.unit, middle.unit, new.unit


@pytest.mark.embedded
def test_successors_are_those_that_stand_on_the_day_over_any_number_of_steps(two_steps):
    old, middle, new = two_steps

    assert list(Unit.objects.successors(old, REFORM - A_DAY)) == [middle]
    assert list(Unit.objects.successors(old, REFORM)) == [new]
    assert not Unit.objects.successors(old, date(2024, 12, 31)).exists()


@pytest.mark.embedded
def test_predecessors_are_those_that_stood_on_the_day(two_steps):
    old, middle, new = two_steps

    assert list(Unit.objects.predecessors(new, REFORM - A_DAY)) == [middle]
    assert set(Unit.objects.predecessors(new, date(2024, 12, 31))) == {old, middle}
    assert not Unit.objects.predecessors(old, DAY).exists()

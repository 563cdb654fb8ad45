"""A unit ends and passes into others that stand, as districts did on 1/7/2025."""

from datetime import date

import pytest

from reform_portal.common.roles import Role
from reform_portal.common.workflow import Refused
from tests.units.reorganising import DECISION, REFORM, on
from units.actions import reorganisation
from units.models import Succession, Unit


@pytest.fixture
def dissolve(administrator):
    def done(version, *into, **order):
        units = [one.unit for one in into]
        return reorganisation.dissolve(
            version.unit, by=administrator, into=units, **DECISION | order
        )

    return done


@pytest.mark.embedded
def test_it_passes_into_others_and_one_takes_over(world, dissolve):
    act = dissolve(world.commune, world.second_commune, world.other_district, heir=1)

    lines = act.successions.order_by("pk").values_list("kind", "successor_id", "takes_over")
    assert list(lines) == [
        ("dissolved", world.second_commune.unit_id, False),
        ("dissolved", world.other_district.unit_id, True),
    ]
    assert Unit.objects.get(ended_by=act).closed_on == REFORM


def test_communes_of_a_district_that_ends_stand_under_the_province(make, world, dissolve):
    office = make.unit("Nội vụ", "Phòng", "agency", parent=world.district)
    into = make.unit("Kỳ Lừa", "phường", "commune", parent=world.province, opened=REFORM)
    dissolve(world.district, into)

    moved = on(REFORM, world.commune)
    assert (moved.parent_id, moved.district_id) == (world.province.unit_id, None)
    assert moved.path.startswith(world.province.path)
    assert on(REFORM, office).parent_id == into.unit_id


def test_its_people_go_to_the_one_that_takes_over(make, world, dissolve):
    clerk = make.person("Nông Văn Xã", world.commune, role=Role.OFFICIAL, answers=True)
    dissolve(world.commune, world.second_commune)

    assert make.actor(clerk, REFORM).unit_ids == {world.second_commune.unit_id}


@pytest.mark.embedded
def test_who_holds_the_same_post_there_already_gets_it_once(make, world, dissolve):
    clerk = make.person("Nông Văn Xã", world.commune)
    clerk.posts.create(unit=world.second_commune.unit, title="Chuyên viên", held_from=REFORM)
    dissolve(world.commune, world.second_commune)

    assert clerk.posts.filter(held_to=None).count() == 1


def test_a_follower_must_stand_that_day(make, world, dissolve):
    late = make.unit("Mới", "xã", "commune", parent=world.district, opened=date(2026, 1, 1))

    with pytest.raises(Refused, match="01/07/2025"):
        dissolve(world.commune, late)


def test_it_cannot_pass_into_what_is_below_it_or_into_itself(world, dissolve):
    for into in (world.commune, world.district):
        with pytest.raises(Refused):
            dissolve(world.district, into)


def test_a_commune_cannot_pass_into_an_agency(world, dissolve):
    with pytest.raises(Refused, match="Sở Tư pháp"):
        dissolve(world.commune, world.justice)


def test_a_territory_passes_to_somebody(world, dissolve):
    with pytest.raises(Refused, match="xã Thanh Lòa"):
        dissolve(world.commune)

    assert not Succession.objects.exists()


def test_what_is_below_must_fit_where_it_is_told_to_go(world, dissolve):
    moves = {world.commune.unit_id: world.justice.unit}

    with pytest.raises(Refused, match="xã Thanh Lòa"):
        dissolve(world.district, world.other_district, moves=moves)


@pytest.mark.embedded
def test_an_office_may_leave_nobody_and_what_is_below_goes_up(make, world, dissolve):
    office = make.unit("Tổ chức", "Phòng", "agency", parent=world.justice)
    clerk = make.person("Nông Văn Phòng", world.justice)
    dissolve(world.justice)

    assert not Succession.objects.exists()
    assert clerk.posts.get().held_to == REFORM
    assert on(REFORM, office).parent_id == world.province.unit_id


@pytest.mark.parametrize("chosen", [False, True])
def test_an_office_does_not_move_below_what_ends_before_it(
    chosen, make, world, dissolve, administrator
):
    office = make.unit("Một cửa", "Bộ phận", "one_stop", parent=world.commune)
    third = make.unit("Yên Trạch", "xã", "commune", parent=world.district)
    ahead = DECISION | {"day": date(2026, 1, 1)}
    heirs = [world.second_commune.unit, third.unit]
    facts = {"type": "xã", "name": "Mới", "code": ""}
    reorganisation.merge(heirs, by=administrator, into=facts, **ahead)

    with pytest.raises(Refused, match="01/01/2026"):
        dissolve(
            world.commune,
            world.second_commune,
            moves={office.unit_id: 0} if chosen else {},
        )

    assert on(REFORM, office).parent_id == world.commune.unit_id

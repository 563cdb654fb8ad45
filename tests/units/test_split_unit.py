"""One unit becomes several; one of them takes over what it left."""

import pytest

from reform_portal.common.workflow import Refused
from tests.units.reorganising import DECISION, REFORM, on, titles
from units.actions import reorganisation
from units.models import UnitVersion

HALVES = [
    {"type": "xã", "name": "Thanh Lòa", "code": "06193"},
    {"type": "xã", "name": "Lộc Yên", "code": "06211"},
]


@pytest.fixture
def split(world, administrator):
    """Split xã Thanh Lòa on 1/7/2025; the second half takes over."""

    def done(into=HALVES, heir=1, **order):
        return reorganisation.split(
            world.commune.unit, by=administrator, into=into, heir=heir, **DECISION | order
        )

    return done


def test_new_units_stand_in_its_place(world, split):
    act = split()

    assert titles(act.versions.all()) == ["xã Lộc Yên", "xã Thanh Lòa"]
    below = UnitVersion.objects.on(REFORM).under(world.district)
    assert titles(below) == ["huyện Cao Lộc", "xã Hòa Cư", "xã Lộc Yên", "xã Thanh Lòa"]


@pytest.mark.embedded
def test_one_of_them_takes_over(world, split):
    lines = split().successions.order_by("successor__versions__code")

    assert [line.takes_over for line in lines] == [False, True]
    assert {line.kind for line in lines} == {"split"}


def test_posts_go_to_the_one_that_takes_over_unless_told_otherwise(make, world, split):
    stays, goes = (make.person(name, world.commune) for name in ("Nông Một", "Nông Hai"))
    split(posts={goes.posts.get().pk: 0})

    held = {one: on(REFORM, one.posts.get(held_to=None)).name for one in (stays, goes)}
    assert held == {stays: "Lộc Yên", goes: "Thanh Lòa"}


def test_what_is_below_goes_where_it_is_told(make, world, split):
    desk = make.unit("Một cửa", "Bộ phận", "one_stop", parent=world.commune)
    act = split(moves={desk.unit_id: 0})

    assert on(REFORM, desk).parent_id == act.versions.get(name="Thanh Lòa").unit_id


def test_a_split_gives_at_least_two_units(split):
    with pytest.raises(Refused):
        split(into=HALVES[:1], heir=0)


def test_two_halves_cannot_share_a_code(split):
    with pytest.raises(Refused, match="06193"):
        split(into=[HALVES[0], HALVES[1] | {"code": "06193"}])


def test_two_halves_cannot_share_a_name(split):
    with pytest.raises(Refused, match="xã Thanh Lòa"):
        split(into=[HALVES[0], HALVES[1] | {"name": "Thanh Lòa"}])

"""The page of a unit through time: its line of life, who follows it, what is in it then and now."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import BEGIN, DAY
from units.actions import reorganisation
from units.actions import units as actions
from units.lifeline import stations_of
from units.models import Post, Succession, UnitVersion

MERGED, REFORM = date(2025, 1, 1), date(2025, 7, 1)


@pytest.fixture
def heir(make, world):
    """Xã Cao Lộc of 2025, made of Thanh Lòa and of Hòa Cư, which took in Tri Trung before."""
    tri_trung = make.unit("Tri Trung", "xã", "commune", parent=world.district)
    make.ended(tri_trung, world.second_commune, day=MERGED, decision="1286/NQ")
    new = make.unit("Cao Lộc", "xã", "commune", parent=world.province, code="06211", opened=REFORM)
    decided = {"day": REFORM, "decision": "1672/NQ-UBTVQH15"}
    make.ended(world.commune, new, **decided)
    make.ended(world.second_commune, new, world.other_district, **decided)
    return new


def life_of(version, on=DAY):
    life = list(UnitVersion.objects.filter(unit=version.unit).with_life_data())
    line = Succession.objects.line_of(version.unit).with_titles()
    shown = next((one for one in life if one.valid_from <= on), life[0])
    return stations_of(life, line, shown=shown)


def page(version):
    return reverse("units:unit_detail", args=[version.unit_id])


def words(station):
    return [f"{row.predecessor_title} > {row.successor_title}" for row in station.rows]


@pytest.mark.embedded
def test_a_life_goes_from_the_first_origin_to_the_last_heir(heir):
    told = [(station.kind, station.day, station.is_direct) for station in life_of(heir)]

    assert told == [("from", MERGED, False), ("from", REFORM, True), ("so", REFORM, True)]
    assert words(life_of(heir)[0]) == ["xã Tri Trung > xã Hòa Cư"]
    assert set(words(life_of(heir)[1])) == {
        "xã Thanh Lòa > xã Cao Lộc",
        "xã Hòa Cư > xã Cao Lộc",
    }


def test_an_ended_unit_says_what_it_became_and_who_takes_over(world, heir, browse):
    told = life_of(world.second_commune)

    assert [station.kind for station in told] == ["so", "from", "end", "into"]
    assert [row.takes_over for row in told[-1].rows] == [True, False]
    assert "đơn vị kế thừa" in browse("planner").get(page(world.second_commune)).text


def test_what_changed_from_one_version_to_the_next_is_said(world, administrator):
    actions.revise_unit(
        world.commune.unit,
        by=administrator,
        seen_version=world.commune.pk,
        valid_from=REFORM,
        name="Cao Lộc",
        code="06211",
        parent=world.province.unit,
    )
    changes = life_of(world.commune, REFORM)[-1].changes

    assert [(change.before, change.after) for change in changes] == [
        ("xã Thanh Lòa", "xã Cao Lộc"),
        ("06193", "06211"),
        ("huyện Cao Lộc", "tỉnh Lạng Sơn"),
    ]


def test_the_page_of_an_ended_unit_leads_to_its_successor(world, heir, browse):
    answer = browse("planner").get(page(world.commune), {"on": "2025-07-01"})

    assert "không còn tồn tại" in answer.text
    assert f'href="{page(heir)}?on=2025-07-01">xã Cao Lộc</a>' in answer.text


def test_the_page_shows_the_day_and_its_neighbours(make, world, browse):
    make.unit("Bộ phận Một cửa", "", "one_stop", parent=world.district)
    context = browse("planner").get(page(world.district)).context

    assert [version.title for version in context["above"]] == ["tỉnh Lạng Sơn"]
    assert [total for _label, total, _rows in context["below"]] == [2, 1]


def test_people_then_and_now_are_told_apart(make, world, browse):
    Post.objects.filter(person=world.official).update(held_to=date(2024, 1, 1))
    make.person("Nông Văn Mới", world.district, day=date(2024, 1, 1))
    context = browse("planner").get(page(world.district), {"on": "2023-06-17"}).context

    assert [post.person.full_name for post in context["posts"]] == ["Hoàng Văn Nam"]
    assert [post.person.full_name for post in context["posts_today"]] == ["Nông Văn Mới"]


@pytest.mark.embedded
def test_inspections_of_the_line_are_shown_then_and_now(make, world, heir, browse):
    make.inspection(world, version=world.commune)
    make.inspection(world, version=heir)
    part = browse("planner").get(page(heir)).context["parts"][0]
    then = browse("planner").get(page(world.commune)).context["parts"][0]

    assert [entry.whose for entry in part.entries] == ["own", "before"]
    assert {entry.whose for entry in then.entries} == {"own", "after"}


def test_inspections_are_shown_to_those_who_may_see_them(make, world, browse):
    make.inspection(world)

    assert not browse("administrator").get(page(world.district)).context["parts"]
    assert not browse("stranger").get(page(world.district)).context["parts"]


@pytest.mark.parametrize("on", ["", "?on=2024-01-01"])
def test_the_page_asks_as_much_after_a_long_life(make, world, heir, browse, queries, on):
    client = browse("planner")
    few = queries(client, page(world.justice) + on)
    for number in range(10):
        made = make.unit(f"Xã {number}", "xã", "commune", parent=world.district)
        make.ended(made, heir, day=REFORM)
        make.person(f"Người {number}", heir, day=REFORM)
        make.committee(world.province, world.home_affairs, world.chair)
    make.inspection(world, version=heir)

    assert queries(client, page(heir) + on) <= few <= 10
    assert queries(client, page(world.province) + on) <= 10


def test_coordinates_are_said_in_words(world, browse):
    UnitVersion.objects.filter(pk=world.commune.pk).update(latitude="21.85312", longitude="106.76")

    assert "vĩ độ 21,85312, kinh độ 106,76" in browse("planner").get(page(world.commune)).text


def test_a_unit_that_began_later_has_not_begun(heir, browse):
    assert "chưa tồn tại" in browse("planner").get(page(heir), {"on": str(BEGIN)}).text


def test_a_station_names_its_act_with_the_decision_and_leads_there(world, administrator, browse):
    act = reorganisation.merge(
        [world.commune.unit, world.second_commune.unit],
        by=administrator,
        into={"type": "xã", "name": "Cao Lộc", "code": "06211"},
        decision="1672/NQ-UBTVQH15",
        decided_on=date(2024, 6, 1),
        day=MERGED,
    )
    new = act.versions.get()

    for version in (world.commune, new):
        text = browse("planner").get(page(version)).text
        assert f'<a href="{act.get_absolute_url()}">Sáp nhập – 1672/NQ-UBTVQH15</a>' in text

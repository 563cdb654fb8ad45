"""The pages of units."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import DAY
from units.actions import units as actions
from units.models import UnitVersion

REFORM = date(2025, 7, 1)


@pytest.fixture
def desk(browse):
    """The administrator's browser."""
    return browse("administrator")


def titles(answer):
    return [version.title for version in answer.context["page"]]


def test_the_list_shows_the_tree_of_a_day_in_order(world, browse):
    answer = browse("official").get(reverse("units:unit_list"))

    assert titles(answer)[:4] == ["tỉnh Lạng Sơn", "huyện Cao Lộc", "xã Thanh Lòa", "xã Hòa Cư"]
    assert "units:unit_create" not in answer.text
    assert reverse("units:unit_create") not in answer.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "thanh loa"}, ["xã Thanh Lòa"]),
        ({"level": "district"}, ["huyện Cao Lộc", "huyện Văn Lãng"]),
        ({"q": "cao", "level": "commune"}, []),
        ({"on": "2019-12-31"}, []),
    ],
)
def test_filters_stay_in_the_address(browse, asked, found):
    assert titles(browse("planner").get(reverse("units:unit_list"), asked)) == found


def test_the_filter_by_place_gives_its_subtree(world, browse):
    answer = browse("planner").get(
        reverse("units:unit_list"), {"parent": world.district.unit_id, "level": "commune"}
    )

    assert titles(answer) == ["xã Thanh Lòa", "xã Hòa Cư"]


@pytest.mark.parametrize(
    "nonsense",
    ["level=x", "parent=x", "parent=99999999999999999999", "on=x", "after=x", "q=%00", "before=1"],
)
def test_nonsense_in_the_address_gives_the_list(browse, nonsense):
    answer = browse("planner").get(reverse("units:unit_list") + f"?{nonsense}")

    assert answer.status_code == 200
    assert len(titles(answer)) == 8


def test_the_list_asks_as_much_for_many_as_for_few(make, world, browse, queries):
    client, url = browse("planner"), reverse("units:unit_list")
    asked = f"{url}?parent={world.district.unit_id}&q=xa"
    few = queries(client, asked)
    for number in range(40):
        make.unit(f"Số {number}", "xã", "commune", parent=world.district)

    assert queries(client, asked) == few <= 8


def test_a_unit_is_shown_as_on_a_day(world, browse, administrator):
    seen = {"by": administrator, "seen_version": world.commune.pk, "valid_from": REFORM}
    actions.revise_unit(world.commune.unit, type="phường", **seen)
    url, client = reverse("units:unit_detail", args=[world.commune.unit_id]), browse("planner")

    assert "<h1>xã Thanh Lòa</h1>" in client.get(url).text
    assert "<h1>phường Thanh Lòa</h1>" in client.get(url, {"on": "2025-07-01"}).text
    assert "chưa tồn tại" in client.get(url, {"on": "2019-01-01"}).text


def test_a_unit_shows_its_people_only_within_the_province(world, browse):
    url = reverse("units:unit_detail", args=[world.district.unit_id])

    assert "Hoàng Văn Nam" in browse("outsider").get(url).text
    assert "Hoàng Văn Nam" not in browse("stranger").get(url).text


def test_a_unit_shows_what_became_of_it(make, world, browse):
    new = make.unit("Cao Lộc", "xã", "commune", parent=world.province, opened=REFORM)
    make.ended(world.commune, new, day=REFORM)
    before = browse("planner").get(reverse("units:unit_detail", args=[world.commune.unit_id]))
    after = browse("planner").get(reverse("units:unit_detail", args=[new.unit_id]))

    assert "xã Cao Lộc" in before.text
    assert "xã Thanh Lòa" in after.text


def test_a_unit_asks_as_much_for_many_as_for_few(make, world, browse, queries):
    client, url = (
        browse("administrator"),
        reverse("units:unit_detail", args=[world.district.unit_id]),
    )
    few = queries(client, url)
    for number in range(30):
        make.person(f"Người {number}", world.district)

    assert queries(client, url) == few <= 10


def test_a_unit_that_was_never_there_is_not_found(browse):
    assert browse("planner").get(reverse("units:unit_detail", args=[0])).status_code == 404


def test_an_administrator_opens_a_unit(world, desk):
    facts = {"level": "commune", "type": "phường", "name": "Kỳ Lừa", "valid_from": "17/06/2024"}
    answer = desk.post(
        reverse("units:unit_create"), facts | {"parent": world.district.unit_id}, follow=True
    )

    made = UnitVersion.objects.get(name="Kỳ Lừa")
    assert answer.redirect_chain == [(made.get_absolute_url(), 302)]
    assert "Đã lập phường Kỳ Lừa." in answer.text
    assert made.valid_from == DAY


def test_what_is_wrong_lands_at_the_field_and_nothing_is_lost(world, desk):
    facts = {"level": "commune", "type": "xã", "name": "Cao Lộc", "code": "06193"}
    answer = desk.post(
        reverse("units:unit_create"),
        facts | {"parent": world.home_affairs.unit_id, "valid_from": "17/06/2024"},
    )

    form = answer.context["form"]
    assert answer.status_code == 422
    assert set(form.errors) == {"code", "parent"}
    assert 'value="Cao Lộc"' in answer.text


def test_only_superusers_open_provinces_and_choose_among_them(world, desk, browse):
    level = desk.get(reverse("units:unit_create")).context["form"].fields["level"]
    world.administrator.account.is_superuser = True
    world.administrator.account.save()
    answer = browse("administrator").get(
        reverse("units:unit_create"), {"near": world.elsewhere.unit_id}
    )

    offered = set(answer.context["form"].fields["parent"].queryset)
    assert "province" not in dict(level.choices)
    assert "province" in dict(answer.context["form"].fields["level"].choices)
    assert {world.province, world.elsewhere, world.district} <= offered


def test_parents_are_offered_within_the_own_provinces(world, desk):
    offered = desk.get(reverse("units:unit_create")).context["form"].fields["parent"].queryset

    assert world.district in offered
    assert world.elsewhere not in offered


def test_a_unit_elsewhere_is_closed_to_an_administrator(world, desk):
    for name in ("units:reorganise", "units:choose_heir"):
        assert desk.get(reverse(name, args=[world.elsewhere.unit_id])).status_code == 403

"""The tree of units, opened level by level."""

import pytest
from django.urls import reverse

from tests.factories import DAY
from units import tree
from units.models import Unit, UnitVersion

URL = "/units/"


def twigs(groups):
    """Every twig that is shown, by title."""
    found = {}
    for group in groups:
        for twig in group.twigs:
            found |= {twig.version.title: twig} | twigs(twig.groups)
    return found


def shown(client, **asked):
    return twigs(client.get(reverse("units:unit_tree"), asked).context["groups"])


def grown(*keys, day=DAY, whole=()):
    given = {"open": ".".join(str(key) for key in keys), "all": ".".join(map(str, whole))}
    return tree.grow(day, tree.Opened(given, at_first=()))


def test_the_own_province_is_open_at_first(world, browse):
    found = shown(browse("planner"))

    assert found["tỉnh Lạng Sơn"].is_open
    assert "huyện Cao Lộc" in found
    assert "xã Thanh Lòa" not in found
    assert not found["tỉnh Đồng Tháp"].is_open


def test_what_the_address_says_is_open(world, browse):
    keys = f"{world.province.unit_id}.{world.district.unit_id}"

    assert "xã Thanh Lòa" in shown(browse("stranger"), open=keys)
    assert set(shown(browse("planner"), open="")) == {"tỉnh Lạng Sơn", "tỉnh Đồng Tháp"}


@pytest.mark.embedded
def test_agencies_one_stop_sections_and_territory_stand_apart(make, world):
    make.unit("Bộ phận Một cửa", "", "one_stop", parent=world.province)
    province = twigs(grown(world.province.unit_id))["tỉnh Lạng Sơn"]

    kinds = [[twig.version.level for twig in group.twigs] for group in province.groups]
    assert kinds == [["district"] * 2, ["agency"] * 2, ["one_stop"]]
    assert [group.total for group in province.groups] == [2, 2, 1]


def test_a_toggle_opens_what_is_closed_and_leads_the_focus_back(world, browse):
    found = shown(browse("planner"))
    district = found["huyện Cao Lộc"]

    assert district.below == 2
    assert district.toggle.endswith(f"#{district.anchor}")
    assert "xã Hòa Cư" in twigs(
        browse("planner").get(URL + district.toggle.partition("#")[0]).context["groups"]
    )


def test_a_closed_branch_keeps_the_day(world, browse):
    found = shown(browse("planner"), on="2023-06-17", open=str(world.province.unit_id))

    assert "on=2023-06-17" in found["tỉnh Lạng Sơn"].toggle


def test_what_does_not_stand_on_the_day_is_not_there(world):
    Unit.objects.filter(pk=world.district.unit_id).update(closed_on=DAY)
    UnitVersion.objects.filter(unit=world.district.unit).update(valid_to=DAY)
    keys = (world.province.unit_id, world.district.unit_id)

    assert "huyện Cao Lộc" not in twigs(grown(*keys))
    assert "huyện Cao Lộc" in twigs(grown(*keys, day=DAY.replace(day=16)))
    assert not grown(*keys, day=DAY.replace(year=1990))


@pytest.mark.embedded
def test_many_children_are_capped_until_all_are_asked_for(make, world, monkeypatch):
    monkeypatch.setattr(tree, "MOST_CHILDREN", 3)
    for number in range(5):
        make.unit(f"Sở {number}", "Sở", "agency", parent=world.province)
    key = world.province.unit_id
    capped = twigs(grown(key))["tỉnh Lạng Sơn"].groups[1]
    whole = twigs(grown(key, whole=[key]))["tỉnh Lạng Sơn"].groups[1]

    assert (len(capped.twigs), capped.total, capped.is_capped) == (3, 7, True)
    assert (len(whole.twigs), whole.is_capped) == (7, False)


def test_all_of_a_long_list_are_in_the_list(make, world, browse, monkeypatch):
    monkeypatch.setattr(tree, "MOST_CHILDREN", 2)
    monkeypatch.setattr(tree, "MOST_IN_ALL", 4)
    for number in range(5):
        make.unit(f"Sở {number}", "Sở", "agency", parent=world.province)
    key = world.province.unit_id
    page = browse("planner").get(f"{URL}?open={key}&all={key}").content.decode()

    assert len(twigs(grown(key, whole=[key]))["tỉnh Lạng Sơn"].groups[1].twigs) == 4
    assert "4 đơn vị đầu trong số 7; xem đủ trong danh sách" in page


def test_the_tree_asks_as_much_whatever_is_open(make, world, browse, queries):
    client, few = browse("planner"), f"{URL}?open="
    keys = [world.province.unit_id, world.district.unit_id, world.other_district.unit_id]
    for number in range(30):
        make.unit(f"Xã {number}", "xã", "commune", parent=world.district)

    assert queries(client, f"{URL}?open={'.'.join(map(str, keys))}") == queries(client, few) <= 8


@pytest.mark.parametrize(
    "asked", ["open=x", "open=1..2.", f"open={'9' * 40}", "all=-1", "open=0.0"]
)
def test_nonsense_in_the_address_is_passed_over(browse, asked):
    assert browse("planner").get(f"{URL}?{asked}").status_code == 200


def test_the_address_does_not_grow_without_end(world):
    opened = tree.Opened({"open": ".".join(map(str, range(1, 200)))}, at_first=())

    assert len(opened.keys) == tree.MOST_OPEN
    assert opened.keys[-1] == 199


@pytest.mark.parametrize("keys", [1, tree.MOST_OPEN])
def test_whoever_opens_much_sees_less_below_each(keys, world, monkeypatch):
    asked = {}
    monkeypatch.setattr(
        type(UnitVersion.objects.none()),
        "right_below",
        lambda rows, opened, **limits: asked.update(limits, opened=opened) or [],
    )
    many = range(1, keys + 1)
    tree.grow(DAY, tree.Opened({"open": ".".join(map(str, many)), "all": "1.2.3.4.5"}, at_first=()))

    assert (keys + 1) * asked["most"] <= tree.MOST_TWIGS
    assert len(asked["whole"]) * asked["in_all"] <= tree.MOST_TWIGS
    assert asked["most"] == (80 if keys == 1 else 39)

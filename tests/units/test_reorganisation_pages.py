"""The pages of an act: form, preview, result, undo; nothing typed is lost on the way."""

import pytest
from django.urls import reverse

from reform_portal.common.roles import Role
from tests.conftest import signed_in
from tests.units.reorganising import CAO_LOC, DECISION, REFORM, rows
from units.actions import reorganisation
from units.models import Reorganisation, UnitVersion

pytestmark = pytest.mark.django_db

TOKEN = "2e5b6c9e-7a55-4c8e-9a2f-0d7a4c1f2b3d"


@pytest.fixture
def desk(browse):
    return browse("administrator")


@pytest.fixture
def merger(world):
    """What the form of a merger sends."""
    return CAO_LOC | {
        "others": [world.second_commune.unit_id],
        "decision": "1672/NQ-UBTVQH15",
        "decided_on": "16/06/2024",
        "day": "01/07/2025",
        "submission": TOKEN,
        "seen": f"{world.commune.unit_id}:{world.commune.pk}",
    }


@pytest.fixture
def address(world):
    return reverse("units:reorganise_as", args=[world.commune.unit_id, "merge"])


@pytest.fixture
def people(make, world):
    """A mayor of the commune who signs in, and a desk in each commune."""
    for version in (world.commune, world.second_commune):
        make.unit("Một cửa", "Bộ phận", "one_stop", parent=version)
    return make.person("Nông Văn Xã", world.commune, role=Role.OFFICIAL, answers=True)


def kept(page, **fields):
    """Everything that was typed is on the page again."""
    html = page.content.decode()
    return all(str(value) in html for value in fields.values())


def test_a_unit_offers_the_kinds_of_acts(desk, world):
    page = desk.get(reverse("units:reorganise", args=[world.commune.unit_id]))

    for kind in Reorganisation.Kind.values:
        assert reverse("units:reorganise_as", args=[world.commune.unit_id, kind]) in page.text


def test_provinces_end_and_begin_by_superusers_alone(desk, world):
    page = desk.get(reverse("units:reorganise", args=[world.province.unit_id]))
    merging = reverse("units:reorganise_as", args=[world.province.unit_id, "merge"])

    assert merging not in page.text
    assert desk.get(merging).status_code == 403
    world.administrator.account.is_superuser = True
    world.administrator.account.save()
    answer = signed_in(world.administrator).get(merging)
    assert "tỉnh Đồng Tháp" in answer.text


def test_the_form_offers_neighbours_and_a_search_finds_others(desk, make, world, address, merger):
    far = make.unit("Tân Mỹ", "xã", "commune", parent=world.other_district, code="06124")
    assert "Tân Mỹ" not in desk.get(address).text

    page = desk.post(address, merger | {"step": "search", "q": "tan my", "name": ""})
    assert page.status_code == 200
    assert page.text.count("checked") == 1
    assert f'value="{far.unit_id}"' in page.text
    assert kept(page, decision=merger["decision"], day="01/07/2025")


def test_the_preview_says_what_follows_and_changes_nothing(desk, people, address, merger):
    before = rows()
    page = desk.post(address, merger)

    assert page.status_code == 200
    assert kept(page, name="Nông Văn Xã", desk="Bộ phận Một cửa", new="xã Cao Lộc", old="xã Hòa Cư")
    assert rows() == before
    assert not Reorganisation.objects.exists()


def test_the_preview_counts_what_is_open_and_tells_no_content(desk, make, world, address, merger):
    found = make.inspection(world, status="concluded", version=world.commune)
    make.recommendation(found, text="Lời không dành cho quản trị")
    make.plan(world, status="draft", number=None, title="Kín", units=[world.second_commune])
    page = desk.post(address, merger)

    assert kept(page, inspection="<li>xã Thanh Lòa: 1</li>", plan="<li>xã Hòa Cư: 1</li>")
    assert not kept(page, code=found.code)
    for word in ("Lời không dành", "Kín"):
        assert word not in page.text


def test_visits_in_the_way_are_shown_on_the_preview_which_then_cannot_be_confirmed(
    desk, make, world, address, merger
):
    found = make.inspection(world, version=world.commune, starts_on=REFORM, ends_on=REFORM)
    visit = make.visit(found)
    page = desk.post(address, merger)

    assert page.status_code == 200
    assert kept(page, inspection=f"{found.code}, 01/07/2025")
    assert visit.place not in page.text
    assert 'value="confirm"' not in page.text
    assert desk.post(address, merger | {"step": "confirm"}).status_code == 422
    assert not Reorganisation.objects.exists()


def test_going_back_loses_nothing(desk, people, address, merger):
    choice = {f"post-{people.posts.get().pk}": "ends"}
    page = desk.post(address, merger | choice | {"step": "back"})

    assert page.status_code == 200
    assert "checked" in page.text
    assert kept(page, **CAO_LOC, post=f'name="{[*choice][0]}" value="ends"', day="01/07/2025")


def test_confirming_carries_it_out_with_the_choices(desk, people, world, address, merger):
    post = people.posts.get()
    answer = desk.post(address, merger | {"step": "confirm", f"post-{post.pk}": "ends"})

    act = Reorganisation.objects.get()
    assert answer["Location"] == act.get_absolute_url()
    assert not people.posts.filter(held_to=None).exists()
    assert UnitVersion.objects.get(name="Cao Lộc", level="commune").made_by == act
    page = desk.get(answer["Location"])
    assert kept(page, new="xã Cao Lộc", old="xã Thanh Lòa", decision=act.decision)


def test_a_second_click_leads_to_the_act(desk, address, merger):
    first, second = (desk.post(address, merger | {"step": "confirm"}) for _click in range(2))

    assert first["Location"] == second["Location"]
    assert Reorganisation.objects.count() == 1


def test_what_somebody_else_changed_meanwhile_is_shown_beside_what_was_seen(
    desk, world, address, merger, administrator
):
    order = DECISION | {"day": DECISION["decided_on"]}
    reorganisation.rename(world.commune.unit, by=administrator, name="Tên Khác", **order)
    page = desk.post(address, merger | {"step": "confirm"})

    assert page.status_code == 409
    assert kept(page, seen="xã Thanh Lòa", now="xã Tên Khác", typed=merger["decision"])
    assert Reorganisation.objects.count() == 1


def test_a_unit_somebody_else_merged_meanwhile_is_refused_with_a_sentence(
    desk, world, address, merger, administrator
):
    units = [world.commune.unit, world.second_commune.unit]
    into = CAO_LOC | {"code": "06187"}
    reorganisation.merge(units, by=administrator, into=into, **DECISION)
    page = desk.post(address, merger | {"step": "confirm"})

    assert page.status_code == 422
    assert kept(page, sentence="01/07/2025", typed="06211")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"others": []}, "others"),
        ({"name": "  "}, "name"),
        ({"day": "31/02/2025"}, "day"),
        ({"decision": ""}, "decision"),
        ({"others": [10**25]}, "others"),
    ],
)
def test_bad_input_is_told_at_the_field(desk, address, merger, wrong, field):
    page = desk.post(address, merger | wrong)

    assert page.status_code == 422
    assert f"id_{field}" in page.text
    assert 'aria-invalid="true"' in page.text


@pytest.mark.parametrize(
    "wrong", [{"code": "183", "name": "Hòa Cư"}, {"day": "01/01/2020"}, {"seen": "x"}]
)
def test_what_cannot_be_is_told_on_top(desk, address, merger, wrong):
    assert desk.post(address, merger | wrong).status_code in (200, 422)
    assert not Reorganisation.objects.exists()


def test_choices_that_make_no_sense_are_no_choices(desk, people, address, merger):
    odd = {"post-x": "1", f"post-{people.posts.get().pk}": "99", "office-1": "-1", "heir": "7"}
    desk.post(address, merger | odd | {"step": "confirm"})

    assert people.posts.filter(held_to=None).exists()


FORMS = {
    "split": {
        **{f"type_{n}": "xã" for n in range(4)},
        "name_0": "Thanh Lòa",
        "name_1": "Lộc Yên",
        "code_0": "06193",
        "code_1": "06211",
        "heir": "1",
    },
    "rename": {"name": "Cao Lộc", "code": "06211"},
    "upgrade": {"type": "phường", "name": "Kỳ Lừa"},
    "transfer": {"parent": "other_district"},
    "dissolve": {"into": "second_commune"},
}


@pytest.mark.parametrize("kind", FORMS)
def test_every_kind_goes_from_form_over_preview_to_result_and_back(desk, world, merger, kind):
    url = reverse("units:reorganise_as", args=[world.commune.unit_id, kind])
    fields = {
        name: getattr(world, value).unit_id if hasattr(world, value) else value
        for name, value in FORMS[kind].items()
    }
    given = {name: merger[name] for name in ("decision", "decided_on", "day", "submission", "seen")}
    before = rows()
    assert desk.get(url).status_code == 200
    assert 'value="confirm"' in desk.post(url, given | fields).text
    answer = desk.post(url, given | fields | {"step": "confirm"})

    act = Reorganisation.objects.get(kind=kind)
    assert answer["Location"] == act.get_absolute_url()
    assert desk.get(answer["Location"]).status_code == 200
    undo = reverse("units:undo_reorganisation", args=[act.pk])
    assert desk.post(undo, {"note": "Nhập nhầm"}).status_code == 302
    assert rows() == before
    assert desk.get(act.get_absolute_url()).status_code == 200


def test_an_undo_that_is_refused_says_what_stands_in_the_way(desk, make, world, address, merger):
    desk.post(address, merger | {"step": "confirm"})
    act = Reorganisation.objects.get()
    make.person("Người Mới", act.versions.get(), day=REFORM)
    page = desk.post(reverse("units:undo_reorganisation", args=[act.pk]), {"note": "Nhầm"})

    assert page.status_code == 422
    assert kept(page, person="Người Mới", note="Nhầm")


def test_another_heir_is_chosen_from_the_act(desk, world, administrator):
    halves = [CAO_LOC, {"type": "xã", "name": "Lộc Yên", "code": "06187"}]
    act = reorganisation.split(
        world.commune.unit, by=administrator, into=halves, heir=0, **DECISION
    )
    url = reverse("units:choose_heir", args=[world.commune.unit_id])
    assert url in desk.get(act.get_absolute_url()).text
    assert desk.get(url).status_code == 200

    other = act.versions.get(name="Lộc Yên")
    assert desk.post(url, {"successor": other.unit_id, "note": "Trụ sở"}).status_code == 302
    assert act.successions.get(takes_over=True).successor_id == other.unit_id


def test_an_ended_unit_leads_back_with_a_sentence(desk, world, address, merger):
    desk.post(address, merger | {"step": "confirm"})

    for url in (address, reverse("units:reorganise", args=[world.commune.unit_id])):
        assert desk.get(url)["Location"] == world.commune.get_absolute_url()


def test_an_unknown_kind_is_not_there(desk, world):
    url = reverse("units:reorganise_as", args=[world.commune.unit_id, "explode"])

    assert desk.get(url).status_code == 404


def test_the_list_and_the_act_keep_their_budgets(desk, queries, make, world, administrator):
    url = reverse("units:reorganisation_list")

    def act(number):
        pair = [make.unit(f"{n}{number}", "xã", "commune", parent=world.district) for n in "AB"]
        units = [one.unit for one in pair]
        into = {"type": "xã", "name": f"C{number}", "code": ""}
        return reorganisation.merge(units, by=administrator, into=into, **DECISION)

    few = [act(number) for number in range(2)]
    first = queries(desk, url)
    for number in range(2, 12):
        act(number)
    assert queries(desk, url) == first <= 8
    assert queries(desk, few[0].get_absolute_url()) <= 12


def test_on_an_earlier_day_the_list_holds_what_was_in_force_by_then(desk, address, merger):
    desk.post(address, merger | {"step": "confirm"})
    url, link = (
        reverse("units:reorganisation_list"),
        Reorganisation.objects.get().get_absolute_url(),
    )

    assert link in desk.get(url).text
    assert link not in desk.get(url, {"on": "2025-06-30"}).text
    assert link in desk.get(url, {"on": "2025-07-01"}).text

"""The units of a plan: found, ticked, taken in whole districts, taken out."""

import pytest

pytestmark = pytest.mark.embedded


@pytest.fixture
def draft(make, world):
    return make.plan(world, status="draft", units=[])


def page_of(plan):
    return f"/plans/{plan.pk}/units/"


def names(plan):
    return {item.unit_version.name for item in plan.plan_units.select_related("unit_version")}


def add(browse, plan, **chosen):
    return browse("planner").post(page_of(plan), {"form": "on_site"} | chosen)


def test_ticked_units_are_added_and_audited(browse, draft, world, verbs):
    add(browse, draft, units=[world.district.pk, world.justice.pk], month=6)

    assert names(draft) == {"Cao Lộc", "Tư pháp"}
    assert {item.month for item in draft.plan_units.all()} == {6}
    assert verbs(draft) == ["plan.add_units"]


def test_a_district_comes_with_all_its_communes_in_one_click(browse, draft, world):
    add(browse, draft, whole=world.district.pk)

    assert names(draft) == {"Cao Lộc", "Thanh Lòa", "Hòa Cư"}


def test_everything_listed_comes_in_one_click(browse, draft):
    words = {"form": "by_report", "everything": "on"}

    browse("planner").post(f"{page_of(draft)}?level=commune", words)

    assert names(draft) == {"Thanh Lòa", "Hòa Cư"}


def test_adding_twice_changes_nothing(browse, draft, world):
    add(browse, draft, whole=world.district.pk)
    answer = add(browse, draft, units=[world.district.pk])

    assert answer.status_code == 422  # no longer offered
    assert draft.plan_units.count() == 3


def test_nothing_ticked_is_told(browse, draft):
    answer = add(browse, draft)

    assert answer.status_code == 422
    assert "units" in answer.context["form"].errors


def test_units_of_other_provinces_are_not_offered(browse, draft, world):
    assert "Đồng Tháp" not in browse("planner").get(page_of(draft)).text
    assert add(browse, draft, units=[world.elsewhere.pk]).status_code == 422


def test_units_that_do_not_exist_on_the_day_of_the_plan_are_not_offered(browse, make, draft, world):
    from datetime import date

    later = make.unit("Kỳ Lừa", "phường", "commune", parent=world.province, opened=date(2025, 7, 1))

    assert "Kỳ Lừa" not in browse("planner").get(page_of(draft)).text
    assert add(browse, draft, units=[later.pk]).status_code == 422


@pytest.mark.parametrize("typed", ["thanh loa", "Thanh Loà", "THANH LÒA"])
def test_the_search_takes_any_spelling(browse, draft, typed):
    page = browse("planner").get(page_of(draft), {"q": typed}).text

    assert "UBND xã Thanh Lòa" in page
    assert "UBND xã Hòa Cư" not in page


def test_the_search_narrows_by_level(browse, draft):
    page = browse("planner").get(page_of(draft), {"level": "agency"}).text

    assert "Sở Tư pháp" in page
    assert "UBND xã Hòa Cư" not in page


def test_a_unit_is_taken_out_and_audited(browse, make, world, verbs):
    plan = make.plan(world, status="returned")

    browse("planner").post(f"/plans/units/{plan.plan_units.get().pk}/remove/")

    assert not plan.plan_units.exists()
    assert verbs(plan) == ["plan.remove_unit"]


@pytest.mark.parametrize("status", ["submitted", "approved"])
def test_units_stay_once_the_plan_left_the_desk(browse, make, world, status):
    plan = make.plan(world, status=status)

    answer = add(browse, plan, units=[world.commune.pk])
    browse("planner").post(f"/plans/units/{plan.plan_units.get().pk}/remove/")

    assert answer.status_code == 422
    assert names(plan) == {"Cao Lộc"}


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("stranger", 404), ("official", 404)])
def test_others_change_no_units(browse, draft, world, who, status):
    answer = browse(who).post(page_of(draft), {"form": "on_site", "units": [world.district.pk]})

    assert answer.status_code == status
    assert not draft.plan_units.exists()


def test_many_units_cost_no_more_queries(browse, make, draft, world, count_queries):
    client = browse("planner")
    few = count_queries(client, page_of(draft))
    for number in range(30):
        make.unit(f"Xã {number}", "xã", "commune", parent=world.district)

    assert count_queries(client, page_of(draft)) == few <= 10

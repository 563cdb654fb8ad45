"""The units of a plan: found, ticked, taken in whole districts, taken out."""

import pytest


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


@pytest.mark.embedded
def test_adding_twice_changes_nothing(browse, draft, world, verbs):
    add(browse, draft, whole=world.district.pk)
    answer = add(browse, draft, units=[world.district.pk])

    assert answer.status_code == 302
    assert draft.plan_units.count() == 3
    assert verbs(draft) == ["plan.add_units"]


def group(version, level):
    return f"{version.unit_id}-{level}"


def test_a_group_comes_in_one_click_and_a_second_click_adds_nothing(browse, draft, world):
    answers = [add(browse, draft, group=group(world.district, "commune")) for _click in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert names(draft) == {"Thanh Lòa", "Hòa Cư"}


@pytest.mark.parametrize(
    ("level", "found"),
    [
        ("commune", {"Thanh Lòa", "Hòa Cư"}),
        ("district", {"Cao Lộc", "Văn Lãng"}),
        ("agency", {"Nội vụ", "Tư pháp"}),
    ],
)
def test_a_province_has_its_communes_districts_and_departments_as_groups(
    browse, draft, world, level, found
):
    add(browse, draft, group=group(world.province, level))

    assert names(draft) == found


def test_departments_of_a_province_are_without_the_offices_of_its_districts(
    browse, make, draft, world
):
    make.unit("Tư pháp Cao Lộc", "Phòng", "agency", parent=world.district)

    add(browse, draft, group=group(world.province, "agency"))

    assert names(draft) == {"Nội vụ", "Tư pháp"}


def test_the_page_counts_each_group(browse, draft, world):
    page = browse("planner").get(page_of(draft))

    counts = {one.key: len(one.units) for one in page.context["groups"]}
    assert counts[group(world.district, "commune")] == 2
    assert counts[group(world.province, "agency")] == 2


@pytest.mark.parametrize("key", ["0-commune", "x", "9" * 30])
def test_a_group_there_is_not_is_refused(browse, draft, key):
    answer = add(browse, draft, group=key)

    assert answer.status_code == 422
    assert "group" in answer.context["form"].errors


def test_a_group_is_listed_ticked_to_leave_some_out(browse, draft, world):
    asked = {"below": world.district.unit_id, "level": "commune", "ticked": 1}

    page = browse("planner").get(page_of(draft), asked)

    assert set(page.context["ticked"]) == {str(world.commune.pk), str(world.second_commune.pk)}
    assert page.text.count(" checked") == 2


def test_units_come_on_an_exact_day_and_as_a_re_inspection(browse, draft, world):
    add(browse, draft, units=[world.district.pk], day="17/06/2024", form="again")

    item = draft.plan_units.get()
    assert (item.day.isoformat(), item.month, item.form) == ("2024-06-17", 6, "again")


@pytest.mark.parametrize(
    "wrong", [{"day": "17/06/2023"}, {"day": "17/06/2024", "month": 5}, {"day": "31/02/2024"}]
)
def test_a_day_that_does_not_fit_is_refused_and_the_ticks_stay(browse, draft, world, wrong):
    answer = add(browse, draft, units=[world.district.pk], **wrong)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["day"])
    assert answer.context["ticked"] == [str(world.district.pk)]
    assert not draft.plan_units.exists()


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


@pytest.mark.embedded
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

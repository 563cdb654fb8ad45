"""Coverage of a province in a year: what counts, against which target, and who is missing."""

from datetime import date

import pytest

from inspections.coverage import coverage_of
from inspections.models import CoverageTarget
from reform_portal.common.models import AuditEntry
from tests.reformed import end

PAGE = "/coverage/"


@pytest.fixture
def kinds_of(planner):
    def ask(year=2024):
        return {kind.level: kind for kind in coverage_of(planner, year=year).kinds}

    return ask


def on(day):
    return {"starts_on": day, "ends_on": day}


def visited(make, world, version=None, day=date(2024, 5, 6), **fields):
    found = make.inspection(world, version=version, status="concluded", **on(day) | fields)
    make.visit(found)
    return found


def names(units):
    return {unit.name for unit in units}


def share(kind):
    return kind.share.done, kind.share.of


def target_url(world, year=2024, level="commune"):
    return f"{PAGE}{world.province.unit_id}/{year}/{level}/"


def test_units_are_counted_by_kind(make, world, kinds_of):
    visited(make, world)
    visited(make, world, world.commune)

    kinds = kinds_of()

    assert {level: share(kind) for level, kind in kinds.items()} == {
        "district": (1, 2),
        "commune": (1, 2),
        "agency": (0, 2),
    }
    assert names(kinds["commune"].missing) == {"Hòa Cư"}


def test_a_second_inspection_of_a_unit_does_not_count_twice(make, world, kinds_of):
    visited(make, world, world.commune)
    visited(make, world, world.commune, date(2024, 6, 3), form="again")

    assert share(kinds_of()["commune"]) == (1, 2)


def test_a_commune_visited_within_the_inspection_of_its_district_counts(make, world, kinds_of):
    found = make.inspection(world, status="on_site")
    make.visit(found, version=world.commune)

    assert share(kinds_of()["commune"]) == (1, 2)


def test_an_inspection_by_report_counts(make, world, kinds_of):
    made = {"status": "concluded", "form": "by_report"}
    make.inspection(world, version=world.justice, **made | on(date(2024, 3, 4)))

    assert share(kinds_of()["agency"]) == (1, 2)


@pytest.mark.parametrize("status", ["planned", "cancelled"])
def test_what_has_not_taken_place_does_not_count(make, world, kinds_of, status):
    make.visit(make.inspection(world, status=status))

    assert share(kinds_of()["district"]) == (0, 2)


def test_another_year_does_not_count(make, world, kinds_of):
    visited(make, world, day=date(2023, 5, 6))

    assert share(kinds_of()["district"]) == (0, 2)
    assert share(kinds_of(2023)["district"]) == (1, 2)


def test_offices_below_a_district_are_no_departments(make, world, kinds_of):
    make.unit("Nội vụ", "Phòng", "agency", parent=world.district)

    assert kinds_of()["agency"].share.of == 2


def test_a_unit_that_ended_counts_with_the_one_that_took_it_over(make, world, kinds_of):
    visited(make, world, world.commune)
    end(world.commune, world.second_commune, day=date(2024, 6, 1))

    kind = kinds_of()["commune"]

    assert (share(kind), kind.missing) == ((1, 1), [])


def test_a_unit_that_ended_does_not_count_with_the_others_that_followed(make, world, kinds_of):
    new = make.unit("Tân", "xã", "commune", parent=world.district, opened=date(2024, 6, 1))
    visited(make, world, world.commune)
    end(world.commune, new, world.second_commune, day=date(2024, 6, 1))

    assert names(kinds_of()["commune"].missing) == {"Hòa Cư"}


def test_a_past_year_is_measured_on_its_last_day(make, world, kinds_of):
    make.unit("Tân", "xã", "commune", parent=world.district, opened=date(2024, 2, 1))

    assert kinds_of(2023)["commune"].share.of == 2
    assert kinds_of(2024)["commune"].share.of == 3


def test_units_on_an_approved_plan_stand_apart_and_those_on_a_draft_are_missing(
    make, world, kinds_of
):
    make.plan(world, units=[world.district])
    make.plan(world, number=81, status="draft", units=[world.other_district])

    kind = kinds_of()["district"]

    assert [(unit.name, plan) for unit, plan in kind.planned] == [("Cao Lộc", "80/KH-BCĐCCHC")]
    assert names(kind.missing) == {"Văn Lãng"}


@pytest.mark.parametrize(("percent", "needed"), [(50, 0), (51, 1), (100, 1), (0, 0)])
def test_the_target_says_how_many_are_still_needed(make, world, kinds_of, percent, needed):
    scope = {"province": world.province.unit, "year": 2024, "level": "commune"}
    CoverageTarget.objects.create(percent=percent, **scope)
    visited(make, world, world.commune)

    assert kinds_of()["commune"].still_needed == needed


def test_shares_are_printed_as_papers_write_them(browse, make, world):
    for number in range(6):
        make.unit(f"Xã {number}", "xã", "commune", parent=world.district)
    for version in world.commune, world.second_commune:
        visited(make, world, version)
    for number in range(3):
        new = make.unit(f"Phường {number}", "phường", "commune", parent=world.district)
        visited(make, world, new)

    assert "45,5 %" in browse("planner").get(PAGE).text  # 5 of 11


def test_missing_units_lead_to_a_draft_with_them_ticked(browse, make, world):
    draft = make.plan(world, status="draft", units=[])
    visited(make, world, world.commune)
    link = f"/plans/{draft.pk}/units/?level=commune&amp;years=1&amp;ticked=1"
    client = browse("planner")

    assert link in client.get(PAGE).text
    page = client.get(link.replace("&amp;", "&"))
    assert page.context["ticked"] == [str(world.second_commune.pk)]


def test_who_only_reads_is_led_nowhere(browse, make, world):
    make.plan(world, status="draft", units=[])

    page = browse("chair").get(PAGE).text

    assert "ticked=1" not in page
    assert target_url(world) not in page


@pytest.mark.embedded
def test_home_affairs_sets_a_target_with_its_basis(browse, world):
    words = {"percent": "62,5 %", "basis": "Kế hoạch 12/KH-UBND"}

    assert browse("planner").post(target_url(world), words).status_code == 302

    target = CoverageTarget.objects.get()
    assert (str(target.percent), target.basis) == ("62.50", "Kế hoạch 12/KH-UBND")
    assert AuditEntry.objects.about(target).get().verb == "coverage.set"
    assert "62,5 %" in browse("planner").get(PAGE).text


def test_a_second_click_sets_one_target(browse, world):
    words = {"percent": "30", "submission": "6b0f8f9e-6c0e-4f0a-9a51-0c0e8f0a1b2c"}
    url = target_url(world)
    client = browse("planner")
    client.post(url, words)

    answer = client.post(url, words)

    assert (answer.status_code, CoverageTarget.objects.count()) == (422, 1)


@pytest.mark.embedded
def test_a_target_somebody_changed_first_is_not_overwritten(browse, world):
    client = browse("planner")
    client.post(target_url(world), {"percent": "30"})
    client.post(target_url(world), {"percent": "40", "version": 1})

    answer = client.post(target_url(world), {"percent": "50", "version": 1})

    assert answer.status_code == 409
    assert CoverageTarget.objects.get().percent == 40


@pytest.mark.parametrize("percent", ["", "-1", "101", "x", "12,345"])
def test_no_share_is_refused_at_its_field(browse, world, percent):
    answer = browse("planner").post(target_url(world), {"percent": percent})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["percent"])


@pytest.mark.parametrize("who", ["chair", "auditor", "head", "official", "stranger"])
def test_others_set_no_target(browse, world, who):
    assert browse(who).post(target_url(world), {"percent": "30"}).status_code == 403


@pytest.mark.parametrize("rest", ["1999/commune/", "2024/province/", "2024/x/"])
def test_there_is_no_target_for_what_is_not_counted(browse, world, rest):
    url = f"{PAGE}{world.province.unit_id}/{rest}"

    assert browse("planner").get(url).status_code == 404


@pytest.mark.parametrize("asked", [{"year": "x"}, {"year": 99999}, {"province": 10**20}])
def test_what_cannot_be_read_is_as_if_not_asked_for(browse, world, asked):
    answer = browse("planner").get(PAGE, asked)

    assert (answer.status_code, answer.context["coverage"].year) == (200, 2024)


def test_a_stranger_reads_the_own_province_only(browse, world):
    page = browse("stranger").get(PAGE, {"province": world.province.unit_id})

    assert page.context["coverage"].province.name == "Đồng Tháp"


def test_a_hundred_units_cost_no_more_queries(browse, make, world, count_queries):
    client = browse("planner")
    visited(make, world)
    few = count_queries(client, PAGE)
    for number in range(100):
        version = make.unit(f"Xã {number}", "xã", "commune", parent=world.district)
        if number < 10:
            visited(make, world, version)

    assert count_queries(client, PAGE) == few <= 8

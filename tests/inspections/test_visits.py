"""Recording visits: at the unit or below it, inside the days, until the draft is announced."""

import uuid
from datetime import date

import pytest

from inspections.models import Visit


@pytest.fixture
def inspection(make, world):
    return make.inspection(world, status="on_site")


@pytest.fixture
def record(browse, inspection, visit_words):
    def sent(who="member", **changes):
        words = visit_words(**changes)
        return browse(who).post(f"/inspections/{inspection.code}/visits/", words)

    return sent


def edit(browse, visit, words, who="member", **changes):
    values = words(**{"version": visit.version, "unit": visit.unit_id} | changes)
    return browse(who).post(f"/inspections/visits/{visit.pk}/edit/", values)


def test_a_visit_is_recorded_with_the_unit_as_it_is_that_day(record, inspection, world, verbs):
    assert record().status_code == 302

    visit = Visit.objects.get()
    assert (visit.unit_version, visit.day) == (world.commune, date(2024, 6, 17))
    assert verbs(inspection) == ["visit.create"]


@pytest.mark.parametrize("status", ["planned", "on_site", "drafting"])
def test_visits_are_recorded_until_the_draft_is_announced(record, inspection, status):
    type(inspection).objects.update(status=status)

    assert record().status_code == 302


@pytest.mark.parametrize("status", ["announced", "explained", "concluded", "closed", "cancelled"])
def test_afterwards_nothing_changes(record, browse, make, inspection, visit_words, status):
    visit = make.visit(inspection, notes="Trước")
    type(inspection).objects.update(status=status)

    added = record(place="Nơi khác", notes="Chữ đã gõ")
    edited = edit(browse, visit, visit_words, notes="Sau")
    browse("member").post(f"/inspections/visits/{visit.pk}/delete/")

    assert (added.status_code, edited.status_code) == (422, 422)
    assert "Chữ đã gõ" in added.text
    assert Visit.objects.get().notes == "Trước"


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("day", {"day": "2024-06-18"}),
        ("day", {"day": "2023-06-17"}),
        ("day", {"day": "17.13.2024"}),
        ("place", {"place": ""}),
        ("kind", {"kind": "picnic"}),
        ("unit", {"unit": ""}),
    ],
)
def test_bad_input_lands_at_its_field_and_nothing_is_lost(record, field, changes):
    answer = record(**changes)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "Trụ sở cơ bản đáp ứng." in answer.text
    assert not Visit.objects.exists()


def test_a_day_outside_the_plan_year_is_refused_for_that_reason(record, inspection):
    type(inspection).objects.update(ends_on=date(2025, 1, 10))

    answer = record(day="2025-01-05")

    assert "2024" in answer.context["form"].errors["day"][0]


def test_a_place_of_another_district_cannot_be_chosen(record, world):
    assert record(unit=world.other_district.unit_id).status_code == 422


def test_a_commune_that_left_the_district_by_that_day_is_refused(record, inspection, world):
    type(inspection).objects.update(ends_on=date(2024, 6, 20))
    type(world.commune).objects.filter(pk=world.commune.pk).update(valid_to=date(2024, 6, 18))

    answer = record(day="2024-06-19")

    assert answer.status_code == 422
    assert "unit" in answer.context["form"].errors


def test_a_second_click_records_nothing(record):
    token = uuid.uuid4()

    answers = [record(submission=token), record(submission=token)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Visit.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "status"),
    [("planner", 403), ("chair", 403), ("official", 403), ("auditor", 403), ("outsider", 404)],
)
def test_only_the_delegation_records(record, browse, make, inspection, visit_words, who, status):
    visit = make.visit(inspection)

    assert record(who).status_code == status
    assert edit(browse, visit, visit_words, who).status_code == status
    assert browse(who).post(f"/inspections/visits/{visit.pk}/delete/").status_code == status
    assert Visit.objects.count() == 1


def test_who_saved_second_sees_both_texts_and_overwrites_nothing(
    browse, make, inspection, visit_words
):
    visit = make.visit(inspection)
    edit(browse, visit, visit_words, notes="Người thứ nhất ghi")

    answer = edit(browse, visit, visit_words, who="head", notes="Người thứ hai ghi")

    visit.refresh_from_db()
    assert (answer.status_code, visit.notes) == (409, "Người thứ nhất ghi")
    assert "Người thứ nhất ghi" in answer.text
    assert "Người thứ hai ghi" in answer.text


def test_both_texts_name_places_days_and_kinds_in_words(
    browse, make, inspection, world, visit_words
):
    type(inspection).objects.update(ends_on=date(2024, 6, 18))
    visit = make.visit(inspection)
    moved = {"unit": world.commune.unit_id, "day": "2024-06-17", "kind": "office"}
    edit(browse, visit, visit_words, **moved)

    answer = edit(browse, visit, visit_words, day="2024-06-18")

    saved = {row["saved"] for row in answer.context["stale"]["rows"]}
    assert saved >= {"UBND xã Thanh Lòa", "17/06/2024", "trụ sở, phòng làm việc"}


@pytest.fixture
def to_come(request, make, inspection):
    """A visit that is still to come, for either reason."""
    status, day = request.param
    type(inspection).objects.update(status=status, ends_on=date(2024, 6, 18))
    return make.visit(inspection, day=day)


TO_COME = [("planned", date(2024, 6, 17)), ("on_site", date(2024, 6, 18))]


@pytest.mark.parametrize("to_come", TO_COME, indirect=True)
def test_when_a_visit_to_come_takes_place_is_not_edited(browse, to_come, visit_words):
    late = {"day": "2024-06-18", "session": "afternoon", "place": "Nhà văn hóa"}

    answer = edit(browse, to_come, visit_words, **late)

    visit = Visit.objects.get()
    assert (answer.status_code, visit.place) == (302, "Nhà văn hóa")
    assert (visit.day, visit.session) == (to_come.day, "morning")


@pytest.mark.parametrize("to_come", TO_COME, indirect=True)
def test_the_form_of_a_visit_to_come_leads_to_where_it_is_moved(browse, to_come):
    answer = browse("member").get(f"/inspections/visits/{to_come.pk}/edit/")

    assert f"/inspections/visits/{to_come.pk}/move/" in answer.text


@pytest.mark.parametrize("to_come", TO_COME, indirect=True)
def test_a_visit_to_come_is_cancelled_instead_of_deleted(browse, to_come):
    url = f"/inspections/visits/{to_come.pk}/"

    for ask in (browse("member").get, browse("member").post):
        assert ask(f"{url}delete/").url == f"{url}cancel/"
    assert Visit.objects.exists()


@pytest.mark.embedded
def test_deleting_asks_first_and_is_audited(browse, make, inspection, verbs):
    visit = make.visit(inspection)
    url = f"/inspections/visits/{visit.pk}/delete/"

    assert "Xóa buổi kiểm tra này?" in browse("member").get(url).text
    browse("member").post(url)

    assert not Visit.objects.exists()
    assert verbs(inspection) == ["visit.delete"]


def test_a_visit_with_evidence_stays(browse, make, inspection, world):
    visit = make.visit(inspection)
    make.evidence(inspection, by=world.member, visit=visit)

    answer = browse("member").post(f"/inspections/visits/{visit.pk}/delete/", follow=True)

    assert Visit.objects.exists()
    assert "minh chứng" in str(list(answer.context["messages"])[0])


def test_another_text_after_going_back_is_kept_and_makes_another_visit(record, inspection):
    token = uuid.uuid4()
    record(submission=token)

    back = record(submission=token, place="Nhà văn hóa", notes="Chữ đã gõ")
    again = record(submission=back.context["form"]["submission"].value(), place="Nhà văn hóa")

    assert (back.status_code, again.status_code) == (422, 302)
    assert "Chữ đã gõ" in back.text
    assert {visit.place for visit in inspection.visits.all()} == {
        "Bộ phận Một cửa UBND xã Thanh Lòa",
        "Nhà văn hóa",
    }


def test_a_visit_where_something_was_found_stays(browse, make, inspection):
    visit = make.visit(inspection)
    make.finding(inspection, visit=visit)

    answer = browse("member").post(f"/inspections/visits/{visit.pk}/delete/", follow=True)

    assert Visit.objects.filter(pk=visit.pk).exists()
    assert "ghi nhận" in str(next(iter(answer.context["messages"])))

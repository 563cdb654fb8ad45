"""Visits of other bodies: entered, changed and taken back by Home Affairs of the province."""

import uuid
from datetime import date

import pytest

from inspections.models import OtherVisit
from reform_portal.common.models import AuditEntry

LIST, NEW = "/other-visits/", "/other-visits/new/"


@pytest.fixture
def words(world):
    def typed(**changes):
        values = {
            "submission": uuid.uuid4(),
            "unit": world.commune.unit_id,
            "body": "Thanh tra tỉnh",
            "subject": "Thanh tra quản lý đất đai",
            "starts_on": "2024-06-10",
            "ends_on": "2024-06-12",
            "basis": "15/KH-TTT",
        }
        return values | changes

    return typed


@pytest.fixture
def entered(browse, words):
    browse("planner").post(NEW, words())
    return OtherVisit.objects.get()


def test_an_entry_keeps_unit_version_and_province_and_is_audited(entered, world):
    assert (entered.unit_version, entered.province) == (world.commune, world.province.unit)
    assert AuditEntry.objects.about(entered).get().verb == "other_visit.create"


def test_a_second_click_enters_nothing(browse, words):
    sent = words()

    answers = [browse("planner").post(NEW, sent).status_code for _click in range(2)]

    assert (answers, OtherVisit.objects.count()) == ([302, 302], 1)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("ends_on", {"ends_on": "2024-06-09"}),
        ("starts_on", {"starts_on": "hôm qua"}),
        ("body", {"body": ""}),
        ("unit", {"unit": ""}),
    ],
)
def test_bad_input_lands_at_its_field_and_nothing_is_lost(browse, words, field, changes):
    answer = browse("planner").post(NEW, words(**changes))

    assert (answer.status_code, OtherVisit.objects.count()) == (422, 0)
    assert field in answer.context["form"].errors
    assert "15/KH-TTT" in answer.text


def test_a_unit_that_did_not_exist_yet_is_refused(browse, words):
    answer = browse("planner").post(NEW, words(starts_on="2019-01-01", ends_on="2019-01-02"))

    assert (answer.status_code, OtherVisit.objects.count()) == (422, 0)


def test_a_unit_of_another_province_is_no_choice(browse, words, world):
    assert browse("planner").post(NEW, words(unit=world.elsewhere.unit_id)).status_code == 422


@pytest.mark.embedded
def test_an_entry_is_changed(browse, entered, words):
    url = entered.get_absolute_url()

    browse("planner").post(url, words(version=1, ends_on="2024-06-14"))

    entered.refresh_from_db()
    assert entered.ends_on == date(2024, 6, 14)
    assert AuditEntry.objects.about(entered).first().verb == "other_visit.edit"


def test_who_saves_second_sees_both_texts(browse, entered, words):
    url = entered.get_absolute_url()
    browse("planner").post(url, words(version=1, subject="Người thứ nhất"))

    answer = browse("planner").post(url, words(version=1, subject="Người thứ hai"))

    assert answer.status_code == 409
    assert "Người thứ nhất" in answer.text
    assert "Người thứ hai" in answer.text


@pytest.mark.embedded
def test_an_entry_is_taken_back_and_the_history_keeps_it(browse, entered):
    browse("planner").post(f"{entered.get_absolute_url()}delete/")

    assert not OtherVisit.objects.exists()
    assert AuditEntry.objects.filter(verb="other_visit.delete").exists()


@pytest.mark.embedded
def test_other_provinces_see_nothing(browse, entered):
    assert "Thanh tra tỉnh" in browse("auditor").get(LIST).text
    assert "Thanh tra tỉnh" not in browse("stranger").get(LIST).text
    assert browse("stranger").get(entered.get_absolute_url()).status_code == 404


def test_the_list_costs_the_same_with_thirty_entries(browse, entered, count_queries):
    client = browse("planner")
    few = count_queries(client, LIST)
    for number in range(30):
        entered.pk, entered.submission, entered.subject = None, None, f"Việc {number}"
        entered.save(force_insert=True)

    assert count_queries(client, LIST) == few <= 8

"""The list of days off: administrators keep it, everybody reads it."""

import uuid
from datetime import date

import pytest

from inspections.models import Holiday
from reform_portal.common.models import AuditEntry

LIST, NEW = "/holidays/", "/holidays/new/"


def words(**changes):
    values = {
        "submission": uuid.uuid4(),
        "day": "24/11/2028",
        "name": "Ngày nghỉ thử",
        "basis": "Thông báo 1/TB-BNV",
    }
    return values | changes


@pytest.fixture
def added(browse):
    browse("administrator").post(NEW, words())
    return Holiday.objects.get(day=date(2028, 11, 24))


def test_a_day_is_added_and_audited(added):
    assert (added.basis, added.is_worked) == ("Thông báo 1/TB-BNV", False)
    assert AuditEntry.objects.about(added).get().verb == "holiday.create"


@pytest.mark.embedded
def test_a_second_click_adds_nothing(browse):
    sent = words()

    answers = [browse("administrator").post(NEW, sent).status_code for _click in range(2)]

    assert (answers, Holiday.objects.filter(day__year=2028).count()) == ([302, 302], 1)


@pytest.mark.embedded
def test_everybody_reads_the_list_of_the_year_asked_for(browse, added):
    assert "Ngày nghỉ thử" in browse("official").get(LIST, {"year": 2028}).text
    this_year = browse("official").get(LIST).text
    assert "Giáp Thìn" in this_year
    assert "Ngày nghỉ thử" not in this_year


@pytest.mark.parametrize("year", ["", "abc", "-1", "99999999999"])
def test_a_year_nobody_can_read_is_this_year(browse, year):
    assert "Giáp Thìn" in browse("official").get(LIST, {"year": year}).text


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("day", {"day": "30/02/2028"}),
        ("day", {"day": "02/09/2024"}),
        ("name", {"name": ""}),
        ("is_worked", {"is_worked": "on"}),
    ],
)
def test_bad_input_lands_at_its_field_and_nothing_is_lost(browse, field, changes):
    before = Holiday.objects.count()

    answer = browse("administrator").post(NEW, words(**changes))

    assert (answer.status_code, Holiday.objects.count()) == (422, before)
    assert field in answer.context["form"].errors
    assert "Thông báo 1/TB-BNV" in answer.text


@pytest.mark.embedded
def test_a_day_is_changed(browse, added):
    browse("administrator").post(added.get_absolute_url(), words(version=1, name="Tên khác"))

    added.refresh_from_db()
    assert added.name == "Tên khác"
    assert AuditEntry.objects.about(added).first().verb == "holiday.edit"


def test_who_saves_second_sees_both_texts(browse, added):
    url = added.get_absolute_url()
    browse("administrator").post(url, words(version=1, name="Người thứ nhất"))

    answer = browse("administrator").post(url, words(version=1, name="Người thứ hai"))

    assert answer.status_code == 409
    assert "Người thứ nhất" in answer.text


@pytest.mark.embedded
def test_a_day_is_taken_out_and_the_history_keeps_it(browse, added):
    browse("administrator").post(f"{added.get_absolute_url()}delete/")

    assert not Holiday.objects.filter(pk=added.pk).exists()
    assert "24/11/2028" in AuditEntry.objects.get(verb="holiday.delete").note


@pytest.mark.parametrize("who", ["planner", "chair", "official", "auditor"])
def test_nobody_else_changes_the_list(browse, added, who):
    assert browse(who).post(NEW, words()).status_code == 403
    assert browse(who).post(f"{added.get_absolute_url()}delete/").status_code == 403


def test_the_list_costs_few_queries(browse, count_queries):
    assert count_queries(browse("official"), f"{LIST}?year=2024") <= 8

"""Pages of amendments: beginning one, what it changes, and what a plan said before."""

import pytest

from inspections.actions.amendments import begin_amendment
from inspections.actions.deadlines import give
from inspections.actions.plans import add_units
from inspections.models import Plan
from inspections.workflow_amendments import amendment as way


@pytest.fixture
def plan(make, world):
    made = make.plan(world, units=[world.district, world.commune])
    give(made, made.issued_on)
    return made


@pytest.fixture
def begun(plan, planner, world):
    row = begin_amendment(plan, by=planner, reason="Điều chỉnh địa bàn")
    add_units(row, [world.second_commune], by=planner, month=9)
    return row


@pytest.fixture
def enacted(begun, planner, chair):
    Plan.objects.filter(pk=begun.pk).update(number=95, issued_on="2024-06-17")
    return way.take("approve", way.take("submit", begun, by=planner), by=chair)


def test_it_is_begun_with_a_reason_and_opens_as_a_draft(browse, plan):
    client = browse("planner")
    answer = client.post(f"/plans/{plan.pk}/amend/", {"reason": "Lý do"}, follow=True)

    draft = plan.amendments.get()
    assert answer.redirect_chain == [(draft.get_absolute_url(), 302)]
    assert "Sửa đổi, bổ sung" in answer.text
    assert f"/plans/{draft.pk}/units/" in answer.text


def test_without_a_reason_it_is_not_begun(browse, plan):
    answer = browse("planner").post(f"/plans/{plan.pk}/amend/", {"reason": " "})

    assert answer.status_code == 422
    assert not plan.amendments.exists()


def test_the_second_who_begins_is_told(browse, plan, begun):
    answer = browse("planner").post(f"/plans/{plan.pk}/amend/", {"reason": "Lý do"})

    assert answer.status_code == 422
    assert "đang được chuẩn bị" in answer.text


def test_the_form_is_not_opened_while_another_is_prepared(browse, plan, begun):
    answer = browse("planner").get(f"/plans/{plan.pk}/amend/", follow=True)

    assert answer.redirect_chain == [(plan.get_absolute_url(), 302)]
    assert "đang được chuẩn bị" in answer.text


def test_the_plan_offers_it_to_home_affairs_alone(browse, plan):
    link = f"/plans/{plan.pk}/amend/"

    assert link in browse("planner").get(plan.get_absolute_url()).text
    assert link not in browse("chair").get(plan.get_absolute_url()).text


def test_what_it_changes_is_a_table(browse, begun):
    page = browse("chair").get(f"/plans/{begun.pk}/changes/").text

    assert "Điều chỉnh địa bàn" in page
    assert "tháng 9" in page
    assert "Bổ sung" in page


def test_the_chair_approves_on_its_page_and_the_plan_says_so(browse, begun, plan, world):
    Plan.objects.filter(pk=begun.pk).update(number=95, issued_on="2024-06-17")
    browse("planner").post(f"/plans/{begun.pk}/steps/submit/")
    page = browse("chair").post(f"/plans/{begun.pk}/steps/approve/", follow=True)

    assert "Đã sửa đổi, bổ sung kế hoạch" in page.text
    assert plan.plan_units.filter(unit=world.second_commune.unit).exists()


def test_steps_of_a_plan_are_no_steps_of_an_amendment(browse, enacted):
    answer = browse("chair").post(f"/plans/{enacted.pk}/steps/reopen/", {"note": "Lý do"})

    assert answer.status_code == 404


def test_every_version_stays_readable(browse, plan, enacted, world):
    client = browse("auditor")
    first = client.get(f"/plans/{plan.pk}/versions/1/").text
    second = client.get(f"/plans/{plan.pk}/versions/2/").text

    assert world.second_commune.name not in first
    assert world.second_commune.name in second
    assert "95/KH-BCĐCCHC" in second
    assert client.get(f"/plans/{plan.pk}/versions/3/").status_code == 404


def test_an_enacted_amendment_still_shows_what_it_changed(browse, plan, enacted, world):
    plan.plan_units.all().delete()
    page = browse("planner").get(f"/plans/{enacted.pk}/changes/").text

    assert world.second_commune.name in page


def test_a_plan_that_amends_nothing_has_no_such_page(browse, plan):
    assert browse("planner").get(f"/plans/{plan.pk}/changes/").status_code == 404


def test_units_see_neither_changes_nor_versions(browse, plan, enacted):
    client = browse("official")

    assert client.get(f"/plans/{enacted.pk}/changes/").status_code == 404
    assert client.get(f"/plans/{plan.pk}/versions/1/").status_code == 403


def test_its_year_and_issuer_are_those_of_the_plan(browse, begun, plan_words):
    words = plan_words(
        number=95, year=2030, issued_by="unit-1", reason="Rõ hơn", version=begun.version
    )
    browse("planner").post(f"/plans/{begun.pk}/edit/", words)

    begun.refresh_from_db()
    assert (begun.reason, begun.year, begun.number) == ("Rõ hơn", 2024, 95)


def test_it_is_not_copied_to_another_year(browse, begun):
    assert browse("planner").get(f"/plans/{begun.pk}/copy/").status_code == 403
    assert f"/plans/{begun.pk}/copy/" not in browse("planner").get(begun.get_absolute_url()).text


def test_many_units_cost_no_more_queries(browse, make, world, plan, enacted, count_queries):
    client = browse("planner")

    assert count_queries(client, plan.get_absolute_url()) <= 10
    assert count_queries(client, f"/plans/{enacted.pk}/changes/") <= 10
    assert count_queries(client, f"/plans/{plan.pk}/versions/2/") <= 10

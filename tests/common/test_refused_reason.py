"""A refused step gives the typed reason back in its box, once, on the page it was typed on."""

import pytest

BOX = 'maxlength="2000" required>lý do'
TOO_LONG = "lý do " * 400


@pytest.fixture
def planner_at_work(browse):
    return browse("planner")


def refuse(client, plan):
    return client.post(f"/plans/{plan.pk}/steps/cancel/", {"note": TOO_LONG}, follow=True).text


def test_the_reason_stands_in_its_open_box_once(planner_at_work, make, world):
    plan = make.plan(world, status="draft")
    page = refuse(planner_at_work, plan)
    assert BOX in page
    assert '<details class="step" open>' in page
    assert BOX not in planner_at_work.get(f"/plans/{plan.pk}/").text


def test_the_page_of_another_record_neither_shows_nor_loses_it(planner_at_work, make, world):
    plan, other = (make.plan(world, status="draft", number=number) for number in (81, 82))
    planner_at_work.post(f"/plans/{plan.pk}/steps/cancel/", {"note": TOO_LONG})
    assert BOX not in planner_at_work.get(f"/plans/{other.pk}/").text
    assert BOX in planner_at_work.get(f"/plans/{plan.pk}/").text


def test_what_was_typed_is_shown_as_text(planner_at_work, make, world):
    plan = make.plan(world, status="draft")
    note = "</textarea><b>" + TOO_LONG
    page = planner_at_work.post(f"/plans/{plan.pk}/steps/cancel/", {"note": note}, follow=True).text
    assert "required>&lt;/textarea&gt;&lt;b&gt;lý do" in page


@pytest.mark.embedded
def test_a_step_that_is_taken_keeps_nothing(planner_at_work, make, world):
    plan = make.plan(world, status="draft")
    planner_at_work.post(f"/plans/{plan.pk}/steps/cancel/", {"note": "Trùng với thanh tra"})
    assert "Trùng với thanh tra" not in str(dict(planner_at_work.session))

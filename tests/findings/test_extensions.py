"""The unit asks for more days to explain; the head grants or refuses with a reason."""

from datetime import date

import pytest
from django.urls import reverse

from findings.models import Extension

ASKED = {"asked_until": "01/07/2024", "reason": "Chờ chi cục xác minh số liệu."}


def form_of(inspection):
    return reverse("findings:extension_ask", args=[inspection.code])


def step(row, name):
    return reverse("findings:extension_step", args=[row.pk, name])


@pytest.fixture
def running(make, world):
    """The draft arrived; the unit explains until 24/6/2024."""
    return make.inspection(world, status="announced", explanation_due_on=date(2024, 6, 24))


@pytest.fixture
def asked(make, world, running):
    return make.extension(running, by=world.official, asked_until=date(2024, 7, 1))


def test_the_unit_asks_and_both_sides_see_it(running, browse):
    browse("official").post(form_of(running), ASKED)

    page = browse("head").get(reverse("findings:explanations", args=[running.code]))
    assert "Chờ chi cục xác minh số liệu." in page.content.decode()
    assert Extension.objects.get().asked_until == date(2024, 7, 1)


@pytest.mark.parametrize(
    ("name", "status", "due_on"),
    [("grant", "granted", date(2024, 7, 1)), ("refuse", "refused", date(2024, 6, 24))],
)
def test_the_head_answers_with_a_reason(name, status, due_on, running, asked, browse):
    browse("head").post(step(asked, name), {"note": "Đủ thời gian."})

    asked.refresh_from_db()
    running.refresh_from_db()
    assert (asked.status, asked.answer) == (status, "Đủ thời gian.")
    assert running.explanation_due_on == due_on


def test_the_request_waits_for_the_head_alone(asked, browse):
    pages = {name: browse(name).get("/").content.decode() for name in ("head", "member")}

    assert [str(asked) in page for page in pages.values()] == [True, False]


def test_an_answer_needs_a_reason(asked, browse):
    browse("head").post(step(asked, "grant"))

    asked.refresh_from_db()
    assert asked.status == "pending"


@pytest.mark.parametrize("day", ["24/06/2024", "16/06/2024", "31/02/2024"])
def test_only_a_later_day_can_be_asked_for(day, running, browse):
    answer = browse("official").post(form_of(running), ASKED | {"asked_until": day})

    assert answer.status_code == 422
    assert ASKED["reason"] in answer.content.decode()


def test_before_the_draft_arrived_there_is_nothing_to_prolong(announced, browse):
    assert browse("official").post(form_of(announced), ASKED).status_code == 422


def test_one_request_waits_at_a_time(asked, running, browse):
    answer = browse("official").post(form_of(running), ASKED)

    assert (answer.status_code, Extension.objects.count()) == (422, 1)


def test_a_second_click_asks_once(running, browse):
    client = browse("official")
    token = client.get(form_of(running)).context["form"]["submission"].value()

    answers = [client.post(form_of(running), ASKED | {"submission": token}) for _ in "12"]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Extension.objects.count() == 1


@pytest.mark.parametrize("persona", ["head", "member", "planner", "chair", "auditor"])
def test_only_the_unit_asks(persona, running, browse):
    assert browse(persona).post(form_of(running), ASKED).status_code == 403


@pytest.mark.parametrize("persona", ["official", "member", "planner", "chair", "auditor"])
def test_only_the_head_answers(persona, asked, browse):
    assert browse(persona).post(step(asked, "grant"), {"note": "x"}).status_code == 403


def test_after_the_explanation_was_sent_nothing_is_granted(make, world, explained, browse):
    row = make.extension(explained, by=world.official)

    browse("head").post(step(row, "grant"), {"note": "Được"})

    row.refresh_from_db()
    assert row.status == "pending"

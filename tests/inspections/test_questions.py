"""Clarifying questions: the delegation asks, the unit answers, until the conclusion."""

import uuid

import pytest

from inspections.models import ClarifyingQuestion


@pytest.fixture
def inspection(make, world):
    return make.inspection(world, status="on_site")


@pytest.fixture
def question(inspection, make, world):
    return make.question(inspection, by=world.member)


@pytest.fixture
def ask(browse, inspection):
    def sent(who="member", **changes):
        words = {"question": "Tỷ lệ số hóa là bao nhiêu?", "submission": uuid.uuid4()} | changes
        return browse(who).post(f"/inspections/{inspection.code}/questions/", words)

    return sent


@pytest.fixture
def answer(browse, question):
    def sent(who="official", text="Đã xử lý xong 12 hồ sơ.", version=1):
        url = f"/inspections/questions/{question.pk}/answer/"
        return browse(who).post(url, {"answer": text, "version": version})

    return sent


def test_a_member_asks_and_it_is_audited(ask, inspection, world, verbs):
    assert ask().status_code == 302

    assert inspection.questions.get().asked_by == world.member
    assert verbs(inspection) == ["question.create"]


def test_a_second_click_asks_once(ask):
    token = uuid.uuid4()
    ask(submission=token)
    ask(submission=token)

    assert ClarifyingQuestion.objects.count() == 1


def test_an_empty_question_is_none(ask):
    assert "question" in ask(question="  ").context["form"].errors


def test_the_unit_answers_and_the_delegation_reads(answer, question, browse, inspection, world):
    assert answer().status_code == 302

    question.refresh_from_db()
    assert question.answered_by == world.official
    assert "Đã xử lý xong 12 hồ sơ." in browse("member").get(inspection.get_absolute_url()).text


def test_an_answer_that_crossed_another_overwrites_nothing(answer, question):
    answer(text="Trả lời trước")

    second = answer(text="Trả lời sau")

    question.refresh_from_db()
    assert (second.status_code, question.answer) == (409, "Trả lời trước")


@pytest.mark.embedded
@pytest.mark.parametrize(("who", "status"), [("member", 403), ("planner", 403), ("outsider", 404)])
def test_only_the_unit_answers(answer, question, who, status):
    assert answer(who).status_code == status
    question.refresh_from_db()
    assert question.answer == ""


@pytest.mark.parametrize(
    ("who", "status"), [("official", 403), ("planner", 403), ("stranger", 404)]
)
def test_only_the_delegation_asks(ask, who, status):
    assert ask(who).status_code == status


@pytest.mark.parametrize("status", ["concluded", "closed"])
def test_after_the_conclusion_nobody_asks_or_answers(ask, answer, inspection, status):
    type(inspection).objects.update(status=status)

    assert (ask().status_code, answer().status_code) == (422, 422)

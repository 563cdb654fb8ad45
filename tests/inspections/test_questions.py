"""Clarifying questions: the delegation asks, the unit answers, until the conclusion."""

import uuid

import pytest

from inspections.models import ClarifyingQuestion
from reform_portal.common.waiting import waiting_for


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
    page = f"/inspections/{inspection.code}/before/"
    assert "Đã xử lý xong 12 hồ sơ." in browse("member").get(page).text


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


@pytest.fixture
def ask_on(browse, question):
    def sent(who="member", text="Còn 3 hồ sơ nào?", version=1):
        url = f"/inspections/questions/{question.pk}/ask-on/"
        return browse(who).post(url, {"text": text, "version": version})

    return sent


def step(client, question, name, note=""):
    url = f"/inspections/questions/{question.pk}/steps/{name}/"
    return client.post(url, {"note": note})


def test_a_thread_keeps_every_question_and_answer(answer, ask_on, question, official, verbs):
    answer()
    assert ask_on(version=2).status_code == 302
    answer(text="Ba hồ sơ đất đai.", version=3)

    assert [one.text for one in question.messages.all()] == [
        "Đề nghị làm rõ số hồ sơ quá hạn.",
        "Đã xử lý xong 12 hồ sơ.",
        "Còn 3 hồ sơ nào?",
        "Ba hồ sơ đất đai.",
    ]
    assert "question.follow_up" in verbs(question.inspection)


def test_a_further_question_waits_for_the_unit_again(answer, ask_on, question, official):
    answer()
    assert "Câu hỏi" not in " ".join(item.title for item in waiting_for(official))

    ask_on(version=2)
    assert question.inspection.code in " ".join(item.title for item in waiting_for(official))


def test_who_asked_on_second_sees_what_came_between(answer, ask_on, question):
    answer()

    crossed = ask_on(version=1)

    assert crossed.status_code == 409
    assert "Đã xử lý xong 12 hồ sơ." in crossed.text
    assert "Còn 3 hồ sơ nào?" in crossed.text


@pytest.mark.parametrize(
    ("who", "status"), [("official", 403), ("planner", 403), ("outsider", 404)]
)
def test_only_the_delegation_asks_on_and_settles(ask_on, browse, question, who, status):
    assert ask_on(who).status_code == status
    assert step(browse(who), question, "settle", "Rõ").status_code == status


def test_a_settled_thread_is_closed_until_it_is_opened_again(answer, browse, question, official):
    step(browse("head"), question, "settle", "Đã rõ: 3 hồ sơ đất đai")
    question.refresh_from_db()
    assert (question.status, question.settlement) == ("settled", "Đã rõ: 3 hồ sơ đất đai")
    assert "Câu hỏi" not in " ".join(item.title for item in waiting_for(official))
    assert answer(version=question.version).status_code == 422

    step(browse("head"), question, "reopen", "Số liệu chưa khớp")
    question.refresh_from_db()
    assert (question.status, question.settled_on) == ("open", None)


def test_settling_says_what_was_made_clear(browse, question):
    step(browse("head"), question, "settle")

    question.refresh_from_db()
    assert question.status == "open"


@pytest.fixture
def write_minutes(browse, inspection):
    def sent(**changes):
        words = {
            "kind": "working_session",
            "held_on": "17/06/2024",
            "place": "Trụ sở UBND huyện",
            "attendees": "Hai bên",
            "content": "Trao đổi",
            "submission": uuid.uuid4(),
        }
        return browse("member").post(f"/inspections/{inspection.code}/minutes/", words | changes)

    return sent


def test_minutes_list_the_open_threads_and_close_them(write_minutes, browse, question, make, world):
    other = make.question(question.inspection, by=world.member, question="Câu thứ hai?")
    page = browse("member").get(f"/inspections/{question.inspection.code}/minutes/").text
    assert "Đề nghị làm rõ số hồ sơ quá hạn." in page

    write_minutes(**{f"settle_{question.pk}": "Thống nhất 12 hồ sơ"})

    question.refresh_from_db()
    other.refresh_from_db()
    assert (question.status, other.status) == ("settled", "open")
    assert question.settled_in == question.inspection.minutes.get()


def test_minutes_sent_twice_settle_once(write_minutes, question):
    words = {f"settle_{question.pk}": "Rõ", "submission": uuid.uuid4()}
    write_minutes(**words)

    assert write_minutes(**words).status_code == 302
    assert question.inspection.minutes.count() == 1

"""Forming a delegation: under an approved plan, with a head who holds a post that day."""

import uuid
from datetime import date

import pytest

from inspections.models import Delegation


@pytest.fixture
def plan(make, world):
    return make.plan(world)


@pytest.fixture
def form_it(browse, plan, world):
    def sent(who="planner", **changes):
        words = {
            "submission": uuid.uuid4(),
            "name": "Đoàn kiểm tra của Ban Chỉ đạo",
            "formed_on": "2024-06-03",
            "head": world.head.pk,
        }
        return browse(who).post(f"/plans/{plan.pk}/delegations/", words | changes)

    return sent


def test_it_is_formed_with_its_head_and_the_post_of_the_day(form_it, verbs):
    answer = form_it()

    made = Delegation.objects.get()
    assert answer.status_code == 302
    assert made.head.post_title == "Giám đốc Sở Tư pháp"
    assert verbs(made) == ["delegation.create"]


def test_the_decision_is_optional_and_kept_with_its_date(form_it):
    form_it(decision="1551/QĐ-UBND", decision_on="01/06/2024")

    assert Delegation.objects.get().decision_on == date(2024, 6, 1)


@pytest.mark.parametrize(
    ("held_from", "held_to"), [((2024, 6, 4), None), ((2020, 1, 1), (2024, 6, 3))]
)
def test_a_head_without_a_post_on_the_day_is_refused_at_the_field(
    form_it, world, held_from, held_to
):
    world.head.posts.update(held_from=date(*held_from), held_to=held_to and date(*held_to))

    answer = form_it()

    assert answer.status_code == 422
    assert "Sái Văn Đông" in answer.context["form"].errors["head"][0]
    assert not Delegation.objects.exists()


def test_somebody_of_another_province_cannot_be_chosen(form_it, world):
    assert form_it(head=world.stranger.pk).status_code == 422


def test_a_second_click_forms_no_second_delegation(form_it):
    token = uuid.uuid4()

    answers = [form_it(submission=token), form_it(submission=token)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Delegation.objects.count() == 1


@pytest.mark.parametrize("status", ["draft", "submitted", "cancelled"])
def test_only_an_approved_plan_has_delegations(form_it, plan, status):
    type(plan).objects.update(status=status)

    answer = form_it()

    assert answer.status_code == 422
    assert not Delegation.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"), [("chair", 403), ("auditor", 403), ("official", 403), ("stranger", 404)]
)
def test_only_home_affairs_forms_delegations(form_it, who, status):
    assert form_it(who).status_code == status
    assert not Delegation.objects.exists()


def edit(browse, team, **changes):
    words = {"name": team.name, "formed_on": team.formed_on, "version": team.version}
    return browse("planner").post(f"/delegations/{team.pk}/edit/", words | changes)


@pytest.mark.embedded
def test_another_day_takes_the_posts_of_that_day(browse, make, world, plan):
    team = make.delegation(world, plan)
    old = world.head.posts.get()
    type(old).objects.filter(pk=old.pk).update(held_to=date(2024, 6, 10))
    world.head.posts.create(
        unit=world.home_affairs.unit, title="Phó Giám đốc", held_from=date(2024, 6, 10)
    )

    edit(browse, team, formed_on="2024-06-12")

    assert Delegation.objects.get().head.post_title == "Phó Giám đốc Sở Nội vụ"


def test_a_day_on_which_a_member_has_no_post_is_refused(browse, make, world, plan):
    team = make.delegation(world, plan)

    answer = edit(browse, team, formed_on="2019-06-12")

    team.refresh_from_db()
    assert answer.status_code == 422
    assert "formed_on" in answer.context["form"].errors
    assert team.formed_on == date(2024, 6, 3)


def test_who_saved_second_sees_both_texts(browse, make, world, plan):
    team = make.delegation(world, plan)
    edit(browse, team, name="Đoàn số 1")

    answer = edit(browse, team, name="Đoàn số 2")

    team.refresh_from_db()
    assert (answer.status_code, team.name) == (409, "Đoàn số 1")
    assert "Đoàn số 1" in answer.text
    assert "Đoàn số 2" in answer.text


def test_the_page_shows_people_areas_and_inspections(browse, make, world):
    inspection = make.inspection(world)

    text = browse("planner").get(inspection.delegation.get_absolute_url()).text

    assert "Sái Văn Đông" in text
    assert "Giám đốc Sở Tư pháp" in text
    assert inspection.code in text


def test_many_members_cost_no_more_queries(browse, make, world, plan, count_queries):
    team = make.delegation(world, plan)
    client = browse("planner")
    few = count_queries(client, team.get_absolute_url())
    for number in range(30):
        seat = make.member(team, make.person(f"Thành viên {number}", world.justice))
        seat.areas.add(make.area("A2"))

    assert count_queries(client, team.get_absolute_url()) <= max(few, 10)

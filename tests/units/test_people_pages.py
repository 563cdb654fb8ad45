"""The pages of people, posts and accounts."""

import uuid

import pytest
from django.urls import reverse

from reform_portal.common.models import User
from tests.factories import DAY
from units.models import Person, Post


@pytest.fixture
def desk(browse):
    """The administrator's browser."""
    return browse("administrator")


def page(name, key):
    return reverse(f"units:{name}", args=[key])


def names(answer):
    return [person.full_name for person in answer.context["page"]]


def test_people_are_listed_by_name_within_the_province(world, browse):
    answer = browse("official").get(reverse("units:person_list"))

    assert names(answer) == sorted(names(answer))
    assert len(names(answer)) == 8
    assert "Giám đốc Sở Tư pháp" in answer.text


def test_people_are_found_by_name_and_unit(world, browse):
    client, url = browse("official"), reverse("units:person_list")

    assert names(client.get(url, {"q": "sai dong"})) == ["Sái Văn Đông"]
    assert names(client.get(url, {"unit": world.justice.unit_id})) == ["Sái Văn Đông"]
    assert names(client.get(url, {"unit": world.justice.unit_id, "on": "2019-01-01"})) == []


def test_pages_of_people_follow_each_other_and_lead_back(make, world, browse):
    for number in range(60):
        make.person(f"Người _ {number:02d}", world.justice)
    client, url = browse("official"), reverse("units:person_list")
    first = client.get(url)
    second = client.get(url, {"after": first.context["page"].next_key})
    back = client.get(url, {"before": second.context["page"].previous_key})

    assert len(names(first)) + len(names(second)) == 68
    assert names(first)[-1] < names(second)[0]
    assert names(back) == names(first)


def test_the_list_asks_as_much_for_many_as_for_few(make, world, browse, queries):
    client, url = browse("official"), reverse("units:person_list")
    few = queries(client, f"{url}?unit={world.justice.unit_id}")
    for number in range(40):
        make.person(f"Người {number}", world.justice)

    assert queries(client, f"{url}?unit={world.justice.unit_id}") == few <= 8


def test_the_account_is_shown_to_administrators_only(world, desk, browse):
    url, account = page("person_detail", world.planner.pk), world.planner.account

    assert account.username in desk.get(url).text
    assert account.username not in browse("chair").get(url).text
    assert "Chuyên viên Sở Nội vụ" in browse("chair").get(url).text


def test_a_person_asks_as_much_for_many_posts_as_for_few(make, world, desk, queries):
    url = page("person_detail", world.planner.pk)
    few = queries(desk, url)
    for number in range(20):
        Post.objects.create(
            person=world.planner, unit=world.justice.unit, title=f"Tổ {number}", held_from=DAY
        )

    assert queries(desk, url) == few <= 10


def test_an_administrator_adds_somebody_once(desk):
    values = {"full_name": "Đặng Thị Hồng", "submission": str(uuid.uuid4())}
    answers = [desk.post(reverse("units:person_create"), values) for _click in range(2)]

    person = Person.objects.get(full_name="Đặng Thị Hồng")
    assert [answer.url for answer in answers] == [person.get_absolute_url()] * 2


def test_a_wrong_address_lands_at_the_field(desk):
    answer = desk.post(
        reverse("units:person_create"), {"full_name": "Đặng Thị Hồng", "email": "không"}
    )

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["email"]
    assert "Đặng Thị Hồng" in answer.text


def test_a_stale_edit_shows_both_texts_and_overwrites_nothing(world, desk):
    url, values = page("person_edit", world.head.pk), {"full_name": "Sái Văn Đông", "version": 1}
    desk.post(url, values | {"phone": "0205 111"})
    answer = desk.post(url, values | {"phone": "0205 222"})

    assert answer.status_code == 409
    assert "0205 111" in answer.text
    assert "0205 222" in answer.text
    assert Person.objects.get(pk=world.head.pk).phone == "0205 111"


def test_after_seeing_both_texts_a_second_save_is_taken(world, desk):
    url, values = page("person_edit", world.head.pk), {"full_name": "Sái Văn Đông", "version": 1}
    desk.post(url, values | {"phone": "0205 111"})
    again = desk.post(url, values | {"phone": "0205 222"}).context["form"]["version"].value()
    answer = desk.post(url, values | {"phone": "0205 222", "version": again})

    assert answer.status_code == 302
    assert Person.objects.get(pk=world.head.pk).phone == "0205 222"


def test_an_administrator_gives_and_ends_a_post(world, desk):
    person = world.head
    terms = {"unit": world.home_affairs.unit_id, "title": "Phó Giám đốc", "held_from": "17/06/2024"}
    terms["decision"] = "7/QĐ-UBND"
    given = desk.post(page("appoint", person.pk), terms, follow=True)
    post = person.posts.get(title="Phó Giám đốc")
    desk.post(page("end_post", post.pk), {"day": "18/06/2024", "decision": "8/QĐ"})

    post.refresh_from_db()
    assert "Phó Giám đốc Sở Nội vụ" in given.text
    assert (str(post.held_to), post.end_decision) == ("2024-06-18", "8/QĐ")


def test_a_post_given_twice_lands_at_the_unit(world, desk):
    terms = {"unit": world.justice.unit_id, "title": "Giám đốc", "held_from": "17/06/2024"}
    terms["decision"] = "7/QĐ-UBND"
    answer = desk.post(page("appoint", world.head.pk), terms)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["unit"]


def test_a_post_that_ends_before_it_begins_is_refused(world, desk):
    terms = {"unit": world.justice.unit_id, "title": "Ủy viên", "held_from": "17/06/2024"}
    answer = desk.post(page("appoint", world.head.pk), terms | {"held_to": "16/06/2024"})

    assert answer.status_code == 422
    assert world.head.posts.count() == 1


def test_units_elsewhere_are_not_offered_for_a_post(world, desk):
    offered = desk.get(page("appoint", world.head.pk)).context["form"].fields["unit"].queryset

    assert world.justice in offered
    assert world.elsewhere not in offered


def test_ending_a_post_before_it_began_lands_at_the_day(world, desk):
    post = world.head.posts.get()
    answer = desk.post(page("end_post", post.pk), {"day": "01/01/2019", "decision": "8/QĐ"})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["day"]


def test_an_account_is_opened_and_its_password_shown_once_and_kept_by_nobody(make, world, desk):
    person = make.person("Đặng Thị Hồng", world.justice)
    values = {"username": "hong.dt", "roles": ["inspector"], "version": 1}
    answer = desk.post(page("account", person.pk), values)

    password = answer.context["password"]
    assert User.objects.get(username="hong.dt").check_password(password)
    assert "no-store" in answer.headers["Cache-Control"]
    assert password not in desk.get(page("person_detail", person.pk)).text


def test_a_taken_user_name_lands_at_the_field(make, world, desk):
    person = make.person("Đặng Thị Hồng", world.justice)
    taken = world.planner.account.username
    answer = desk.post(page("account", person.pk), {"username": taken, "version": 1})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["username"]


def test_roles_change_and_a_stale_change_is_turned_back(make, world, desk):
    url, values = page("account", world.planner.pk), {"version": 1, "is_active": "on"}
    saved = desk.post(url, values | {"roles": ["auditor"]})
    stale = desk.post(url, values | {"roles": ["chair"]})

    assert (saved.status_code, stale.status_code) == (302, 409)
    assert make.actor(world.planner).roles == {"auditor"}


def test_an_administrator_may_not_change_the_own_account(world, desk):
    assert desk.get(page("account", world.administrator.pk)).status_code == 403
    assert desk.post(page("issue_password", world.administrator.pk)).status_code == 403


def test_a_new_password_is_shown_once(world, desk):
    answer = desk.post(page("issue_password", world.planner.pk))

    account = User.objects.get(pk=world.planner.account_id)
    assert account.check_password(answer.context["password"])
    assert answer.context["password"] in answer.text

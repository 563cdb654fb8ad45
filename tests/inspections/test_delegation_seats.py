"""Seats in a delegation: one head, nobody of the inspected unit, nobody without a post."""

from datetime import date

import pytest

from inspections.actions.delegations import seat_member
from reform_portal.common.workflow import Refused
from units.models import Person


@pytest.fixture
def team(make, world):
    return make.delegation(world, make.plan(world), members=[])


@pytest.fixture
def seat(browse, team):
    def sent(person, role="member", who="planner", **more):
        words = {"person": person.pk, "role": role} | more
        return browse(who).post(f"/delegations/{team.pk}/members/", words)

    return sent


def roles(team):
    return {item.person.full_name: item.role for item in team.members.select_related("person")}


@pytest.mark.embedded
def test_a_member_is_seated_with_post_and_areas(seat, team, world, make, verbs):
    seat(world.member, areas=[make.area("A2").pk, make.area("A6").pk])

    member = team.members.get(person=world.member)
    assert member.post_title == "Chuyên viên Sở Nội vụ"
    assert [area.code for area in member.areas.all()] == ["A2", "A6"]
    assert verbs(team) == ["delegation.seat"]


def test_seating_twice_makes_one_seat(seat, team, world):
    seat(world.member)
    seat(world.member, role="secretary")

    assert roles(team) == {"Sái Văn Đông": "head", "Lý Thị Mai": "secretary"}


def test_a_new_head_takes_the_place_of_the_present_one(seat, team, world, verbs):
    seat(world.member, role="head")

    assert roles(team) == {"Sái Văn Đông": "member", "Lý Thị Mai": "head"}
    assert "delegation.replace_head" in verbs(team)


def test_a_person_without_a_post_on_the_day_is_refused_at_the_field(seat, team, world):
    world.member.posts.update(held_from=date(2024, 6, 4))

    answer = seat(world.member)

    assert answer.status_code == 422
    assert "Lý Thị Mai" in answer.context["form"].errors["person"][0]
    assert "Lý Thị Mai" not in roles(team)


@pytest.mark.parametrize("place", ["district", "commune"])
def test_somebody_of_the_inspected_unit_or_below_is_refused(seat, team, make, world, place):
    make.inspection(world, team=team)
    insider = make.person("Người của huyện", getattr(world, place))

    answer = seat(insider)

    assert answer.status_code == 422
    assert "UBND huyện Cao Lộc" in answer.context["form"].errors["person"][0]
    assert "Người của huyện" not in roles(team)


def test_the_action_refuses_an_insider_without_any_form(team, make, world, planner):
    make.inspection(world, team=team)

    with pytest.raises(Refused, match="UBND huyện Cao Lộc"):
        seat_member(team, by=planner, person=world.official)


def test_a_cancelled_inspection_excludes_nobody(seat, team, make, world):
    make.inspection(world, team=team, status="cancelled")

    assert seat(world.official).status_code == 302


def test_a_member_leaves_and_it_is_audited(browse, team, make, world, verbs):
    leaving = make.member(team, world.member)

    browse("planner").post(f"/delegations/members/{leaving.pk}/")

    assert roles(team) == {"Sái Văn Đông": "head"}
    assert verbs(team) == ["delegation.unseat"]


@pytest.mark.embedded
def test_the_head_of_an_inspection_under_way_is_replaced_not_removed(browse, team, make, world):
    make.inspection(world, team=team, status="on_site")

    answer = browse("planner").post(f"/delegations/members/{team.head.pk}/", follow=True)

    assert roles(team) == {"Sái Văn Đông": "head"}
    assert "Sái Văn Đông" in str(list(answer.context["messages"])[0])


def test_the_head_of_a_resting_delegation_may_leave(browse, team):
    browse("planner").post(f"/delegations/members/{team.head.pk}/")

    assert roles(team) == {}


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("head", 403), ("stranger", 404)])
def test_others_change_no_seats(browse, seat, team, world, who, status):
    assert seat(world.member, who=who).status_code == status
    assert browse(who).post(f"/delegations/members/{team.head.pk}/").status_code == status
    assert roles(team) == {"Sái Văn Đông": "head"}


def test_the_name_of_the_head_is_printed_as_text(browse, team):
    Person.objects.filter(pk=team.head.person_id).update(full_name="<i>Đông</i>")

    page = browse("planner").get(f"/delegations/{team.pk}/members/").text

    assert "&lt;i&gt;Đông&lt;/i&gt;" in page
    assert "<i>" not in page


def test_choices_name_posts_with_the_kind_of_agency(browse, team, world):
    page = browse("planner").get(f"/delegations/{team.pk}/members/")

    assert "Giám đốc Sở Tư pháp" in page.text


def test_the_list_begins_with_the_head(seat, browse, team, world):
    seat(world.member, role="head")
    seat(world.auditor, role="secretary")

    seats = browse("planner").get(f"/delegations/{team.pk}/").context["seats"]
    assert [one.role for one in seats] == ["head", "secretary", "member"]


def test_a_new_head_is_told_with_the_one_before(browse, team, world):
    words = {"person": world.member.pk, "role": "head"}
    page = browse("planner").post(f"/delegations/{team.pk}/members/", words, follow=True)

    told = " ".join(map(str, page.context["messages"]))
    assert "Lý Thị Mai" in told
    assert "Sái Văn Đông" in told


def test_another_role_for_a_member_is_no_second_addition(seat, browse, team, world):
    seat(world.member)
    words = {"person": world.member.pk, "role": "secretary"}
    page = browse("planner").post(f"/delegations/{team.pk}/members/", words, follow=True)

    told = [str(one).lower() for one in page.context["messages"]]
    assert any("thư ký" in one for one in told)

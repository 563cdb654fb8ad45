"""A committee follows another by a decision, or ends; seats follow the dates of both."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse

from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from tests.factories import DAY
from units import rules
from units.actions import committees as actions
from units.models import CommitteeMember, SteeringCommittee

A_DAY = timedelta(days=1)
DECISION = "245/QĐ-UBND"


@pytest.fixture
def replace(world, administrator):
    def act(**given):
        values = {
            "name": "Ban Chỉ đạo cải cách hành chính tỉnh",
            "short_symbol": "BCĐCCHC",
            "term": "2024-2029",
            "decision": DECISION,
            "established_on": DAY,
            "standing_agency": world.home_affairs.unit,
        }
        return actions.replace_committee(world.committee, by=administrator, **values | given)

    return act


@pytest.fixture
def desk(browse):
    return browse("administrator")


def page(name, committee):
    return reverse(f"units:{name}", args=[committee.pk])


def typed(world, **given):
    return {
        "name": "Ban Chỉ đạo",
        "short_symbol": "BCĐCCHC",
        "term": "2024-2029",
        "decision": DECISION,
        "established_on": "17/06/2024",
        "standing_agency": world.home_affairs.unit_id,
        "keep_seats": "on",
    } | given


def test_the_old_committee_and_its_seats_end_by_the_new_decision(world, replace):
    new, old = replace(), SteeringCommittee.objects.get(pk=world.committee.pk)
    seat = old.seats.get()

    assert (old.ended_on, old.end_decision, old.replaced_by) == (DAY, DECISION, new)
    assert (seat.to_on, seat.end_decision) == (DAY, DECISION)
    assert not new.seats.exists()


def test_everybody_who_sits_may_keep_the_seat_by_the_new_decision(make, world, replace):
    CommitteeMember.objects.update(post=world.chair.posts.get())
    seat = replace(keep_seats=True).seats.get()

    assert (seat.person, seat.role) == (world.chair, "chair")
    assert (seat.from_on, seat.to_on, seat.decision) == (DAY, None, DECISION)


def test_a_post_no_longer_held_keeps_no_seat(world, replace):
    post = world.chair.posts.get()
    CommitteeMember.objects.update(post=post)
    post.held_to = DAY
    post.save()

    assert not replace(keep_seats=True).seats.exists()


def test_it_is_audited_on_both(world, replace):
    new = replace()

    assert AuditEntry.objects.about(world.committee).first().verb == "committee.replace"
    assert AuditEntry.objects.about(new).first().note == DECISION


def test_a_committee_is_replaced_once(replace):
    replace()

    with pytest.raises(Refused, match="kết thúc"):
        replace()


def test_a_second_click_makes_no_second_committee(replace):
    token = uuid.uuid4()

    assert replace(submission=token) == replace(submission=token)


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2019, 1, 1)])
def test_the_new_one_begins_after_the_old_one_began(replace, day):
    with pytest.raises(Refused, match="bắt đầu"):
        replace(established_on=day)
    assert SteeringCommittee.objects.count() == 1


def test_a_seat_that_begins_later_stands_in_the_way(world, replace):
    CommitteeMember.objects.update(from_on=DAY + A_DAY)

    with pytest.raises(Refused, match="18/06/2024"):
        replace()


@pytest.mark.embedded
def test_the_new_head_decides_on_what_the_old_committee_left(make, world, replace):
    CommitteeMember.objects.update(post=world.chair.posts.get())
    new = replace(keep_seats=True)

    assert make.actor(world.chair).chaired_committee_ids == {new.pk, world.committee.pk}
    assert make.actor(world.chair, DAY - A_DAY).chaired_committee_ids == {world.committee.pk}


def test_an_ended_committee_ends_its_seats_and_takes_no_more(world, administrator):
    actions.end_committee(world.committee, by=administrator, day=DAY, decision="9/QĐ")

    with pytest.raises(Refused, match="17/06/2024"):
        actions.seat(
            world.committee,
            by=administrator,
            post=world.head.posts.get(),
            role="member",
            from_on=DAY,
        )
    assert not world.committee.seats.on(DAY).exists()


def test_a_seat_does_not_reach_over_the_end_of_its_committee(world, administrator):
    SteeringCommittee.objects.update(ended_on=DAY + A_DAY)
    seat = {"post": world.head.posts.get(), "role": "member", "from_on": DAY}

    with pytest.raises(Refused, match="18/06/2024"):
        actions.seat(world.committee, by=administrator, **seat)
    assert actions.seat(world.committee, by=administrator, to_on=DAY + A_DAY, **seat)


@pytest.mark.parametrize("symbol", ["BCĐ-CCHC", "BCĐ CCHC", "BCD1", "/", ""])
def test_a_symbol_is_letters_only(symbol):
    assert rules.symbol_is_letters(symbol)
    assert rules.symbol_is_letters("BCĐCCHC") is None


def test_an_administrator_replaces_a_committee(world, desk):
    answer = desk.post(page("committee_replace", world.committee), typed(world), follow=True)

    assert DECISION in answer.text
    assert "12/QĐ-UBND" in answer.text
    assert "Nhiệm kỳ" in answer.text


def test_the_form_begins_with_what_stands_for_the_old_standing_agency(make, world, desk):
    new, old = (
        make.unit("Tư pháp", "Sở", "agency", parent=world.province, opened=DAY),
        world.justice,
    )
    SteeringCommittee.objects.update(standing_agency=old.unit)
    type(old).objects.filter(pk=old.pk).update(valid_to=DAY)
    type(old.unit).objects.filter(pk=old.unit_id).update(closed_on=DAY)
    old.unit.successions.create(
        successor=new.unit, kind="merge", day=DAY, decision="NQ", takes_over=True
    )
    form = desk.get(page("committee_replace", world.committee)).context["form"]

    assert form["standing_agency"].value() == new.unit_id


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"short_symbol": "BCĐ-1"}, "short_symbol"),
        ({"established_on": "01/01/2019"}, "established_on"),
        ({"decision": ""}, "decision"),
    ],
)
def test_what_is_wrong_lands_at_its_field_and_nothing_ends(world, desk, given, field):
    answer = desk.post(page("committee_replace", world.committee), typed(world, **given))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert SteeringCommittee.objects.get().ended_on is None


def test_an_administrator_ends_a_committee(world, desk):
    values = {"day": "18/06/2024", "decision": "9/QĐ-UBND"}
    answer = desk.post(page("committee_end", world.committee), values, follow=True)

    assert "kết thúc theo 9/QĐ-UBND" in answer.text


def test_committees_are_listed_as_on_a_day(world, browse, replace):
    new = replace()
    client, url = browse("planner"), reverse("units:committee_list")

    assert list(client.get(url).context["page"]) == [new]
    assert list(client.get(url, {"on": "16/06/2024"}).context["page"]) == [world.committee]
    assert not client.get(url, {"on": "2019-01-01"}).context["page"].rows


def test_seats_name_the_post_of_the_day(world, browse, administrator):
    CommitteeMember.objects.update(post=world.head.posts.get())
    world.justice.valid_to = DAY
    world.justice.save()
    world.justice.pk, world.justice._state.adding = None, True
    world.justice.valid_from, world.justice.valid_to, world.justice.name = DAY, None, "Tư pháp mới"
    world.justice.save()
    client, url = browse("planner"), page("committee_detail", world.committee)

    assert "Giám đốc Sở Tư pháp mới" in client.get(url).text
    assert "Giám đốc Sở Tư pháp</td>" in client.get(url, {"on": "2023-06-17"}).text


def test_the_secretariat_team_stands_apart(world, browse):
    CommitteeMember.objects.create(
        committee=world.committee, person=world.planner, role="secretariat", from_on=DAY
    )
    context = browse("planner").get(page("committee_detail", world.committee)).context

    assert [seat.person for seat in context["members"]] == [world.chair]
    assert [seat.person for seat in context["secretariat"]] == [world.planner]

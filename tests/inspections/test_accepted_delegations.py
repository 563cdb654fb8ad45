"""New delegations of a proposal become delegations by the ordinary actions, whole or in part."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from inspections.actions import proposals as actions
from inspections.actions.accepting import accept
from inspections.models import Delegation, DelegationMember, Plan, Proposal
from inspections.proposals import people as reading_people
from inspections.proposals import queue
from inspections.proposals.pool import pool_of, seats_of_practice
from reform_portal.common.workflow import Refused
from tests import factories

DAY = date(2024, 6, 17)
Role = DelegationMember.Role


@pytest.fixture
def formed(world, planner, bell):
    """A proposal for two communes with a delegation of head, secretary and a member, made."""
    plan = factories.plan(world, units=[world.commune, world.second_commune])
    before = factories.delegation(world, factories.plan(world, number=7))
    secretary = factories.person("Nguyễn Thị Hoa", world.justice)
    factories.member(before, secretary, Role.SECRETARY)
    pool = [
        {"person": world.head.pk, "role": "head", "areas": []},
        {"person": secretary.pk, "role": "secretary", "areas": ["A2"]},
        {"person": world.member.pk, "role": "member", "areas": ["A6"]},
    ]
    question = {
        "day": "2024-06-17",
        "first": "2024-06-24",
        "last": "2024-07-19",
        "a_half": 1,
        "team_size": 0,
        "teams": [],
        "new": {"count": 1, "size": 3, "formed_on": "2024-06-18", "pool": pool},
        "weights": {"load": 1, "travel": 1, "month": 3, "spread": 1},
        "units": [{"key": one.pk, "day": None, "team": None} for one in plan.plan_units.all()],
    }
    row, _created = actions.ask_for_proposal(plan, question, by=planner)
    queue.make(row.pk)
    row.refresh_from_db()
    return SimpleNamespace(plan=plan, row=row, secretary=secretary, **row.answer)


def everything(formed):
    return {"lines": formed.lines, "seats": formed.seats, "formed": formed.formed}


def test_it_is_formed_with_its_people_and_sent_to_its_units(formed, world, planner, verbs):
    taken = accept(formed.row, by=planner, **everything(formed))

    team = formed.plan.delegations.get()
    assert (team.name, team.formed_on) == ("Đoàn kiểm tra số 1", date(2024, 6, 18))
    roles = {seat.person: seat.role for seat in team.members.all()}
    assert roles == {world.head: "head", formed.secretary: "secretary", world.member: "member"}
    assert [area.code for area in team.members.get(role="secretary").areas.all()] == ["A2"]
    assert (len(taken.inspections), team.inspections.count()) == (2, 2)
    assert verbs(team) == ["delegation.create", "delegation.seat", "delegation.seat"]
    assert verbs(formed.plan)[-1] == "plan.accept_proposal"


def test_accepting_twice_forms_one(formed, planner):
    accept(formed.row, by=planner, **everything(formed))

    again = accept(formed.row, by=planner, **everything(formed))

    assert again.is_nothing
    assert formed.plan.delegations.count() == 1


def test_a_part_is_taken_and_the_rest_later(formed, planner):
    accept(formed.row, by=planner, formed=formed.formed, lines=formed.lines[:1])
    team = formed.plan.delegations.get()
    assert (team.members.count(), team.inspections.count()) == (1, 1)

    accept(formed.row, by=planner, seats=formed.seats, lines=formed.lines)

    assert (team.members.count(), team.inspections.count()) == (3, 2)


def test_its_rows_are_not_taken_without_it(formed, planner):
    taken = accept(formed.row, by=planner, lines=formed.lines, seats=formed.seats)

    assert (taken.refused, taken.waiting) == ({}, {"Đoàn kiểm tra số 1": 4})
    assert not formed.plan.delegations.exists()


def test_a_head_who_left_meanwhile_is_refused_with_all_that_depends_on_it(formed, world, planner):
    world.head.posts.update(held_to=date(2024, 6, 1))

    taken = accept(formed.row, by=planner, **everything(formed))

    (refused,) = taken.refused.items()
    assert refused[0] == ("formed", -1)
    assert refused[1][0].startswith("Sái Văn Đông")
    assert taken.waiting.total() == 4
    assert not Delegation.objects.filter(plan=formed.plan).exists()


def test_a_member_who_moved_to_an_inspected_unit_keeps_only_that_unit_out(formed, world, planner):
    world.member.posts.update(unit=world.commune.unit)

    taken = accept(formed.row, by=planner, **everything(formed))

    (refused,) = taken.refused
    stop = formed.plan.plan_units.get(unit=world.commune.unit).pk
    assert refused == ("line", stop)
    assert len(taken.inspections) == 1


def test_a_unit_taken_out_of_the_plan_is_refused(formed, planner):
    formed.plan.plan_units.filter(pk=formed.lines[0]["stop"]).delete()

    taken = accept(formed.row, by=planner, **everything(formed))

    assert list(taken.refused) == [("line", formed.lines[0]["stop"])]
    assert len(taken.inspections) == 1


def test_a_day_that_went_by_is_refused(formed, world):
    late = factories.actor(world.planner, date(2024, 7, 31))

    taken = accept(formed.row, by=late, **everything(formed))

    assert len(taken.refused) == 2
    assert "đã qua" in taken.sentences[0]


def test_a_plan_that_was_withdrawn_takes_nothing(formed, planner):
    Plan.objects.filter(pk=formed.plan.pk).update(status=Plan.Status.CANCELLED)

    with pytest.raises(Refused):
        accept(formed.row, by=planner, **everything(formed))

    assert not formed.plan.delegations.exists()


def test_somebody_without_a_post_on_all_days_is_left_out_and_named(formed, world, planner):
    world.member.posts.update(held_to=date(2024, 7, 1))
    again, _created = actions.ask_for_proposal(formed.plan, formed.row.question, by=planner)
    queue.make(again.pk)

    answer = Proposal.objects.get(pk=again.pk).answer

    assert world.member.pk not in {seat["person"] for seat in answer["seats"]}
    assert any(world.member.full_name in str(sentence) for sentence in answer["unmet"])


def test_new_names_go_on_from_those_there_are(world):
    plan = factories.plan(world)
    team = factories.delegation(world, plan)
    Delegation.objects.filter(pk=team.pk).update(name="Đoàn kiểm tra số 2")

    assert reading_people._free_names(plan, 2) == ["Đoàn kiểm tra số 3", "Đoàn kiểm tra số 4"]


def test_new_names_are_used_by_no_other_plan_of_the_issuer_that_year(world):
    plan, other = factories.plan(world), factories.plan(world, number=201)
    team = factories.delegation(world, other)
    Delegation.objects.filter(pk=team.pk).update(name="Đoàn kiểm tra số 4")

    assert reading_people._free_names(plan, 1) == ["Đoàn kiểm tra số 5"]


def test_the_list_holds_people_of_the_committees_agencies_and_of_practice(world):
    plan = factories.plan(world)
    colleague = factories.person("Lý Văn Hai", world.home_affairs)
    factories.person("Vi Văn Sơn", world.commune)
    factories.delegation(world, factories.plan(world, number=7))

    pool = {one.pk: one for one in pool_of(plan, DAY, seats_of_practice(plan))}

    assert {world.head.pk, world.member.pk} <= set(pool)
    assert (pool[world.head.pk].role, pool[world.head.pk].is_offered) == ("head", True)
    assert "Vi Văn Sơn" not in {one.name for one in pool.values()}
    assert (pool[colleague.pk].role, pool[colleague.pk].is_offered) == ("member", False)


def test_the_list_asks_the_standing_agency_of_the_day(world):
    plan = factories.plan(world)
    finance = factories.unit("Tài chính", "Sở", "agency", parent=world.province)
    before = factories.person("Lý Văn Hai", world.home_affairs)
    since = factories.person("Vi Văn Sơn", finance)
    world.committee.agency_changes.create(unit=finance.unit, from_on=DAY, decision="77/QĐ-UBND")

    def pool(day):
        return {one.pk for one in pool_of(plan, day, [])} & {before.pk, since.pk}

    assert pool(DAY - timedelta(days=1)) == {before.pk}
    assert pool(DAY) == {since.pk}


def test_who_sits_in_this_plan_is_not_ticked(world):
    plan = factories.plan(world)
    factories.delegation(world, plan)

    (head,) = (
        one for one in pool_of(plan, DAY, seats_of_practice(plan)) if one.pk == world.head.pk
    )

    assert (head.is_offered, head.team) == (False, "Đoàn kiểm tra của Ban Chỉ đạo")

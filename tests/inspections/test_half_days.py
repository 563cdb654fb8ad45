"""A clash cannot be saved: one half-day, one delegation for a person and for a unit."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps

from inspections import workflow
from inspections.actions.delegations import remove_member, seat_member
from inspections.actions.inspections import edit_inspection
from inspections.actions.visits import delete_visit, edit_visit, record_visit
from inspections.models import PersonSlot, UnitSlot, Visit
from reform_portal.common.workflow import Refused

DAY = date(2024, 6, 17)


@pytest.fixture
def going(make, world, member):
    """A visit saved through the action: going(inspection, session="afternoon")."""

    def saved(inspection, *, version=None, by=member, **fields):
        version = version or inspection.unit_version
        values = {"day": DAY, "session": "morning", "kind": "office", "place": "Trụ sở UBND"}
        values["in_spite_of"] = "Chỉ có ngày này."
        return record_visit(inspection, by=by, unit=version.unit, **(values | fields))

    return saved


@pytest.fixture
def pair(make, world):
    """Two inspections of two delegations with the same member: (Cao Lộc, Văn Lãng)."""
    first = make.inspection(world)
    team = make.delegation(world, make.plan(world, number=81), head=world.chair)
    return first, make.inspection(world, version=world.other_district, team=team)


def days(model):
    return sorted((slot.day, slot.half) for slot in model.objects.all())


def test_a_visit_takes_the_half_days_of_the_members_and_of_the_unit(make, world, going):
    going(make.inspection(world), session="whole_day")

    both = [(DAY, "afternoon"), (DAY, "morning")]
    assert days(UnitSlot) == both
    assert days(PersonSlot) == sorted(both * 2)


def test_a_member_who_sits_elsewhere_refuses_the_visit_by_name(pair, going):
    first, second = pair
    going(first)

    with pytest.raises(Refused) as refusal:
        going(second)

    (reason,) = refusal.value.reasons
    for word in ("Lý Thị Mai", "17/06/2024", "buổi sáng", "Đoàn kiểm tra", first.code):
        assert word in reason
    assert Visit.objects.count() == 1


def test_the_other_half_of_the_day_is_free(pair, going):
    first, second = pair

    going(first)
    going(second, session="afternoon")

    assert Visit.objects.count() == 2


def test_a_whole_day_clashes_with_either_half(pair, going):
    first, second = pair
    going(first, session="afternoon")

    with pytest.raises(Refused):
        going(second, session="whole_day")


def test_one_delegation_goes_to_several_places_in_one_half_day(make, world, going):
    inspection = make.inspection(world)

    going(inspection, version=world.commune)
    going(inspection, version=world.second_commune)

    assert Visit.objects.count() == 2
    assert days(PersonSlot) == [(DAY, "morning")] * 2


def test_several_delegations_of_one_plan_go_out_on_one_day(make, world, going, head, chair):
    plan = make.plan(world, units=[world.district, world.other_district])
    for version, leader in ((world.district, head), (world.other_district, chair)):
        human = world.head if leader is head else world.chair
        team = make.delegation(world, plan, head=human, members=[])
        going(make.inspection(world, version=version, team=team), by=leader)

    assert Visit.objects.count() == 2


@pytest.mark.embedded
def test_two_delegations_do_not_meet_at_one_unit(make, world, going, chair):
    first = make.inspection(world)
    team = make.delegation(world, make.plan(world, number=81), head=world.chair, members=[])
    second = make.inspection(world, team=team)
    going(first)

    with pytest.raises(Refused) as refusal:
        going(second, by=chair)

    assert "UBND huyện Cao Lộc" in str(refusal.value)
    assert first.code in str(refusal.value)


def test_moving_a_visit_frees_the_old_half_day_and_takes_the_new(pair, going, member):
    first, second = pair
    visit = going(first)
    edit_visit(visit, visit.version, by=member, unit=visit.unit, day=DAY, session="afternoon")
    going(second)

    with pytest.raises(Refused):
        edit_visit(visit, 2, by=member, unit=visit.unit, day=DAY, session="morning")

    visit.refresh_from_db()
    assert visit.session == "afternoon"


def test_deleting_a_visit_frees_the_half_day(pair, going, member):
    first, second = pair
    delete_visit(going(first), by=member)

    assert going(second)


def test_another_visit_in_the_same_half_day_keeps_it(make, world, pair, going, member):
    first, second = pair
    going(first, version=world.commune)
    delete_visit(going(first, version=world.second_commune), by=member)

    with pytest.raises(Refused):
        going(second)


@pytest.mark.embedded
def test_who_sits_elsewhere_cannot_join(make, world, pair, going, planner):
    first, second = pair
    remove_member(second.delegation.members.get(person=world.member), by=planner)
    going(first)
    going(second, by=make.actor(world.chair))

    with pytest.raises(Refused, match="Lý Thị Mai"):
        seat_member(second.delegation, by=planner, person=world.member)

    assert not second.delegation.members.filter(person=world.member).exists()


def test_who_leaves_a_delegation_is_free(world, pair, going, planner):
    first, second = pair
    going(first)
    remove_member(first.delegation.members.get(person=world.member), by=planner)

    assert going(second)


def test_who_joins_gives_away_the_half_days_of_the_delegation(world, make, pair, going, planner):
    first, second = pair
    going(first)
    remove_member(second.delegation.members.get(person=world.member), by=planner)
    seat_member(second.delegation, by=planner, person=world.planner)
    going(second)

    with pytest.raises(Refused, match="Nguyễn Hải Hoàng"):
        seat_member(first.delegation, by=planner, person=world.planner)


@pytest.mark.embedded
def test_cancelling_frees_and_restoring_takes_again(pair, going, planner):
    first, second = pair
    going(first)
    workflow.inspection.take("cancel", first, by=planner, note="Hoãn")
    assert days(PersonSlot) == []

    workflow.inspection.take("restore", first, by=planner, note="Làm lại")
    assert days(PersonSlot) == [(DAY, "morning")] * 2


def test_restoring_is_refused_when_somebody_sits_elsewhere_by_now(pair, going, planner):
    first, second = pair
    going(first)
    workflow.inspection.take("cancel", first, by=planner, note="Hoãn")
    going(second)

    with pytest.raises(Refused, match="Lý Thị Mai"):
        workflow.inspection.take("restore", first, by=planner, note="Làm lại")

    first.refresh_from_db()
    assert first.status == "cancelled"


def move_to(inspection, team, by):
    return edit_inspection(
        inspection, inspection.version, by=by, delegation=team,
        starts_on=DAY, ends_on=DAY, form="on_site",
    )  # fmt: skip


@pytest.mark.embedded
def test_another_delegation_takes_over_the_half_days(make, world, going, planner):
    inspection = make.inspection(world)
    team = make.delegation(world, inspection.plan, head=world.chair)
    going(inspection)

    move_to(inspection, team, planner)

    holders = {slot.person for slot in PersonSlot.objects.filter(delegation=team)}
    assert holders == {world.chair, world.member}
    assert PersonSlot.objects.count() == 2


def test_another_delegation_must_be_free(make, world, pair, going, planner):
    first, second = pair
    lone = make.inspection(
        world, version=world.commune, team=make.delegation(world, second.plan, head=world.planner,
        members=[]),
    )  # fmt: skip
    going(first)
    going(lone, by=planner)

    with pytest.raises(Refused, match="Lý Thị Mai"):
        move_to(lone, second.delegation, planner)


def test_a_clash_of_old_does_not_hinder_the_words_of_a_visit(make, pair, going, member):
    first, second = pair
    going(first)
    old = make.visit(second)

    saved = edit_visit(
        old, old.version, by=member, unit=old.unit, day=DAY, session="morning", notes="Đã làm việc"
    )

    assert saved.notes == "Đã làm việc"


@pytest.mark.embedded
def test_what_an_old_clash_lacked_is_taken_once_it_is_free(make, pair, going, member):
    first, second = pair
    visit = going(first)
    old = make.visit(second)
    delete_visit(visit, by=member)
    edit_visit(old, old.version, by=member, unit=old.unit, day=DAY, session="morning", notes="Ghi")

    assert {slot.delegation for slot in PersonSlot.objects.all()} == {second.delegation}


def test_the_page_says_who_sits_where_and_keeps_what_was_typed(browse, pair, going, visit_words):
    first, second = pair
    going(first)

    words = visit_words(unit=second.unit_id, notes="Chữ đã gõ")
    answer = browse("member").post(f"/inspections/{second.code}/visits/", words)

    assert answer.status_code == 422
    assert "Lý Thị Mai" in answer.text
    assert "Chữ đã gõ" in answer.text


@pytest.mark.embedded
def test_the_cost_of_a_visit_does_not_grow_with_the_visits(
    make, pair, going, django_assert_max_num_queries
):
    first, _second = pair
    type(first).objects.update(ends_on=DAY + timedelta(days=40))
    for number in range(30):
        going(first, day=DAY + timedelta(days=number))

    with django_assert_max_num_queries(40):
        going(first, day=DAY + timedelta(days=35))


@pytest.mark.embedded
def test_the_migration_fills_them_from_the_visits_there_are(make, world, pair, planner):
    first, second = pair
    make.visit(second)
    make.visit(first, session="whole_day")
    cancelled = make.inspection(world, status="cancelled")
    make.visit(cancelled, day=date(2024, 6, 18))

    import_module("inspections.migrations.0004_half_days").fill(apps, None)

    mine = PersonSlot.objects.filter(person=world.member).order_by("-half")
    assert [slot.delegation for slot in mine] == [second.delegation, first.delegation]
    assert days(UnitSlot) == [(DAY, "afternoon"), (DAY, "morning"), (DAY, "morning")]

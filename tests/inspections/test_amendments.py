"""An approved plan changes by an amendment: what was stays readable, what is in force counts."""

import uuid
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from inspections import amendments
from inspections.actions.amendments import begin_amendment
from inspections.actions.deadlines import give, set_deadlines
from inspections.actions.inspections import schedule_inspection
from inspections.actions.plans import add_units, change_units, edit_plan, remove_unit
from inspections.models import Plan, PlanVersion
from inspections.workflow import plan as plan_way
from inspections.workflow_amendments import amendment as way
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused

pytestmark = pytest.mark.django_db
PAPER = {"number": 95, "symbol": "KH-BCĐCCHC", "issued_on": date(2024, 6, 17)}


@pytest.fixture
def plan(make, world):
    made = make.plan(world, units=[world.district, world.commune])
    give(made, made.issued_on)
    return made


@pytest.fixture
def begun(plan, planner):
    return begin_amendment(plan, by=planner, reason="Điều chỉnh địa bàn")


@pytest.fixture
def ready(begun, planner, world):
    """With a number, a unit more, and submitted."""
    add_units(begun, [world.second_commune], by=planner, month=9)
    Plan.objects.filter(pk=begun.pk).update(**PAPER)
    return way.take("submit", begun, by=planner)


def units_of(plan):
    return set(plan.plan_units.values_list("unit_id", flat=True))


def test_it_begins_as_the_plan_is_and_the_plan_stays(plan, begun):
    assert units_of(begun) == units_of(plan)
    assert amendments.is_empty(amendments.of_amendment(begun))
    assert (begun.status, begun.number, begun.amends) == ("draft", None, plan)
    assert "Sửa đổi, bổ sung Kế hoạch số 80/KH-BCĐCCHC" in begun.title
    assert AuditEntry.objects.about(plan).filter(verb="plan.begin_amendment").exists()


def test_the_same_form_twice_makes_one_draft(plan, planner):
    token = uuid.uuid4()
    both = [begin_amendment(plan, by=planner, reason="A", submission=token) for _ in range(2)]

    assert both[0] == both[1]


def test_there_is_one_at_a_time(plan, begun, planner):
    with pytest.raises(Refused, match="đang được chuẩn bị"):
        begin_amendment(plan, by=planner, reason="Lần hai")


@pytest.mark.parametrize("status", ["draft", "submitted", "returned", "cancelled"])
def test_only_a_plan_in_force_is_amended(plan, planner, status):
    Plan.objects.update(status=status)

    with pytest.raises(Refused):
        begin_amendment(plan, by=planner, reason="A")


def test_an_amendment_is_not_amended(ready, chair, planner):
    row = way.take("approve", ready, by=chair)

    with pytest.raises(Refused):
        begin_amendment(row, by=planner, reason="A")


@pytest.mark.embedded
def test_approved_it_changes_the_plan_and_what_was_is_kept(plan, ready, chair, world):
    assert world.second_commune.unit_id not in units_of(plan)
    row = way.take("approve", ready, by=chair)

    plan.refresh_from_db()
    assert (row.status, plan.status, plan.number) == ("enacted", "approved", 80)
    assert world.second_commune.unit_id in units_of(plan)
    first, second = plan.versions.all()
    assert (first.reference, second.reference) == ("80/KH-BCĐCCHC", "95/KH-BCĐCCHC")
    assert (len(first.said["units"]), len(second.said["units"])) == (2, 3)
    assert second.amendment == row
    assert second.reason == "Điều chỉnh địa bàn"
    assert AuditEntry.objects.about(plan).filter(verb="plan.amended").exists()


def test_units_times_texts_and_deadlines_are_told_apart(plan, begun, planner, world):
    commune = begun.plan_units.get(unit=world.commune.unit)
    remove_unit(begun.plan_units.get(unit=world.district.unit), by=planner)
    change_units(begun, {commune.pk: {"month": (None, 10)}}, by=planner)
    add_units(begun, [world.second_commune], by=planner)
    set_deadlines(begun, {"notice": {"days": (7, 3)}}, by=planner)
    Plan.objects.filter(pk=begun.pk).update(purpose="Mới", period_to=date(2024, 12, 31))
    begun.types.clear()

    begun.refresh_from_db()
    found = amendments.of_amendment(begun)
    assert [row["field"] for row in found["texts"]] == ["purpose", "period_to"]
    assert len(found["types"]["removed"]) == 1
    assert [row["unit"] for row in found["units"]["removed"]] == [world.district.unit_id]
    assert [row["unit"] for row in found["units"]["added"]] == [world.second_commune.unit_id]
    assert [row["new"]["month"] for row in found["units"]["changed"]] == [10]
    assert [(row["code"], row["new"]["days"]) for row in found["deadlines"]] == [("notice", 3)]


def test_everything_of_it_comes_into_force(plan, begun, planner, chair, world):
    remove_unit(begun.plan_units.get(unit=world.district.unit), by=planner)
    set_deadlines(begun, {"notice": {"days": (7, 3)}}, by=planner)
    Plan.objects.filter(pk=begun.pk).update(purpose="Mới", **PAPER)
    way.take("approve", way.take("submit", begun, by=planner), by=chair)

    plan.refresh_from_db()
    assert plan.purpose == "Mới"
    assert units_of(plan) == {world.commune.unit_id}
    assert plan.deadlines.get(code="notice").days == 3


def test_the_plan_in_force_is_scheduled_under_meanwhile(make, world, plan, begun, planner):
    team = make.delegation(world, plan)
    days = {"starts_on": make.DAY, "ends_on": make.DAY}
    item = plan.plan_units.get(unit=world.commune.unit)

    made = schedule_inspection(
        plan, by=planner, plan_unit=item, delegation=team, form="on_site", **days
    )
    assert made.plan == plan


def test_nothing_is_scheduled_under_an_amendment(make, world, ready, chair, planner):
    row = way.take("approve", ready, by=chair)
    item = row.plan_units.first()

    with pytest.raises(Refused, match="trạng thái"):
        schedule_inspection(
            row, by=planner, plan_unit=item, delegation=make.delegation(world, row.amends),
            form="on_site", starts_on=make.DAY, ends_on=make.DAY,
        )  # fmt: skip


def test_an_inspected_unit_cannot_be_taken_out(make, world, plan, begun, planner):
    make.inspection(world, team=make.delegation(world, plan))
    item = begun.plan_units.get(unit=world.district.unit)

    with pytest.raises(Refused, match="Cao Lộc"):
        remove_unit(item, by=planner)
    with pytest.raises(Refused, match="Cao Lộc"):
        change_units(begun, {}, by=planner, out=[item.pk])


def test_a_unit_scheduled_after_it_was_taken_out_holds_the_amendment_up(
    make, world, plan, begun, planner, chair
):
    remove_unit(begun.plan_units.get(unit=world.district.unit), by=planner)
    Plan.objects.filter(pk=begun.pk).update(**PAPER)
    row = way.take("submit", begun, by=planner)
    make.inspection(world, team=make.delegation(world, plan))

    with pytest.raises(Refused, match="Cao Lộc"):
        way.take("approve", row, by=chair)
    assert world.district.unit_id in units_of(plan)


def test_a_unit_that_ended_stays_where_the_plan_names_it_already(ready, chair, world):
    type(world.district).objects.filter(pk=world.district.pk).update(valid_to=date(2024, 6, 16))

    assert way.take("approve", ready, by=chair).status == "enacted"


def test_a_paper_that_changes_nothing_is_not_submitted(begun, planner):
    Plan.objects.filter(pk=begun.pk).update(**PAPER)

    with pytest.raises(Refused, match="chưa thay đổi"):
        way.take("submit", begun, by=planner)


def test_it_needs_a_number_and_a_date_of_its_own(begun, planner, world):
    add_units(begun, [world.second_commune], by=planner)

    with pytest.raises(Refused, match="số"):
        way.take("submit", begun, by=planner)


def test_returned_withdrawn_and_cancelled_it_leaves_the_plan_as_it_was(plan, ready, chair, planner):
    said = amendments.said(plan)
    row = way.take("return", ready, by=chair, note="Xem lại")
    row = way.take("submit", row, by=planner)
    row = way.take("withdraw", row, by=planner, note="Sửa")
    way.take("cancel", row, by=planner, note="Thôi")

    assert amendments.said(plan) == said
    assert not PlanVersion.objects.exists()


def test_an_old_draft_is_not_restored_over_a_newer_amendment(plan, begun, planner, chair, world):
    way.take("cancel", begun, by=planner, note="Thôi")
    newer = begin_amendment(plan, by=planner, reason="Mới")
    with pytest.raises(Refused, match="đang được chuẩn bị"):
        way.take("restore", begun, by=planner, note="Lại")

    add_units(newer, [world.second_commune], by=planner)
    Plan.objects.filter(pk=newer.pk).update(**PAPER)
    way.take("approve", way.take("submit", newer, by=planner), by=chair)
    with pytest.raises(Refused, match="đã được sửa đổi"):
        way.take("restore", begun, by=planner, note="Lại")


@pytest.mark.parametrize(("step", "who"), [("reopen", "chair"), ("cancel", "planner")])
def test_a_plan_under_amendment_is_not_taken_away(plan, begun, request, step, who):
    with pytest.raises(Refused, match="đang được chuẩn bị"):
        plan_way.take(step, plan, by=request.getfixturevalue(who), note="Lý do")


def test_every_approval_keeps_a_version(make, world, chair, planner):
    plan = make.plan(world, status="submitted")
    row = plan_way.take("approve", plan, by=chair)
    row = plan_way.take("reopen", row, by=chair, note="Sai số")
    plan_way.take("approve", plan_way.take("submit", row, by=planner), by=chair)

    assert [version.number for version in plan.versions.all()] == [1, 2]


def test_a_version_is_never_changed(plan):
    version = amendments.keep_version(plan)

    with pytest.raises(TypeError):
        version.save()


@pytest.mark.parametrize("who", ["planner", "head", "official", "stranger", "auditor"])
def test_others_do_not_approve(ready, request, who):
    with pytest.raises(PermissionDenied):
        way.take("approve", ready, by=request.getfixturevalue(who))


def test_its_words_are_edited_as_a_draft(begun, planner):
    words = {"committee": begun.committee, "types": begun.types.all(), "areas": begun.areas.all()}
    names = ("year", "title", "period_from", "period_to", "purpose")
    kept = {name: getattr(begun, name) for name in names}
    row = edit_plan(begun, begun.version, by=planner, reason="Rõ hơn", **PAPER, **words, **kept)

    assert (row.reason, row.reference) == ("Rõ hơn", "95/KH-BCĐCCHC")

"""What waits on the start page, for each person only the own part."""

from datetime import date

import pytest

from reform_portal.common.waiting import waiting_for


def titles(actor):
    return " | ".join(item.title for item in waiting_for(actor))


@pytest.mark.embedded
def test_a_submitted_plan_waits_for_the_chair(make, world, chair, planner):
    make.plan(world, status="submitted")

    assert "80/KH-BCĐCCHC" in titles(chair)
    assert "80/KH-BCĐCCHC" not in titles(planner)


def test_a_returned_plan_waits_for_home_affairs(make, world, planner, stranger):
    make.plan(world, status="returned")

    assert "80/KH-BCĐCCHC" in titles(planner)
    assert titles(stranger) == ""


def test_an_approved_plan_waits_until_every_unit_is_scheduled(make, world, planner):
    plan = make.plan(world)
    assert "80/KH-BCĐCCHC" in titles(planner)

    make.inspection(world, team=make.delegation(world, plan))
    assert plan.get_absolute_url() not in [item.url for item in waiting_for(planner)]


@pytest.mark.embedded
@pytest.mark.parametrize("status", ["planned", "on_site"])
def test_an_inspection_waits_for_its_delegation(make, world, head, member, planner, status):
    inspection = make.inspection(world, status=status)

    assert inspection.code in titles(head)
    assert inspection.code in titles(member)
    assert str(inspection) not in [item.title for item in waiting_for(planner)]


@pytest.mark.embedded
def test_a_self_report_waits_for_the_unit_until_it_is_filed(make, world, official, outsider):
    inspection = make.inspection(world)
    assert titles(official) == ""

    make.self_report(inspection)
    assert inspection.code in titles(official)
    assert titles(outsider) == ""

    make.question(inspection, by=world.member)
    assert titles(official).count(inspection.code) == 2


def test_a_delegation_waits_for_its_decision_when_it_soon_inspects(make, world, planner, chair):
    inspection = make.inspection(world)
    waits = [item for item in waiting_for(planner) if "Quyết định thành lập" in item.title]
    assert [item.due_on for item in waits] == [date(2024, 6, 7)]
    assert inspection.plan.reference in waits[0].title  # other plans number theirs alike
    assert "Quyết định thành lập" not in titles(chair)

    type(inspection.delegation).objects.update(decision="12/QĐ-UBND")
    assert "Quyết định thành lập" not in titles(planner)


def test_a_delegation_that_inspects_much_later_does_not_wait_yet(make, world, planner):
    make.inspection(world, starts_on=date(2024, 9, 2), ends_on=date(2024, 9, 2))

    assert "Quyết định thành lập" not in titles(planner)

"""One plan: what each person is shown, and what it costs."""

import pytest

from inspections import workflow


@pytest.fixture
def plan(make, world):
    plan = make.plan(world, units=[world.district, world.commune])
    make.inspection(world, team=make.delegation(world, plan))
    return plan


def page(browse, who, plan):
    return browse(who).get(plan.get_absolute_url())


def test_it_shows_units_with_their_inspection_or_that_there_is_none(browse, plan):
    text = page(browse, "planner", plan).text

    assert plan.inspections.get().code in text
    assert "UBND xã Thanh Lòa" in text
    assert "Chưa lên lịch" in text


def test_the_delegation_is_shown_with_its_head(browse, plan):
    assert "Sái Văn Đông" in page(browse, "planner", plan).text


def test_home_affairs_is_offered_to_schedule_and_the_chair_to_reopen(browse, plan):
    planner, chair = page(browse, "planner", plan).text, page(browse, "chair", plan).text

    assert f"/plans/{plan.pk}/schedule/" in planner
    assert f"/plans/{plan.pk}/schedule/" not in chair
    assert f"/plans/{plan.pk}/steps/reopen/" in chair


def test_an_official_sees_the_own_inspection_only(browse, make, world, plan):
    plan.plan_units.create(unit=world.other_district.unit, unit_version=world.other_district)
    team = plan.delegations.get()
    other = make.inspection(world, team=team, version=world.other_district)

    text = page(browse, "official", plan).text

    assert other.code not in text
    assert plan.inspections.exclude(pk=other.pk).get().code in text


def test_others_do_not_find_it(browse, plan):
    assert page(browse, "outsider", plan).status_code == 404
    assert page(browse, "administrator", plan).status_code == 404


@pytest.mark.embedded
def test_many_units_and_delegations_cost_no_more_queries(browse, make, world, plan, count_queries):
    client = browse("planner")
    few = count_queries(client, plan.get_absolute_url())
    for number in range(30):
        unit = make.unit(f"Xã {number}", "xã", "commune", parent=world.district)
        plan.plan_units.create(unit=unit.unit, unit_version=unit)
        make.delegation(world, plan)

    assert count_queries(client, plan.get_absolute_url()) == few <= 10


def test_why_a_plan_came_back_is_not_told_to_the_units_it_names(
    browse, make, world, chair, planner
):
    plan = make.plan(world, status="submitted")
    workflow.plan.take("return", plan, by=chair, note="Bỏ huyện này, đang có đơn tố cáo")
    workflow.plan.take("submit", plan, by=planner)
    workflow.plan.take("approve", plan, by=chair)

    told = {who: page(browse, who, plan).text for who in ("planner", "official")}

    assert "đơn tố cáo" in told["planner"]
    assert "đơn tố cáo" not in told["official"]
    assert str(chair) in told["official"]

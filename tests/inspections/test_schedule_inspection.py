"""Scheduling an inspection: a unit of the plan, a delegation, days of its year, a code."""

import uuid
from datetime import date

import pytest

from inspections.actions.inspections import schedule_inspection
from inspections.models import Inspection
from reform_portal.common.workflow import Refused


@pytest.fixture
def plan(make, world):
    return make.plan(world)


@pytest.fixture
def team(make, world, plan):
    return make.delegation(world, plan)


@pytest.fixture
def schedule(browse, plan, team, schedule_words):
    def sent(who="planner", **changes):
        words = schedule_words(plan, team, **changes)
        return browse(who).post(f"/plans/{plan.pk}/schedule/", words)

    return sent


def test_the_first_inspection_of_a_year_gets_its_first_code(schedule, world, verbs):
    answer = schedule()

    made = Inspection.objects.get()
    assert answer.status_code == 302
    assert (made.code, made.status, made.unit_version) == ("KT-2024-001", "planned", world.district)
    assert verbs(made) == ["inspection.schedule"]


@pytest.mark.embedded
def test_the_next_one_gets_the_next_code_and_skips_one_that_is_taken(schedule, plan, make, world):
    make.inspection(world, version=world.other_district, code="KT-2024-002")
    plan.plan_units.create(unit=world.commune.unit, unit_version=world.commune)
    first, second = plan.plan_units.all()

    schedule(plan_unit=first.pk)
    schedule(plan_unit=second.pk)

    assert sorted(plan.inspections.values_list("code", flat=True)) == ["KT-2024-001", "KT-2024-003"]


def test_the_unit_is_kept_as_it_is_on_the_first_day(schedule, world):
    world.district.valid_to = date(2024, 6, 1)
    world.district.save()
    renamed = type(world.district).objects.create(
        unit=world.district.unit, valid_from=date(2024, 6, 1), name="Cao Lộc mới", type="huyện",
        level="district", path=world.district.path, province=world.province.unit,
    )  # fmt: skip

    schedule()

    assert Inspection.objects.get().unit_version == renamed


def test_a_unit_is_inspected_once_a_plan(schedule):
    schedule()

    answer = schedule()

    assert answer.status_code == 422
    assert "plan_unit" in answer.context["form"].errors
    assert Inspection.objects.count() == 1


def test_a_second_click_schedules_nothing(schedule):
    token = uuid.uuid4()

    answers = [schedule(submission=token), schedule(submission=token)]

    assert answers[0].url == answers[1].url
    assert Inspection.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("ends_on", {"ends_on": "2024-06-16"}),
        ("starts_on", {"starts_on": "2023-12-30"}),
        ("ends_on", {"ends_on": "2025-01-02"}),
        ("starts_on", {"starts_on": "30/02/2024"}),
        ("delegation", {"delegation": 9999}),
        ("plan_unit", {"plan_unit": ""}),
    ],
)
def test_bad_input_lands_at_its_field(schedule, field, changes):
    answer = schedule(**changes)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Inspection.objects.exists()


def test_a_unit_that_does_not_exist_on_the_first_day_is_refused(schedule, world):
    type(world.district).objects.filter(pk=world.district.pk).update(valid_to=date(2024, 6, 1))

    answer = schedule()

    assert "UBND huyện Cao Lộc" in answer.context["form"].errors["starts_on"][0]
    assert not Inspection.objects.exists()


def test_a_delegation_with_somebody_of_the_unit_is_refused(schedule, make, world, team):
    make.member(team, world.official)

    answer = schedule()

    assert "Hoàng Văn Nam" in answer.context["form"].errors["delegation"][0]
    assert not Inspection.objects.exists()


@pytest.mark.embedded
def test_only_an_approved_plan_is_carried_out(schedule, plan):
    type(plan).objects.update(status="returned")

    assert schedule().status_code == 422
    assert not Inspection.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"ends_on": date(2024, 6, 16)},
        {"starts_on": date(2023, 6, 17)},
        {"ends_on": date(2025, 6, 17)},
        {"starts_on": date(2019, 6, 17), "ends_on": date(2019, 6, 17)},
    ],
)
def test_the_action_checks_the_days_without_any_form(plan, team, planner, changes):
    days = {"starts_on": date(2024, 6, 17), "ends_on": date(2024, 6, 17)} | changes

    with pytest.raises(Refused):
        schedule_inspection(
            plan, by=planner, plan_unit=plan.plan_units.get(), delegation=team, **days
        )


def test_the_action_refuses_an_insider_without_any_form(plan, team, planner, make, world):
    make.member(team, world.official)
    days = {"starts_on": date(2024, 6, 17), "ends_on": date(2024, 6, 17)}

    with pytest.raises(Refused, match="Hoàng Văn Nam"):
        schedule_inspection(
            plan, by=planner, plan_unit=plan.plan_units.get(), delegation=team, **days
        )


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("head", 403), ("stranger", 404)])
def test_only_home_affairs_schedules(schedule, who, status):
    assert schedule(who).status_code == status
    assert not Inspection.objects.exists()


def test_another_unit_after_going_back_is_not_taken_for_a_second_click(
    browse, make, world, schedule_words
):
    plan = make.plan(world, units=[world.district, world.other_district])
    words = schedule_words(plan, make.delegation(world, plan))
    url = f"/plans/{plan.pk}/schedule/"
    browse("planner").post(url, words)

    other = plan.plan_units.get(unit=world.other_district.unit)
    answer = browse("planner").post(url, words | {"plan_unit": other.pk})

    assert answer.status_code == 422
    assert Inspection.objects.get().unit == world.district.unit


@pytest.mark.parametrize(
    ("wish", "first"),
    [
        ({"month": 6}, "03/06/2024"),  # 1 and 2 June 2024 are a weekend
        ({"month": 6, "day": date(2024, 6, 24)}, "24/06/2024"),
    ],
)
def test_the_form_offers_the_day_or_month_the_plan_names(plan, browse, wish, first):
    item = plan.plan_units.get()
    plan.plan_units.update(**wish)

    page = browse("planner").get(f"/plans/{plan.pk}/schedule/?unit={item.pk}").content.decode()

    assert page.count(f'value="{first}"') == 2
    assert f'<option value="{item.pk}" selected>' in page


def test_without_a_unit_left_the_form_says_what_to_do_instead(schedule, plan, browse):
    schedule()

    answer = browse("planner").get(f"/plans/{plan.pk}/schedule/", follow=True)

    assert answer.redirect_chain == [(plan.get_absolute_url(), 302)]
    assert "không còn đơn vị để xếp" in answer.text


@pytest.mark.parametrize("unit", ["x", "0", "9" * 30, "-1"])
def test_a_link_for_a_unit_that_is_not_there_leaves_the_form_empty(plan, browse, unit):
    answer = browse("planner").get(f"/plans/{plan.pk}/schedule/?unit={unit}")

    assert answer.status_code == 200

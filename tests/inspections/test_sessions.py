"""A session: one delegation, one half-day, several units in their order."""

import uuid
from datetime import date

import pytest

from inspections.forms.sessions import SessionForm
from inspections.models import Inspection, InspectionType, PersonSlot, Visit

DAY = date(2024, 6, 17)


@pytest.fixture
def plan(make, world):
    plan = make.plan(world, units=[world.commune, world.second_commune, world.other_district])
    plan.types.set([InspectionType.objects.get(code="public_duty")])
    return plan


@pytest.fixture
def team(make, world, plan):
    return make.delegation(world, plan)


@pytest.fixture
def send(browse, plan, team):
    """Stops by place: send({version: 1, other: 2})."""

    def sent(stops, who="planner", **changes):
        rows = {row.unit_id: row.pk for row in plan.plan_units.all()}
        words = {
            "submission": uuid.uuid4(),
            "delegation": team.pk,
            "day": "2024-06-17",
            "session": "morning",
            **{f"stop-{rows[version.unit_id]}": place for version, place in stops.items()},
        }
        return browse(who).post(f"/plans/{plan.pk}/session/", words | changes)

    return sent


def test_two_communes_in_one_morning_in_their_order(send, world, team):
    answer = send({world.second_commune: 1, world.commune: 2})

    visits = Visit.objects.order_by("stop")
    assert answer.status_code == 302
    assert [v.unit_version for v in visits] == [world.second_commune, world.commune]
    assert {(v.day, v.session, v.inspection.course) for v in visits} == {(DAY, "morning", "spoken")}
    assert PersonSlot.objects.filter(delegation=team).count() == 2


def test_without_a_unit_left_the_form_says_what_to_do_instead(send, world, plan, browse):
    send({world.commune: 1, world.second_commune: 2, world.other_district: 3})

    answer = browse("planner").get(f"/plans/{plan.pk}/session/", follow=True)

    assert answer.redirect_chain == [(plan.get_absolute_url(), 302)]
    assert "không còn đơn vị để xếp" in answer.text


def test_another_delegation_with_one_of_the_people_clashes(send, world, make, plan):
    send({world.commune: 1})
    rival = make.delegation(world, plan, members=[])

    answer = send({world.second_commune: 1}, delegation=rival.pk)

    assert answer.status_code == 422
    assert "Sái Văn Đông" in answer.content.decode()
    assert Inspection.objects.count() == 1


def test_nothing_is_half_saved(send, world, make, plan):
    send({world.commune: 1})
    rival = make.delegation(world, plan, members=[])

    send({world.other_district: 1, world.second_commune: 2}, delegation=rival.pk)

    assert Inspection.objects.count() == 1


def test_a_second_click_schedules_once(send, world):
    token = uuid.uuid4()
    send({world.commune: 1, world.second_commune: 2}, submission=token)
    again = send({world.commune: 1, world.second_commune: 2}, submission=token)

    assert again.status_code == 302
    assert Visit.objects.count() == 2


@pytest.mark.parametrize(
    ("places", "sentence"),
    [((1, 1), "Đơn vị khác đã có thứ tự này"), (("", ""), "ít nhất một đơn vị")],
)
def test_an_order_must_be_given_and_clear(send, world, places, sentence):
    answer = send(dict(zip((world.commune, world.second_commune), places, strict=True)))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_day_outside_the_plan_year_lands_at_its_field(send, world):
    answer = send({world.commune: 1}, day="2025-01-02")

    assert answer.status_code == 422
    assert "day" in answer.context["form"].errors


def test_what_speaks_against_it_needs_a_reason(send, world):
    assert send({world.commune: 1}, day="2024-06-16").status_code == 422
    assert (
        send({world.commune: 1}, day="2024-06-16", in_spite_of="Trực cuối tuần.").status_code == 302
    )


@pytest.mark.parametrize(("who", "status"), [("official", 403), ("chair", 403), ("stranger", 404)])
def test_only_home_affairs_schedules(send, world, who, status, make):
    assert send({world.commune: 1}, who).status_code in (status, 404)


def test_the_calendar_shows_the_stops_in_their_order(send, world, browse):
    send({world.second_commune: 1, world.commune: 2})

    page = browse("head").get("/inspections/calendar/week/?day=2024-06-17").content.decode()

    assert page.index("1. UBND xã Hòa Cư") < page.index("2. UBND xã Thanh Lòa")


def test_the_form_of_one_plan_leaves_the_class_as_it_is(browse, plan, team):
    browse("planner").get(f"/plans/{plan.pk}/session/")

    assert SessionForm.base_fields["delegation"].queryset.query.is_empty()
    before = SessionForm.base_fields["delegation"].queryset
    browse("planner").get(f"/plans/{plan.pk}/session/")
    assert SessionForm.base_fields["delegation"].queryset.query is before.query

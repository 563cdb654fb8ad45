"""Several people in the same moment, on real threads: nothing happens twice, nothing is lost."""

import uuid
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from inspections import workflow
from inspections.actions.amendments import begin_amendment
from inspections.actions.delegations import remove_member, seat_member
from inspections.actions.inspections import schedule_inspection
from inspections.actions.plans import add_units
from inspections.models import CodeSeries, Inspection, Plan, Visit
from inspections.rules.amendments import amended_already
from inspections.workflow_amendments import amendment
from reform_portal.common.models import AuditEntry
from reform_portal.common.roles import Role
from reform_portal.common.workflow import Refused
from units.models import CommitteeMember

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer"),
]
CROWD = 20


def test_of_two_who_take_the_same_step_exactly_one_wins(make, world, head, member, at_once):
    inspection = make.inspection(world)

    def start(by):
        return lambda: workflow.inspection.take("start", inspection, by=by)

    for _round in range(5):
        Inspection.objects.update(status="planned")
        results = at_once([start(head), start(member)])
        assert sum(isinstance(result, Refused) for result in results) == 1

    assert AuditEntry.objects.about(inspection).count() == 5


def test_approving_and_withdrawing_at_once_leaves_one_of_both(make, world, chair, planner, at_once):
    plan = make.plan(world, status="submitted")

    results = at_once(
        [
            lambda: workflow.plan.take("approve", plan, by=chair),
            lambda: workflow.plan.take("withdraw", plan, by=planner, note="Sửa"),
        ]
    )

    assert sum(isinstance(result, Refused) for result in results) == 1
    assert AuditEntry.objects.about(plan).count() == 1


def test_who_schedule_at_once_get_codes_of_their_own(make, world, planner, at_once):
    CodeSeries.objects.create(year=2024)
    plans = [make.plan(world, number=number + 1) for number in range(8)]
    teams = [make.delegation(world, plan) for plan in plans]

    def schedule(plan, team):
        days = {"starts_on": make.DAY, "ends_on": make.DAY, "in_spite_of": "Không thể khác."}
        item = plan.plan_units.get()
        return partial(
            schedule_inspection, plan, by=planner, plan_unit=item, delegation=team, **days
        )

    results = at_once([schedule(*pair) for pair in zip(plans, teams, strict=True)])

    assert sorted(row.code for row in results) == [f"KT-2024-{n:03d}" for n in range(1, 9)]


def test_a_unit_is_scheduled_once_however_many_try(make, world, planner, at_once):
    plan = make.plan(world)
    team, item = make.delegation(world, plan), plan.plan_units.get()
    days = {"starts_on": make.DAY, "ends_on": make.DAY}

    results = at_once(
        [lambda: schedule_inspection(plan, by=planner, plan_unit=item, delegation=team, **days)] * 4
    )

    assert sum(isinstance(result, Refused) for result in results) == 3
    assert Inspection.objects.count() == 1


def test_an_insider_does_not_slip_in_while_the_unit_is_scheduled(make, world, planner, at_once):
    days = {"starts_on": make.DAY, "ends_on": make.DAY, "in_spite_of": "Không thể khác."}
    for number in range(5):
        plan = make.plan(world, number=number + 1)
        team, item = make.delegation(world, plan), plan.plan_units.get()
        seat = partial(seat_member, team, by=planner, person=world.official)
        schedule = partial(
            schedule_inspection, plan, by=planner, plan_unit=item, delegation=team, **days
        )
        results = at_once([seat, schedule])
        assert sum(isinstance(result, Refused) for result in results) == 1


def test_a_crowd_of_clicks_on_one_form_makes_one_visit(browse, make, world, visit_words, at_once):
    inspection = make.inspection(world, status="on_site")
    words, client = visit_words(), browse("member")
    url = f"/inspections/{inspection.code}/visits/"

    answers = at_once([lambda: client.post(url, words).status_code] * CROWD)

    assert answers == [302] * CROWD
    assert Visit.objects.count() == 1
    assert AuditEntry.objects.about(inspection).count() == 1


def test_a_crowd_of_clicks_on_one_form_makes_one_plan(browse, plan_words, at_once):
    words, client = plan_words(submission=uuid.uuid4()), browse("planner")

    answers = at_once([lambda: client.post("/plans/new/", words).status_code] * CROWD)

    assert answers == [302] * CROWD
    assert Plan.objects.count() == 1


def test_a_crowd_of_clicks_on_one_form_schedules_once(browse, make, world, schedule_words, at_once):
    plan = make.plan(world)
    words, client = schedule_words(plan, make.delegation(world, plan)), browse("planner")
    url = f"/plans/{plan.pk}/schedule/"

    answers = at_once([lambda: client.post(url, words).status_code] * CROWD)

    assert answers == [302] * CROWD
    assert Inspection.objects.count() == 1


def test_no_inspection_begins_while_its_head_is_taken_out(make, world, head, planner, at_once):
    for _round in range(10):
        inspection = make.inspection(world)
        seat = inspection.delegation.members.get(role="head")
        start = partial(workflow.inspection.take, "start", inspection, by=head)
        results = at_once([start, partial(remove_member, seat, by=planner)])
        assert sum(isinstance(result, Refused | PermissionDenied) for result in results) == 1


def test_of_two_who_begin_to_amend_a_plan_one_does(make, world, planner, at_once):
    plan = make.plan(world)

    results = at_once(
        [partial(begin_amendment, plan, by=planner, reason=reason) for reason in ("Một", "Hai")]
    )

    (refusal,) = [result for result in results if isinstance(result, Refused)]
    assert refusal.reasons == [amended_already(plan)]
    assert Plan.objects.filter(amends=plan).count() == 1


def test_of_two_chairs_who_approve_an_amendment_one_does(make, world, chair, planner, at_once):
    plan, deputy = make.plan(world), make.actor(deputy_of(world, make))
    draft = begin_amendment(plan, by=planner, reason="Thêm xã")
    add_units(draft, [world.commune], by=planner)
    paper = {"number": 95, "issued_on": make.DAY, "status": "submitted"}
    Plan.objects.filter(pk=draft.pk).update(**paper)

    results = at_once(
        [partial(amendment.take, "approve", draft, by=who) for who in (chair, deputy)]
    )

    (refusal,) = [result for result in results if isinstance(result, Refused)]
    assert refusal.reasons
    assert list(plan.versions.values_list("number", flat=True).order_by("number")) == [1, 2]
    assert AuditEntry.objects.filter(verb="plan.amended").count() == 1


def deputy_of(world, make):
    """A second person who approves for the committee."""
    person = make.person("Lương Trọng Quỳnh", world.province, role=Role.CHAIR)
    seat = {"role": CommitteeMember.Role.VICE_CHAIR, "from_on": make.BEGIN}
    CommitteeMember.objects.create(committee=world.committee, person=person, **seat)
    return person

"""A proposal from the question to the inspections: asked, made by a worker, accepted line by line."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from inspections.actions import proposals as actions
from inspections.actions.accepting import accept
from inspections.models import (
    DelegationMember,
    Holiday,
    Inspection,
    Plan,
    Proposal,
    ReformArea,
    Visit,
)
from inspections.proposals import queue, reading, stops, unmet
from reform_portal.common.models import AuditEntry
from reform_portal.common.roles import Role
from reform_portal.common.workflow import Refused
from tests import factories


@pytest.fixture
def asked(world, planner, bell, django_capture_on_commit_callbacks):
    """A plan for two communes in June and a district, with one delegation; and the question."""
    units = [world.commune, world.second_commune, world.other_district]
    plan = factories.plan(world, units=units)
    team = factories.delegation(world, plan)
    plan_units = list(plan.plan_units.order_by("pk"))
    question = {
        "day": "2024-06-17",
        "first": "2024-06-18",
        "last": "2024-07-19",
        "a_half": 1,
        "team_size": 0,
        "teams": [team.pk],
        "weights": {"load": 1, "travel": 1, "month": 3, "spread": 1},
        "units": [{"key": item.pk, "day": None, "team": None} for item in plan_units],
    }
    with django_capture_on_commit_callbacks(execute=True):
        row, _created = actions.ask_for_proposal(plan, question, by=planner)
    return SimpleNamespace(plan=plan, team=team, units=plan_units, question=question, row=row)


def made(asked):
    queue.make(asked.row.pk)
    asked.row.refresh_from_db()
    return asked.row


def test_asking_is_recorded_and_rings_for_a_worker(asked, bell):
    assert bell == [(queue.TASK, asked.row.pk)]
    assert AuditEntry.objects.about(asked.plan)[0].verb == "plan.propose"


def test_asking_again_meanwhile_finds_the_same(asked, planner):
    again, created = actions.ask_for_proposal(asked.plan, asked.question, by=planner)

    assert (again, created) == (asked.row, False)


def test_only_an_approved_plan_is_scheduled(world, planner, bell):
    draft = factories.plan(world, status=Plan.Status.DRAFT)

    with pytest.raises(Refused, match="80/KH"):
        actions.ask_for_proposal(draft, {}, by=planner)


def test_a_worker_makes_it_once(asked):
    row = made(asked)
    queue.make(row.pk)

    assert (row.status, row.progress, row.attempts) == ("done", 100, 1)
    assert {line["stop"] for line in row.answer["lines"]} == {item.pk for item in asked.units}


def test_what_fails_is_told_and_may_be_asked_again(asked, planner, monkeypatch):
    monkeypatch.setattr(queue, "problem_of", lambda row: 1 / 0)

    row = made(asked)

    assert (row.status, row.words != "") == ("failed", True)
    assert actions.ask_for_proposal(asked.plan, asked.question, by=planner)[1]


def test_a_dead_worker_is_followed_by_another_three_times(asked, bell):
    silent = timezone.now() - timedelta(hours=1)
    rows = Proposal.objects.filter(pk=asked.row.pk)
    rows.update(status="running", alive_at=silent, attempts=2, asked_at=silent)
    queue.sweep()
    assert (rows.get().status, bell[-1]) == ("queued", (queue.TASK, asked.row.pk))

    rows.update(status="running", alive_at=silent, attempts=3)
    queue.sweep()
    assert rows.get().status == "failed"


def test_accepted_lines_become_inspections_with_visits(asked, planner):
    row = made(asked)

    taken = accept(row, by=planner, lines=row.answer["lines"])

    assert (len(taken.inspections), taken.sentences) == (3, [])
    visits = Visit.objects.filter(inspection__plan=asked.plan)
    told = {(line["day"], line["session"]) for line in row.answer["lines"]}
    assert {(visit.day.isoformat(), visit.session) for visit in visits} == told
    assert AuditEntry.objects.about(asked.plan)[0].verb == "plan.accept_proposal"


@pytest.mark.parametrize("chosen", [slice(0, 1), slice(0, 3)])
def test_the_history_of_the_plan_tells_nothing_of_a_unit_to_be_surprised(asked, planner, chosen):
    secret = asked.units[0]
    type(secret).objects.filter(pk=secret.pk).update(form="unannounced")
    lines = sorted(made(asked).answer["lines"], key=lambda line: line["stop"] != secret.pk)

    taken = accept(asked.row, by=planner, lines=lines[chosen])

    hidden, *told = [inspection.code for inspection in taken.inspections]
    notes = [entry.note for entry in AuditEntry.objects.about(asked.plan)]
    assert hidden.startswith("DX-")
    assert not any(hidden in note for note in notes)
    assert [note for note in notes if "KT-" in note] == ([notes[0]] if told else [])
    assert len(notes) == 1 + bool(told)


def test_a_second_click_makes_nothing(asked, planner):
    row = made(asked)
    accept(row, by=planner, lines=row.answer["lines"])

    again = accept(row, by=planner, lines=row.answer["lines"])

    assert again.is_nothing
    assert Inspection.objects.filter(plan=asked.plan).count() == 3


def test_a_line_that_clashes_meanwhile_is_left_out_with_its_sentence(world, asked, planner):
    row = made(asked)
    first = row.answer["lines"][0]
    busy(world, date.fromisoformat(first["day"]))

    taken = accept(row, by=planner, lines=row.answer["lines"])

    assert len(taken.inspections) == 3 - sum(
        line["day"] == first["day"] for line in row.answer["lines"]
    )
    assert "Sái Văn Đông" in taken.sentences[0]
    assert not Inspection.objects.filter(plan=asked.plan, starts_on=first["day"]).exists()


def busy(world, day):
    """The head goes out with another delegation on that day."""
    from inspections.actions.visits import record_visit

    other = factories.inspection(world, starts_on=day, ends_on=day)
    record_visit(
        other, by=factories.actor(world.planner), unit=other.unit, day=day, session="whole_day",
        kind="office", place="UBND huyện Cao Lộc", in_spite_of="Đã hẹn",
    )  # fmt: skip
    return other


def test_busy_half_days_are_read_from_the_calendar(world, asked):
    busy(world, date(2024, 6, 17))

    problem = reading.problem_of(asked.row)

    head = problem.people[world.head.pk]
    assert head.busy == {(date(2024, 6, 17), "morning"), (date(2024, 6, 17), "afternoon")}
    assert head.load == 2


def test_nobody_is_sent_to_the_own_or_the_last_unit(world, asked):
    factories.member(asked.team, factories.person("Vi Văn Sơn", world.commune))
    row = made(asked)

    assert [stop for stop, _why in row.answer["unplaced"]] == [asked.units[0].pk]


def test_a_visit_of_another_body_keeps_its_distance(world, asked):
    from inspections.models import OtherVisit

    OtherVisit.objects.create(
        province=world.province.unit, unit=world.commune.unit, unit_version=world.commune,
        body="Thanh tra tỉnh", subject="Đất đai",
        starts_on=date(2024, 6, 25), ends_on=date(2024, 6, 26),
    )  # fmt: skip

    row = made(asked)

    assert [stop for stop, _why in row.answer["unplaced"]] == [asked.units[0].pk]


def test_an_inspection_without_visits_keeps_its_distance_too(world, asked):
    day = date(2024, 6, 24)
    factories.inspection(world, version=world.commune, starts_on=day, ends_on=day)

    row = made(asked)

    assert [stop for stop, _why in row.answer["unplaced"]] == [asked.units[0].pk]


@pytest.mark.parametrize(("form", "kept_away"), [("unannounced", 0), ("on_site", 1)])
def test_who_may_not_know_of_a_visit_is_not_told_of_it(world, asked, form, kept_away):
    office = factories.unit("Nội vụ", "Phòng", "agency", parent=world.district)
    of_the_unit = factories.person("Bế Lập Kế", office, role=Role.PLANNER)
    asked.row.asked_by = of_the_unit.account
    visited = factories.inspection(world, version=world.district, form=form)
    factories.visit(visited)
    item = asked.plan.plan_units.create(unit=world.district.unit, unit_version=world.district)
    asked.row.question["units"].append({"key": item.pk, "day": None, "team": None})

    known = {stop.key: stop for stop in reading.problem_of(asked.row).stops}

    assert len(known[item.pk].visited) == kept_away


def test_a_year_whose_holidays_nobody_entered_is_told(asked):
    Holiday.objects.filter(day__year=2024).delete()

    row = made(asked)

    assert unmet.NO_HOLIDAYS in {text for text, _words in row.answer["unmet"]}


def test_nothing_is_said_of_holidays_that_are_there(asked):
    assert unmet.NO_HOLIDAYS not in {text for text, _words in made(asked).answer["unmet"]}


def test_the_notice_must_be_out_in_time(asked):
    asked.row.question = asked.question | {"day": "2024-06-10"}

    problem = reading.problem_of(asked.row)

    earliest = stops.earliest_visit(asked.plan, date(2024, 6, 10))
    assert {stop.earliest for stop in problem.stops} == {earliest}
    assert earliest > date(2024, 6, 10)


def test_who_inspected_before_may_join_and_is_seated_when_accepted(world, asked, planner):
    before = factories.delegation(world, factories.plan(world, number=7))
    expert = factories.person("Nguyễn Thị Hoa", world.justice)
    factories.member(before, expert).areas.add(ReformArea.objects.get(code="A2", valid_to=None))
    question = asked.question | {"team_size": 3}
    Proposal.objects.filter(pk=asked.row.pk).update(question=question)
    row = made(asked)

    accept(row, by=planner, lines=[], seats=row.answer["seats"])

    seat = DelegationMember.objects.get(delegation=asked.team, person=expert)
    assert [area.code for area in seat.areas.all()] == ["A2"]

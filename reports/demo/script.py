"""What people of the demo do to plans and inspections: the portal's own actions and steps.

Everything is done by a person with the rights of that day, so it is checked and audited like any
other work. Short names ("cao_loc", "sai_van_dong") become records here.
"""

from findings.actions import announcing
from inspections import workflow
from inspections.actions import (
    delegations,
    minutes,
    notices,
    plans,
    self_reports,
    visits,
)
from inspections.actions import inspections as schedules
from inspections.models import DelegationMember, PlanUnit

PLANNER = "nguyen_hai_hoang"
CHAIR = "ho_tien_thieu"
MEMBER = DelegationMember.Role.MEMBER
# Kept only where something speaks against the day (inspections/cautions.py).
AGREED = "Lịch do đơn vị đề nghị và đã thống nhất với Đoàn kiểm tra."
ALL_AREAS = ("A0", "A1", "A2", "A3", "A4", "A5", "A6")


def draft_plan(stage, *, on, units, types=("cchc",), areas=ALL_AREAS, committee=True, **fields):
    """A plan with its units, each given as (short name, month) or (short name, month, form)."""
    by = stage.actor(PLANNER, on)
    plan = plans.create_plan(
        by=by,
        types=[stage.type(code) for code in types],
        areas=[stage.area(code, on) for code in areas],
        committee=stage.committee if committee else None,
        **fields,
    )
    for key, month, *form in units:
        form = form[0] if form else PlanUnit.Form.ON_SITE
        plans.add_units(plan, [stage.version(key, on)], by=by, month=month, form=form)
    return plan


def submit(stage, plan, *, on):
    return stage.take(workflow.plan, "submit", plan, by=PLANNER, on=on)


def approve(stage, plan, *, submitted, on):
    plan = submit(stage, plan, on=submitted)
    return stage.take(workflow.plan, "approve", plan, by=CHAIR, on=on)


def form_delegation(stage, plan, *, on, name, head, members=(), **fields):
    """A delegation; members are (person, role) or (person, role, codes of the areas in charge)."""
    by = stage.actor(PLANNER, on)
    team = delegations.create_delegation(
        plan, by=by, head=stage.people[head], name=name, formed_on=on, **fields
    )
    for key, role, *areas in members:
        in_charge = [stage.area(code, on) for code in (areas[0] if areas else ())]
        delegations.seat_member(team, by=by, person=stage.people[key], role=role, areas=in_charge)
    return team


def schedule(stage, team, unit, *, on, starts, ends=None):
    """The inspection of a unit of the plan, with the next code of the year."""
    return schedules.schedule_inspection(
        team.plan,
        by=stage.actor(PLANNER, on),
        plan_unit=team.plan.plan_units.get(unit=stage.units[unit]),
        delegation=team,
        starts_on=starts,
        ends_on=ends or starts,
        in_spite_of=AGREED,
    )


def step(stage, inspection, name, *, by, on, note="", **fields):
    return stage.take(workflow.inspection, name, inspection, by=by, on=on, note=note, **fields)


def announce_at_meeting(stage, inspection, *, by, on, **minutes):
    """The draft, before both sides; the days to explain run from that day."""
    by = stage.actor(by, on)
    return announcing.announce_at_meeting(inspection, by=by, held_on=on, **minutes).inspection


def receive_draft(stage, inspection, *, by, on):
    """Somebody of the unit opens the announced draft, which proves that it arrived."""
    announcing.note_reading(inspection, by=stage.actor(by, on))


def expect_self_report(stage, inspection, *, title, period, due, on, received=None):
    """What Home Affairs asks of the unit before the visit, and when it came."""
    self_reports.set_self_report(
        inspection,
        None,
        by=stage.actor(PLANNER, on),
        title=title,
        period_from=period[0],
        period_to=period[1],
        due_on=due,
        received_on=received,
    )


def notify(stage, inspection, *, on, signer, delivered, by_unit, acknowledged, **words):
    """The notice to the unit: issued, delivered, acknowledged."""
    by = stage.actor(PLANNER, on)
    signer = stage.people[signer]
    notice = notices.draft_notice(inspection, by=by, signer=signer, **words)
    notice = notices.move_notice(notice, "issue", by=by)
    notice = notices.move_notice(notice, "deliver", by=by, note=delivered)
    return notices.move_notice(notice, "acknowledge", by=stage.actor(by_unit, acknowledged))


def ask(stage, inspection, question, *, by, on):
    return self_reports.ask(inspection, by=stage.actor(by, on), question=question)


def answer(stage, question, text, *, by, on):
    by = stage.actor(by, on)
    return self_reports.answer(question, question.version, by=by, answer=text)


def visit(stage, inspection, unit, *, by, day, kind, place, session, notes="", on=None):
    """Noted on its day, or planned `on` an earlier one."""
    return visits.record_visit(
        inspection,
        by=stage.actor(by, on or day),
        unit=stage.units[unit],
        day=day,
        kind=kind,
        place=place,
        session=session,
        notes=notes,
        in_spite_of=AGREED,
    )


def minute(stage, inspection, *, by, kind, day, place, attendees, content, settled=None):
    return minutes.write_minutes(
        inspection,
        by=stage.actor(by, day),
        kind=kind,
        held_on=day,
        place=place,
        attendees=attendees,
        content=content,
        signed_on=day,
        settled=settled,
    )

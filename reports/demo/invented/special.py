"""Invented: inspections of this year that go their own way.

A public-duty check of several communes in a morning and several in an afternoon, concluded on the
spot; an inspection of procedure control combined with a count of the equipment.
"""

from uuid import uuid4

from inspections.actions.sessions import schedule_session
from inspections.actions.spoken import write_conclusion
from inspections.models import DelegationMember, Half, Inspection, PlanUnit

from .. import script
from . import case, phrases
from .people import NAME_OF, OFFICIAL_OF

R = DelegationMember.Role
S = Inspection.Status
UNANNOUNCED = PlanUnit.Form.UNANNOUNCED
LEADER = "nong_thi_hoa"
# Half-day and the communes in their order.
PAST = (
    (Half.MORNING, ("xa_binh_gia", "xa_van_quan")),
    (Half.AFTERNOON, ("xa_huu_lung", "xa_bang_mac")),
)
TO_COME = "xa_chau_son"
SURVEYED = ("xa_trang_dinh", "xa_vu_lang")


def play(stage, year):
    public_duty(stage, year)
    procedures(stage, year)


def public_duty(stage, year):
    """Four communes in one day, two of them still to be closed; one to come without notice."""
    checked = [unit for _half, units in PAST for unit in units]
    plan = _approved(
        stage,
        year,
        [(unit, year[-12].month) for unit in checked] + [(TO_COME, year[9].month, UNANNOUNCED)],
        title="Kiểm tra công vụ các xã, phường năm",
        types=("public_duty",),
        areas=("A0", "A4"),
        number=24,
    )
    team = script.form_delegation(
        stage,
        plan,
        on=year[-60],
        name="Đoàn kiểm tra công vụ của Ban Chỉ đạo",
        head=LEADER,
        members=[("hua_thi_lan", R.SECRETARY, ("A4",))],
        decision="41/QĐ-BCĐCCHC",
        decision_on=year[-60],
    )
    for half, units in PAST:
        for inspection in _session(stage, plan, team, units, half, year[-12], year[-30]):
            _check(stage, inspection, year[-12])
    _session(stage, plan, team, [TO_COME], Half.MORNING, year[9], year[-5])


def procedures(stage, year):
    """One to be explained, one whose fieldwork has just ended; the equipment counted in both."""
    plan = _approved(
        stage,
        year,
        [(SURVEYED[0], year[-33].month), (SURVEYED[1], year[-6].month)],
        title="Kiểm tra việc kiểm soát thủ tục hành chính, khảo sát trang thiết bị Bộ phận Một cửa năm",
        types=("tthc_control", "equipment"),
        areas=("A0", "A2", "A6"),
        number=25,
    )
    team = script.form_delegation(
        stage,
        plan,
        on=year[-58],
        name="Đoàn kiểm tra kiểm soát thủ tục hành chính",
        head="hoang_thi_hien",
        members=[("be_van_thanh", R.SECRETARY, ("A2",))],
        decision="43/QĐ-BCĐCCHC",
        decision_on=year[-58],
    )
    told = (
        case.Case(SURVEYED[0], year[-33], S.ANNOUNCED, 7, 31, "be_van_thanh", announced=year[-3]),
        case.Case(SURVEYED[1], year[-6], S.DRAFTING, 11, 32, "be_van_thanh"),
    )
    for one in told:
        case.play(stage, team, one, scheduled=year[-50])


def _approved(stage, year, units, *, title, number, **fields):
    on = year.today.year
    plan = script.draft_plan(
        stage,
        on=year[-72],
        units=units,
        symbol="KH-BCĐCCHC",
        year=on,
        title=f"{title} {on}",
        period_from=year[-300],
        period_to=year[-70],
        number=number,
        issued_on=year[-66],
        **fields,
    )
    return script.approve(stage, plan, submitted=year[-70], on=year[-66])


def _session(stage, plan, team, units, half, day, scheduled):
    named = [plan.plan_units.get(unit=stage.units[unit]) for unit in units]
    return schedule_session(
        plan,
        named,
        by=stage.actor(script.PLANNER, scheduled),
        delegation=team,
        day=day,
        session=half,
        submission=uuid4(),
        in_spite_of=script.AGREED,
    )


def _check(stage, inspection, day):
    """From the arrival to what was said, and the end of the check."""
    inspection = script.step(stage, inspection, "start", by=LEADER, on=day)
    visit = inspection.visits.get()
    unit = next(key for key, row in stage.units.items() if row.pk == inspection.unit_id)
    text, answer = phrases.SPOKEN[visit.stop % len(phrases.SPOKEN)]
    write_conclusion(
        visit,
        by=stage.actor(LEADER, day),
        said_by=stage.people[LEADER],
        text=text,
        answered_by=f"{NAME_OF[OFFICIAL_OF[unit]]}, Chủ tịch {inspection.unit_version.authority}",
        answer=answer,
    )
    inspection = script.step(stage, inspection, "end_check", by=LEADER, on=day)
    if visit.session == Half.MORNING:
        script.step(stage, inspection, "close", by=script.PLANNER, on=day)

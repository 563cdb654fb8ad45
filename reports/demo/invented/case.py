"""Invented: an inspection in a few words, and how it is played up to the state it should be in."""

from dataclasses import dataclass
from datetime import date, timedelta

from findings.models import Finding, Recommendation, Remediation
from inspections.models import Inspection, Visit
from inspections.schedule import deadline

from .. import script, writing
from . import equipment, phrases
from .people import OFFICIAL_OF

S = Inspection.Status
SESSIONS = (Visit.Session.MORNING, Visit.Session.AFTERNOON)
SHORTCOMINGS = 4
REPORT_WITHIN = timedelta(days=60)


@dataclass(frozen=True)
class Case:
    """Which unit, by whom, when, and how far it got; `seed` chooses its sentences."""

    unit: str
    day: date
    state: str
    seed: int
    number: int | None = None  # of the conclusion
    secretary: str = "luong_thu_trang"
    # The day of each later step; None: a usual distance from the visit.
    announced: date | None = None
    concluded: date | None = None

    @property
    def announced_on(self):
        return self.announced or self.day + timedelta(days=4)

    @property
    def explained_on(self):
        return self.announced_on + timedelta(days=2)

    @property
    def concluded_on(self):
        return self.concluded or self.announced_on + timedelta(days=10)

    def reached(self, state):
        """True when the line has come to this state or further."""
        line = Inspection.LINE
        return line.index(self.state) >= line.index(state)


def play(stage, team, case, *, scheduled):
    """The inspection in the state the case says, by the steps that lead there."""
    inspection = script.schedule(stage, team, case.unit, on=scheduled, starts=case.day)
    if case.state == S.CANCELLED:
        note = "Đơn vị đang được thanh tra cùng nội dung; chuyển sang kế hoạch năm sau."
        return script.step(stage, inspection, "cancel", by=script.PLANNER, on=scheduled, note=note)
    expect_self_report(stage, inspection, case, scheduled)
    head = next(key for key, human in stage.people.items() if human == team.head.person)
    for state, reach in WAY:
        if case.reached(state):
            inspection = reach(stage, inspection, case, head)
    return inspection


def expect_self_report(stage, inspection, case, on):
    script.expect_self_report(
        stage,
        inspection,
        on=on,
        title=f"Báo cáo công tác cải cách hành chính của {inspection.unit_version.authority}",
        period=(date(case.day.year, 1, 1), max(case.day, date(case.day.year, 1, 2))),
        due=deadline("self_report", case.day, plan=inspection.plan),
        received=case.day - timedelta(days=6) if case.reached(S.ON_SITE) else None,
    )


def begin(stage, inspection, case, head):
    """Two visits on the first day and what was good."""
    inspection = script.step(stage, inspection, "start", by=head, on=case.day)
    authority = inspection.unit_version.authority
    places = (
        (Visit.Kind.ONE_STOP, f"Bộ phận Một cửa {authority}"),
        (Visit.Kind.WORKING_SESSION, f"Buổi làm việc với {authority}"),
    )
    for session, (kind, place) in zip(SESSIONS, places, strict=True):
        visit = script.visit(
            stage,
            inspection,
            case.unit,
            by=case.secretary,
            day=case.day,
            kind=kind,
            place=place,
            session=session,
        )
        if inspection.counts_equipment and kind == Visit.Kind.ONE_STOP:
            equipment.count(stage, visit, by=case.secretary, on=case.day)
    for area, text in phrases.around(phrases.STRENGTHS, case.seed * 2, 2):
        writing.find(
            stage,
            inspection,
            by=case.secretary,
            on=case.day,
            kind=Finding.Kind.STRENGTH,
            area=area,
            text=text,
        )
    return inspection


def draft(stage, inspection, case, head):
    """What was wrong, what to do about it, and the words of the paper."""
    wrong = phrases.around(phrases.SHORTCOMINGS, case.seed * 5, SHORTCOMINGS)
    found = [record(stage, inspection, case, shortcoming) for shortcoming in wrong]
    for shortcoming, finding in list(zip(wrong, found, strict=True))[: 2 + (case.seed % 4 == 0)]:
        writing.recommend(
            stage,
            inspection,
            by=head,
            on=case.day,
            area=shortcoming.area,
            text=shortcoming.remedy,
            findings=[finding],
            target=shortcoming.target,
            target_unit="%" if shortcoming.target else "",
            due_on=case.concluded_on + REPORT_WITHIN,
            basis=shortcoming.basis,
        )
    words = paper_words(inspection, case)
    writing.write_paper(stage, inspection, by=case.secretary, on=case.day, **words)
    return script.step(stage, inspection, "prepare_draft", by=head, on=case.day)


def record(stage, inspection, case, shortcoming):
    return writing.find(
        stage,
        inspection,
        by=case.secretary,
        on=case.day,
        kind=Finding.Kind.SHORTCOMING,
        area=shortcoming.area,
        sector=shortcoming.sector,
        text=shortcoming.text,
        cause_kind=shortcoming.cause_kind,
        cause=shortcoming.cause,
    )


def paper_words(inspection, case):
    """The usual words of a conclusion."""
    authority, plan = inspection.unit_version.authority, inspection.plan
    return {
        "symbol": "TB-ĐKT",
        "place_name": "Lạng Sơn",
        "superior_body": "BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH TỈNH LẠNG SƠN",
        "issuing_body": "ĐOÀN KIỂM TRA",
        "subject": f"Kết luận kiểm tra công tác cải cách hành chính tại {authority}",
        "bases": f"Kế hoạch số {plan.reference} về {plan.title.lower()}",
        "opening": f"Đoàn kiểm tra đã làm việc với {authority} và thông báo kết luận như sau:",
        "assessment": f"{authority} đã triển khai các nhiệm vụ cải cách hành chính theo kế hoạch.",
        "implementation": f"{authority} phân công người chịu trách nhiệm khắc phục từng nội dung.",
        "remediation_report_due_on": case.concluded_on + timedelta(days=30),
        "capacity": "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN",
        "recipients": f"Ban Chỉ đạo CCHC tỉnh (báo cáo)\n{authority}\nLưu: VT, CCHC",
    }


def announce(stage, inspection, case, head):
    """On the portal; the unit opens the draft the same day."""
    announced = script.step(stage, inspection, "announce", by=head, on=case.announced_on)
    script.receive_draft(stage, announced, by=OFFICIAL_OF[case.unit], on=case.announced_on)
    return announced


def explain(stage, inspection, case, head):
    """A word on one finding, one on the whole, and their sending."""
    by, on = OFFICIAL_OF[case.unit], case.explained_on
    first = Finding.objects.filter(inspection=inspection, kind="shortcoming").first()
    text = phrases.EXPLANATIONS[case.seed % len(phrases.EXPLANATIONS)]
    writing.explain(stage, inspection, text, by=by, on=on, finding=first)
    writing.explain(stage, inspection, phrases.AGREED, by=by, on=on)
    return script.step(stage, inspection, "send_explanation", by=by, on=on)


def conclude(stage, inspection, case, head):
    """Decisions, number and date, and the step that issues the paper."""
    decision, reason = phrases.DECISIONS[case.seed % len(phrases.DECISIONS)]
    for said in inspection.explanations.all():
        name, why = (decision, reason) if said.finding_id else ("accept", phrases.AGREED_REASON)
        writing.decide(stage, said, name, by=head, on=case.concluded_on, reason=why)
    post = inspection.delegation.head.post_title
    writing.sign(
        stage,
        inspection,
        by=head,
        on=case.concluded_on,
        number=case.number,
        post=post,
    )
    return script.step(stage, inspection, "conclude", by=head, on=case.concluded_on)


def carry_out(stage, inspection, case, head):
    """Everything reported and accepted, then closed."""
    done = case.concluded_on + timedelta(days=40)
    for at, point in enumerate(Recommendation.objects.filter(inspection=inspection)):
        for row in point.remediations.all():
            outcome = phrases.OUTCOMES[at % len(phrases.OUTCOMES)]
            row = writing.report(stage, row, by=OFFICIAL_OF[case.unit], on=done, outcome=outcome)
            writing.verify(stage, row, by=script.PLANNER, on=done + timedelta(days=5))
    return script.step(stage, inspection, "close", by=head, on=done + timedelta(days=6))


def carry_out_in_part(stage, inspection, case):
    """The first recommendation accepted, the second under way, others not begun."""
    by, on = OFFICIAL_OF[case.unit], case.concluded_on + timedelta(days=30)
    first, second = Remediation.objects.filter(inspection=inspection).order_by("id")[:2]
    row = writing.report(stage, first, by=by, on=on, outcome=phrases.OUTCOMES[0])
    writing.verify(stage, row, by=script.PLANNER, on=on + timedelta(days=5))
    writing.begin(stage, second, by=by, on=on, outcome=phrases.UNDER_WAY, progress=40)


WAY = (
    (S.ON_SITE, begin),
    (S.DRAFTING, draft),
    (S.ANNOUNCED, announce),
    (S.EXPLAINED, explain),
    (S.CONCLUDED, conclude),
    (S.CLOSED, carry_out),
)

"""Invented: the work of this year, placed around the day the demo is loaded.

It leaves something waiting for everybody: a plan to approve, one to finish, one to mend; an
inspection on site, a draft to announce, one to explain, explanations to decide, remediation to
report and to verify. What goes another way than the usual one is in special.py, what changes the
plan in amended.py.
"""

from datetime import date

from findings.models import Remediation
from inspections import workflow
from inspections.actions import notices
from inspections.models import DelegationMember, Inspection

from .. import before, script, writing
from . import amended, case, phrases, special, templates
from . import before as words
from .people import OFFICIAL_OF
from .year import Year

R = DelegationMember.Role
S = Inspection.Status
TITLE = "Kiểm tra công tác cải cách hành chính năm"


def play(stage):
    year = Year(stage.today)
    plan = approved_plan(stage, year)
    justice, finance = teams(stage, plan, year)
    inspections(stage, justice, finance, year)
    special.play(stage, year)
    amended.play(stage, year, plan)
    waiting_plans(stage, year)
    templates.write(stage, year)


def approved_plan(stage, year):
    units = (
        ("xa_cao_loc", 8),
        ("xa_ba_son", 10),
        ("xa_dong_dang", 11),
        ("xa_cong_son", 11),
        ("phuong_ky_lua", 11),
        ("phuong_dong_kinh", 12),
        ("so_xay_dung", 12),
        ("so_khcn", 12),
        ("so_nnmt", 12, "by_report"),
    )
    plan = draft(stage, year, units, number=21, issued_on=year[-120])
    return script.approve(stage, plan, submitted=year[-125], on=year[-120])


def draft(stage, year, units, title=TITLE, types=("cchc",), **fields):
    number = year.today.year
    values = {
        "symbol": "KH-BCĐCCHC",
        "year": number,
        "title": f"{title} {number}",
        "period_from": date(number - 1, 1, 1),
        "period_to": date(number, 6, 30),
    }
    return script.draft_plan(stage, on=year[-126], units=units, types=types, **values | fields)


def teams(stage, plan, year):
    """One delegation led by the Director of Justice, one by the Director of Finance."""
    staff = [("luong_thu_trang", R.SECRETARY), ("ly_thi_mai", R.MEMBER, ("A2", "A6"))]
    return [
        script.form_delegation(
            stage, plan, on=year[-110], name=f"Đoàn kiểm tra số {at}", head=head, members=staff
        )
        for at, head in enumerate(("sai_van_dong", "trieu_quoc_huy"), start=1)
    ]


def inspections(stage, justice, finance, year):
    """One in each state, from done to not begun."""
    told = (
        (justice, "xa_cao_loc", -75, S.CONCLUDED, (-70, -60)),
        (justice, "xa_ba_son", -20, S.EXPLAINED, (-14, 5)),
        (justice, "xa_dong_dang", -8, S.ANNOUNCED, (-2, 20)),
        (justice, "xa_cong_son", -5, S.DRAFTING, (4, 20)),
        (justice, "phuong_ky_lua", 0, S.ON_SITE, (7, 20)),
        (justice, "phuong_dong_kinh", 7, S.PLANNED, (14, 30)),
        (finance, "so_xay_dung", 14, S.PLANNED, (20, 30)),
        (finance, "so_khcn", 10, S.CANCELLED, (20, 30)),
    )
    made = {}
    for seed, (team, unit, distance, state, (announced, concluded)) in enumerate(told, start=1):
        one = case.Case(
            unit,
            year[distance],
            state,
            seed * 3,
            number=20 + seed,
            announced=year[announced],
            concluded=year[concluded],
        )
        made[unit] = case.play(stage, team, one, scheduled=year[-100])
    follow_up(stage, made["xa_cao_loc"], year)
    prepare(stage, made["phuong_dong_kinh"], year)
    ask_today(stage, made["phuong_ky_lua"], year)


def follow_up(stage, inspection, year):
    """One recommendation reported and waiting to be verified, one under way."""
    by = OFFICIAL_OF["xa_cao_loc"]
    first, second = Remediation.objects.filter(inspection=inspection).order_by("id")[:2]
    writing.report(stage, first, by=by, on=year[-3], outcome=phrases.OUTCOMES[0])
    writing.begin(stage, second, by=by, on=year[-3], outcome=phrases.UNDER_WAY, progress=40)


def prepare(stage, inspection, year):
    """The unit was told and has opened the notice; its report is begun, one document is here."""
    by, told = OFFICIAL_OF["phuong_dong_kinh"], year[-3]
    planner = stage.actor(script.PLANNER, told)
    notice = notices.draft_notice(
        inspection,
        by=planner,
        number=words.NOTICE_NUMBER,
        issued_on=told,
        signer=stage.people["hoang_thi_hien"],
        **words.NOTICE,
    )
    notice = notices.move_notice(notice, "issue", by=planner)
    notices.mark_read(notice, by=stage.actor(by, year[-1]))
    begun = {mark: words.TEXTS[mark] for mark in words.BEGUN}
    before.write_report(stage, inspection, begun, words.FIGURES, by=by, on=year[-1])
    asked = [
        before.ask_for(stage, inspection, title, on=told, due=year[3], details=details)
        for title, details in words.DOCUMENTS
    ]
    before.send(stage, asked[0], by=by, on=year[-1])


def ask_today(stage, inspection, year):
    """A question the unit has not answered yet."""
    question = "Đề nghị cung cấp số liệu hồ sơ quá hạn trong năm, chia theo lĩnh vực."
    script.ask(stage, inspection, question, by="ly_thi_mai", on=max(stage.today, year[0]))


def waiting_plans(stage, year):
    """For the chair to approve, for Home Affairs to finish and to mend."""
    duty = draft(
        stage,
        year,
        (("so_tu_phap", 12), ("so_tai_chinh", 12)),
        title="Kiểm tra công vụ các sở",
        types=("public_duty",),
        number=35,
        issued_on=year[0],
    )
    script.submit(stage, duty, on=year[-2])
    control = draft(
        stage,
        year,
        (("xa_ba_son", 12),),
        title="Kiểm tra việc kiểm soát thủ tục hành chính",
        types=("tthc_control",),
        number=36,
        issued_on=year[0],
    )
    control = script.submit(stage, control, on=year[-6])
    note = "Bổ sung thêm đơn vị cấp sở và nêu rõ thời kỳ kiểm tra."
    stage.take(workflow.plan, "return", control, by=script.CHAIR, on=year[-4], note=note)
    draft(stage, year, (("xa_cong_son", 12),), title="Phúc tra công tác cải cách hành chính")

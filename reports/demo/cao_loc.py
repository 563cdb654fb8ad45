"""The inspection of huyện Cao Lộc on the morning of 17/6/2024 (KT-2024-001), as its article tells.

Here: the delegation's head, the visits, the self-report, the two strengths, the seven
recommendations, the captions of the four photos, and the order of things. The article announces
shortcomings without itemising them, so no shortcoming is recorded. Numbers, further days,
further people and the words of questions and answers come from invented/cao_loc.py.
"""

from datetime import date

from findings.models import Finding, Remediation
from inspections.models import Minutes, Visit

from . import before, photos, script, writing
from .invented import before as papers
from .invented import cao_loc as invented

DAY = date(2024, 6, 17)
UNIT = "cao_loc"
HEAD, MEMBER = "sai_van_dong", "ly_thi_mai"
K = Visit.Kind
MORNING = Visit.Session.MORNING

# unit, kind, place, people in the picture, caption of the photo
VISITS = (
    (
        "thanh_loa",
        K.ONE_STOP,
        "Bộ phận một cửa UBND xã Thanh Lòa",
        4,
        "Đoàn kiểm tra trực tiếp tại bộ phận một cửa UBND xã Thanh Lòa, huyện Cao Lộc",
    ),
    (
        "hoa_cu",
        K.ONE_STOP,
        "Bộ phận một cửa UBND xã Hòa Cư",
        3,
        "Đoàn kiểm tra trực tiếp tại bộ phận một cửa UBND xã Hòa Cư, huyện Cao Lộc",
    ),
    (
        "cao_loc",
        K.ONE_STOP,
        "Bộ phận một cửa UBND huyện Cao Lộc",
        5,
        "Đoàn kiểm tra trực tiếp tại bộ phận một cửa UBND huyện Cao Lộc",
    ),
    (
        "cao_loc",
        K.WORKING_SESSION,
        "Buổi làm việc với UBND huyện Cao Lộc",
        5,
        "Đồng chí Sái Văn Đông, Giám đốc Sở Tư pháp, Trưởng Đoàn kiểm tra kết luận các nội dung "
        "kiểm tra",
    ),
)
SELF_REPORT = "Báo cáo kết quả công tác cải cách hành chính 6 tháng đầu năm 2024 của UBND huyện"
REPORTING_PERIOD = (date(2024, 1, 1), date(2024, 6, 30))
STRENGTHS = (
    "Bộ phận một cửa UBND huyện và UBND các xã: Thanh Lòa, Hòa Cư đã được bố trí trụ sở, trang "
    "thiết bị cơ bản đáp ứng theo yêu cầu",
    "Công chức tại bộ phận một cửa thực hiện quy trình tiếp nhận hồ sơ, trả kết quả bảo đảm theo "
    "quy định",
)
SEEN_AT = ("cao_loc", "thanh_loa", "hoa_cu")
# area, second area, text
RECOMMENDATIONS = (
    ("A4", "", "Tăng cường kỷ luật, kỷ cương hành chính"),
    ("A0", "", "Đẩy mạnh công tác tuyên truyền cải cách hành chính"),
    (
        "A0",
        "A2",
        "Tăng cường kiểm tra, giám sát, đặc biệt kiểm tra, hướng dẫn cấp xã việc tiếp nhận hồ sơ "
        "và giải quyết thủ tục hành chính",
    ),
    (
        "A6",
        "",
        "Tăng cường các giải pháp đẩy mạnh thanh toán trực tuyến, thực hiện thủ tục hành chính "
        "qua dịch vụ công trực tuyến",
    ),
    (
        "A2",
        "",
        "Quan tâm đầu tư cơ sở vật chất, trang thiết bị tại Bộ phận Một cửa cấp huyện, cấp xã",
    ),
    (
        "A4",
        "",
        "Quan tâm thực hiện chuẩn hóa đội ngũ cán bộ, công chức cấp xã theo quy định",
    ),
    (
        "A6",
        "",
        "Tập trung số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực",
    ),
)
DIGITISATION = {
    "target": 100,
    "target_unit": "%",
    "due_on": date(2024, 12, 31),
    "basis": "Chỉ đạo của UBND tỉnh",
}


def play(stage, plan):
    """From the schedule to the issued conclusion and what the district remedied."""
    inspection, visits = prepare(stage, plan)
    inspect(stage, inspection)
    inspection = draft(stage, inspection, visits)
    inspection = announce_and_explain(stage, inspection)
    inspection = conclude(stage, inspection)
    writing.tell_the_public(
        stage,
        inspection,
        by=invented.SECRETARY,
        on=invented.CONCLUDED,
        approver=script.CHAIR,
        approved=invented.REPORTED,
    )
    carry_out(stage, inspection)
    return inspection


def prepare(stage, plan):
    team = script.form_delegation(
        stage,
        plan,
        on=invented.FORMED,
        name="Đoàn kiểm tra của Ban Chỉ đạo tại huyện Cao Lộc",
        head=HEAD,
        members=invented.MEMBERS,
        **invented.DECISION,
    )
    inspection = script.schedule(stage, team, UNIT, on=invented.FORMED, starts=DAY)
    script.expect_self_report(
        stage,
        inspection,
        on=invented.FORMED,
        title=SELF_REPORT,
        period=REPORTING_PERIOD,
        due=invented.SELF_REPORT_DUE,
    )
    visits = [
        script.visit(
            stage,
            inspection,
            unit,
            by=script.PLANNER,
            on=invented.FORMED,
            day=DAY,
            kind=kind,
            place=place,
            session=MORNING,
        )
        for unit, kind, place, _people, _caption in VISITS
    ]
    script.notify(
        stage,
        inspection,
        on=invented.NOTIFIED,
        signer=invented.NOTICE_SIGNER,
        delivered=invented.DELIVERED,
        by_unit=invented.OFFICIAL,
        acknowledged=invented.ACKNOWLEDGED,
        **invented.NOTICE,
    )
    hand_in(stage, inspection)
    return inspection, visits


def hand_in(stage, inspection):
    """The unit's report under the outline, and two documents, all in time."""
    by, on = invented.OFFICIAL, invented.SELF_REPORT_RECEIVED
    report = before.write_report(stage, inspection, papers.TEXTS, papers.FIGURES, by=by, on=on)
    before.submit_report(stage, report, by=by, on=on)
    for title, details in papers.DOCUMENTS:
        due = invented.SELF_REPORT_DUE
        asked = before.ask_for(
            stage, inspection, title, on=invented.NOTIFIED, due=due, details=details
        )
        before.send(stage, asked, by=by, on=on)
        before.accept(stage, asked, by=MEMBER, on=on)


def inspect(stage, inspection):
    """What was asked on the spot, and the minutes."""
    script.step(stage, inspection, "start", by=HEAD, on=DAY)
    settled = {}
    for asker, question, answer in invented.QUESTIONS:
        asked = script.ask(stage, inspection, question, by=asker, on=DAY)
        answered = script.answer(stage, asked, answer, by=invented.OFFICIAL, on=DAY)
        settled[answered] = papers.MADE_CLEAR
    script.minute(
        stage,
        inspection,
        by=invented.SECRETARY,
        kind=Minutes.Kind.WORKING_SESSION,
        day=DAY,
        place="Trụ sở UBND huyện Cao Lộc",
        attendees=invented.ATTENDEES,
        content=invented.MINUTES,
        settled=settled,
    )


def draft(stage, inspection, visits):
    """Findings with their photos, recommendations and the words of the paper."""
    strengths = [
        writing.find(
            stage,
            inspection,
            by=MEMBER,
            on=DAY,
            kind=Finding.Kind.STRENGTH,
            area="A2",
            text=text,
            units=SEEN_AT,
        )
        for text in STRENGTHS
    ]
    for number, (visit, (*_where, people, caption)) in enumerate(
        zip(visits, VISITS, strict=True), start=1
    ):
        writing.show(
            stage,
            inspection,
            photos.draw(visit.place, people),
            by=MEMBER,
            on=DAY,
            caption=caption,
            name=f"anh-{number}.jpg",
            finding=strengths[0] if visit.kind == K.ONE_STOP else None,
            visit=visit,
        )
    last = len(RECOMMENDATIONS)
    for number, (area, second, text) in enumerate(RECOMMENDATIONS, start=1):
        more = DIGITISATION if number == last else {}
        writing.recommend(
            stage, inspection, by=HEAD, on=DAY, area=area, second=second, text=text, **more
        )
    writing.write_paper(stage, inspection, by=invented.SECRETARY, on=DAY, **invented.PAPER)
    return script.step(stage, inspection, "prepare_draft", by=HEAD, on=DAY)


def announce_and_explain(stage, inspection):
    """The unit explains before the head concludes: "trên cơ sở ý kiến báo cáo, giải trình"."""
    inspection = script.announce_at_meeting(
        stage, inspection, by=HEAD, on=invented.ANNOUNCED, **invented.ANNOUNCEMENT
    )
    said = writing.explain(
        stage, inspection, invented.EXPLANATION, by=invented.OFFICIAL, on=invented.EXPLAINED
    )
    inspection = script.step(
        stage, inspection, "send_explanation", by=invented.OFFICIAL, on=invented.EXPLAINED
    )
    writing.decide(stage, said, "accept", by=HEAD, on=invented.DECIDED, reason=invented.ACCEPTANCE)
    return inspection


def conclude(stage, inspection):
    """Signed by the head of the delegation on its behalf."""
    writing.sign(
        stage,
        inspection,
        by=HEAD,
        on=invented.CONCLUDED,
        number=invented.NUMBER,
        post="Giám đốc Sở Tư pháp",
    )
    return script.step(stage, inspection, "conclude", by=HEAD, on=invented.CONCLUDED)


def carry_out(stage, inspection):
    """What the district reported before its end; the commune that took it over has the rest."""
    by, rows = invented.OFFICIAL, Remediation.objects.filter(inspection=inspection)
    *done, begun = rows.order_by("recommendation__number")[: len(invented.OUTCOMES) + 1]
    for row, outcome in zip(done, invented.OUTCOMES, strict=True):
        row = writing.report(stage, row, by=by, on=invented.REPORTED, outcome=outcome)
        writing.verify(stage, row, by=script.PLANNER, on=invented.VERIFIED)
    outcome, progress = invented.UNDER_WAY
    writing.begin(stage, begun, by=by, on=invented.REPORTED, outcome=outcome, progress=progress)

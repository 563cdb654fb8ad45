"""The demo: it holds the case as the article tells it, loads once, and stays off in service."""

import re
from datetime import date

import pytest
from django.apps import apps
from django.db import transaction
from django.urls import reverse

from findings.models import Evidence, Explanation, Finding, Recommendation, Remediation
from findings.standing import with_answering
from inspections.models import (
    EquipmentCount,
    Inspection,
    Notice,
    Plan,
    ReportFigure,
    Visit,
)
from reform_portal.common.models import AuditEntry, User
from reform_portal.common.roles import Role
from reports.demo import accounts
from reports.demo.invented.people import NAME_OF, OFFICIAL_OF
from reports.demo.invented.places import HEIR_OF
from tests.reports.loading import on_days_off, seed
from units.actors import actor_for
from units.models import (
    CommitteeMember,
    Person,
    Post,
    Reorganisation,
    Succession,
    UnitVersion,
)

pytestmark = pytest.mark.long

TODAY = date(2026, 11, 22)
DAY = date(2024, 6, 17)
REFORM = date(2025, 7, 1)
LANG_SON = "20"
BACKEND = "reform_portal.common.backends.PortalBackend"
ROLES = {
    "truongban": {Role.CHAIR},
    "soanthao": {Role.PLANNER},
    "truongdoan": {Role.INSPECTOR},
    "thanhvien": {Role.INSPECTOR},
    "thuky": {Role.INSPECTOR},
    "caoloc": {Role.OFFICIAL},
    "ngoai": {Role.OFFICIAL},
    "kiemtoan": {Role.AUDITOR},
    "quantri": {Role.ADMINISTRATOR},
}
# Pages opened by these two ask SQLite everything that pages of the demo ask.
MARKS_OF = {"soanthao": pytest.mark.embedded, "caoloc": pytest.mark.embedded}


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo, loaded once for this file and taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed("--day", str(TODAY), "--province", LANG_SON)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def told(demo):
    """What a test does to the demo is taken back after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def cao_loc(told):
    return Inspection.objects.get(code="KT-2024-001")


def rows():
    return {model: model._base_manager.count() for model in apps.get_models()}


def kinds_of_links(page):
    """One address of every kind a page links to: {"/inspections/N/": "/inspections/KT-2024-001/"}."""
    found = re.findall(r'href="(/[^"#?]*)', page)
    links = (link for link in found if not link.startswith(("/static/", "/admin/")))
    return {re.sub(r"[\dKT-]*\d", "N", link): link for link in links}


def person(key):
    return Person.objects.get(full_name=NAME_OF[key])


def person_acting(username, day=TODAY):
    return actor_for(User.objects.get(username=username), day)


def test_the_inspection_of_cao_loc_is_concluded(cao_loc):
    assert cao_loc.status == Inspection.Status.CONCLUDED
    assert cao_loc.unit_version.authority == "UBND huyện Cao Lộc"
    assert cao_loc.unit_version.code == "183"
    assert (cao_loc.starts_on, cao_loc.ends_on) == (DAY, DAY)


def test_it_was_done_under_plan_80(cao_loc):
    plan = cao_loc.plan

    assert (plan.reference, plan.issued_on) == ("80/KH-BCĐCCHC", date(2024, 5, 29))
    assert plan.status == Plan.Status.APPROVED
    assert str(plan.committee) == "Ban Chỉ đạo cải cách hành chính tỉnh Lạng Sơn"


def test_the_committee_has_its_head_and_deputies(cao_loc):
    seats = cao_loc.plan.committee.seats.select_related("person")
    leaders = {seat.person.full_name: seat.role for seat in seats if "chair" in seat.role}

    assert leaders == {
        "Hồ Tiến Thiệu": "chair",
        "Dương Xuân Huyên": "vice_chair",
        "Hoàng Thị Hiền": "vice_chair",
    }


def test_the_director_of_justice_led_it(cao_loc):
    assert str(cao_loc.delegation.head) == "Sái Văn Đông, Giám đốc Sở Tư pháp"


def test_there_were_four_visits_on_the_morning_of_17_june(cao_loc):
    visits = cao_loc.visits.all()

    assert {(visit.day, visit.session) for visit in visits} == {(DAY, Visit.Session.MORNING)}
    assert [visit.place for visit in visits] == [
        "Bộ phận một cửa UBND xã Thanh Lòa",
        "Bộ phận một cửa UBND xã Hòa Cư",
        "Bộ phận một cửa UBND huyện Cao Lộc",
        "Buổi làm việc với UBND huyện Cao Lộc",
    ]


def test_two_strengths_and_no_invented_shortcoming_are_on_record(cao_loc):
    findings = Finding.objects.filter(inspection=cao_loc)

    assert [(one.kind, one.area.code) for one in findings] == [("strength", "A2")] * 2
    assert {str(unit) for unit in findings[0].finding_units.all()} == {
        "UBND huyện Cao Lộc",
        "UBND xã Thanh Lòa",
        "UBND xã Hòa Cư",
    }


def test_only_the_seventh_recommendation_has_target_deadline_and_basis(cao_loc):
    points = list(Recommendation.objects.filter(inspection=cao_loc))
    bound = [(one.number, one.target, one.target_unit, one.due_on, one.basis) for one in points]

    assert [one.area.code for one in points] == ["A4", "A0", "A0", "A6", "A2", "A4", "A6"]
    assert bound[6] == (7, 100, "%", date(2024, 12, 31), "Chỉ đạo của UBND tỉnh")
    assert {one[1:] for one in bound[:6]} == {(None, "", None, "")}


def test_every_recommendation_goes_to_the_district_and_runs(cao_loc):
    points = Recommendation.objects.filter(inspection=cao_loc)
    rows = [row for point in points for row in point.remediations.all()]

    assert len(rows) == 7
    assert {str(row.unit_version.authority) for row in rows} == {"UBND huyện Cao Lộc"}
    assert all(row.issued for row in rows)


def test_the_unit_explained_the_whole_draft_and_was_heard(cao_loc):
    said = Explanation.objects.get(inspection=cao_loc)

    assert (said.finding, said.status) == (None, Explanation.Status.ACCEPTED)
    assert said.sent_on < cao_loc.conclusion.issued_on


def test_the_head_signed_on_behalf_of_the_delegation(cao_loc):
    paper = cao_loc.conclusion

    assert paper.capacity == "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN"
    assert paper.signer.full_name == "Sái Văn Đông"
    assert paper.reference == "03/TB-ĐKT"


def test_four_captioned_drawings_are_evidence(cao_loc):
    photos = Evidence.objects.filter(inspection=cao_loc)

    assert len({photo.caption for photo in photos}) == 4
    assert {photo.content_type for photo in photos} == {"image/jpeg"}
    assert all(photo.visit_id for photo in photos)


@pytest.mark.embedded
def test_the_self_report_was_asked_about_and_answered(cao_loc):
    assert "6 tháng đầu năm 2024" in cao_loc.self_report.title
    assert cao_loc.self_report.received_on
    assert all(question.answer for question in cao_loc.questions.all())
    assert cao_loc.minutes.count() == 1


def test_what_went_to_and_fro_before_the_visit_is_there(cao_loc):
    assert cao_loc.notices.get().status == "acknowledged"
    assert cao_loc.self_report.status == "submitted"
    tasks = ReportFigure.objects.get(section__report=cao_loc.self_report, indicator__code="A0.02")
    assert str(tasks.percent) == "62.5"
    assert {one.status for one in cao_loc.documents.all()} == {"accepted"}
    assert {one.status for one in cao_loc.questions.all()} == {"settled"}


def test_an_inspection_to_come_is_being_prepared(told):
    notice = Notice.objects.exclude(inspection__code="KT-2024-001").get()

    assert notice.status == "read"
    assert notice.inspection.self_report.status == "draft"
    assert [one.status for one in notice.inspection.documents.all()] == ["received", "asked"]


def test_every_step_of_it_was_audited(cao_loc):
    verbs = list(AuditEntry.objects.about(cao_loc).values_list("verb", flat=True))

    steps = ["start", "prepare_draft", "announce", "send_explanation", "conclude"]
    assert [verb for verb in reversed(verbs) if verb.split(".")[1] in steps] == [
        f"inspection.{step}" for step in steps
    ]


@pytest.mark.usefixtures("told")
def test_three_delegations_set_out_on_24_june():
    codes = ["KT-2024-002", "KT-2024-003", "KT-2024-004"]
    made = Inspection.objects.filter(code__in=codes).select_related("unit_version", "delegation")

    assert {one.starts_on for one in made} == {date(2024, 6, 24)}
    assert {(one.unit_version.name, one.delegation.head.post_title) for one in made} == {
        ("Văn Lãng", "Phó Chủ tịch Thường trực UBND tỉnh Lạng Sơn"),
        ("Tràng Định", "Giám đốc Sở Nội vụ"),
        ("Bắc Sơn", "Giám đốc Sở Tài chính"),
    }


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("code", "level", "heir"),
    [
        ("183", "district", "xã Đồng Đăng"),
        ("182", "district", "xã Hoàng Văn Thụ"),
        ("06193", "commune", "xã Cao Lộc"),
        ("06223", "commune", "xã Công Sơn"),
    ],
)
def test_the_places_of_the_case_ended_and_have_an_heir(code, level, heir):
    then = UnitVersion.objects.on(DAY).get(code=code, level=level)

    assert then.valid_to == REFORM
    [after] = Succession.objects.filter(predecessor=then.unit, takes_over=True)
    assert str(after.successor) == heir


@pytest.mark.usefixtures("told")
def test_officials_of_a_district_went_to_the_commune_that_took_it_over():
    for district, heir in HEIR_OF.items():
        after = actor_for(person(OFFICIAL_OF[district]).account, TODAY)
        before = actor_for(person(OFFICIAL_OF[district]).account, DAY)

        assert OFFICIAL_OF[district] == OFFICIAL_OF[heir]
        assert before.unit_ids < after.officer_unit_ids
        assert not before.unit_ids & after.unit_ids


@pytest.mark.embedded
@pytest.mark.usefixtures("told")
def test_every_post_and_every_seat_cites_the_decision_that_gave_it():
    assert Post.objects.exists()
    assert not Post.objects.filter(decision="").exists()
    assert not CommitteeMember.objects.filter(decision="").exists()


def test_departments_merged_by_an_act_and_their_people_went_along():
    acts = Reorganisation.objects.filter(kind="merge", day=date(2025, 3, 1))
    made = {str(version) for act in acts for version in act.versions.filter(valid_to=None)}

    assert {"Sở Nông nghiệp và Môi trường", "Sở Khoa học và Công nghệ", "Sở Tài chính"} <= made
    assert person_acting("quantri").roles == {Role.ADMINISTRATOR}


@pytest.mark.embedded
def test_the_open_recommendations_of_cao_loc_stand_with_its_heir(cao_loc):
    official = person_acting("caoloc")
    rows = Remediation.objects.visible_to(official).filter(inspection=cao_loc)

    assert (rows.count(), rows.open().count()) == (7, 4)
    assert {str(row.unit_version.authority) for row in rows} == {"UBND huyện Cao Lộc"}
    named = with_answering(rows.with_page_data(), TODAY)
    assert {row.answering.authority for row in named} == {"UBND xã Đồng Đăng"}


@pytest.mark.embedded
@pytest.mark.usefixtures("told")
def test_lists_have_something_to_show_in_every_state():
    assert set(Inspection.objects.values_list("status", flat=True)) == set(Inspection.Status)
    assert {"draft", "submitted", "returned", "approved"} <= set(
        Plan.objects.values_list("status", flat=True)
    )
    assert Inspection.objects.count() >= 30
    assert Finding.objects.count() >= 140
    assert Recommendation.objects.count() >= 60


@pytest.mark.embedded
@pytest.mark.usefixtures("told")
def test_no_row_of_content_leaves_the_scope_of_its_inspection():
    for model in (Finding, Recommendation, Explanation):
        for row in model.objects.select_related("inspection"):
            scope = (row.province_id, row.unit_id, row.delegation_id)
            of = row.inspection
            assert scope == (of.province_id, of.unit_id, of.delegation_id)


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("username", ROLES)
def test_every_account_signs_in(client, username):
    form = {"username": username, "password": accounts.DEMO_PASSWORD}

    answer = client.post(reverse("login"), form)

    assert answer.status_code == 302
    assert person_acting(username).roles == ROLES[username]


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    "username", [pytest.param(one, marks=MARKS_OF.get(one, ())) for one in ROLES]
)
def test_no_link_on_any_kind_of_page_leads_nowhere(client, username):
    client.force_login(User.objects.get(username=username), backend=BACKEND)
    answers, ahead = {}, {"/": "/"}
    while ahead:
        kind, address = ahead.popitem()
        answer = client.get(address, follow=True)  # a page may lead on, but not nowhere
        answers[kind] = answer.status_code
        if answer["Content-Type"].startswith("text/html"):
            ahead |= kinds_of_links(answer.text)
            ahead = {one: link for one, link in ahead.items() if one not in answers}

    assert set(answers.values()) == {200}, answers
    assert len(answers) > 10


@pytest.mark.embedded
@pytest.mark.usefixtures("told")
def test_nobody_else_can_sign_in():
    others = User.objects.exclude(username__in=ROLES)

    assert others.filter(is_demo=False).count() == 0
    assert not any(account.has_usable_password() for account in others)


@pytest.mark.usefixtures("told")
def test_the_official_of_cao_loc_reads_the_case_and_answers_an_inspection_of_today():
    seen = Inspection.objects.visible_to(person_acting("caoloc"))

    assert seen.filter(code="KT-2024-001").exists()
    assert seen.filter(status=Inspection.Status.ANNOUNCED).exists()


@pytest.mark.embedded
@pytest.mark.usefixtures("told")
def test_a_second_run_changes_nothing_and_says_so():
    before = rows()

    said = seed()

    assert rows() == before
    assert "truongban" in said
    assert accounts.DEMO_PASSWORD in said


@pytest.mark.embedded
@pytest.mark.usefixtures("told")
def test_no_visit_falls_on_a_day_off():
    assert not on_days_off(Visit.objects.all())


@pytest.mark.usefixtures("told")
def test_a_public_duty_check_went_to_communes_in_both_halves_of_a_day():
    visits = Visit.objects.filter(inspection__course="spoken", spoken__isnull=False)

    assert {(one.session, one.stop) for one in visits} == {
        ("morning", 1), ("morning", 2), ("afternoon", 1), ("afternoon", 2),
    }  # fmt: skip
    assert len({one.day for one in visits}) == 1


@pytest.mark.usefixtures("told")
def test_an_inspection_of_procedures_counted_the_equipment():
    kinds = Inspection.objects.filter(counts_equipment=True).order_by("starts_on")

    assert [one.status for one in kinds] == ["announced", "drafting"]
    counted = EquipmentCount.objects.filter(survey__visit__inspection__in=kinds)
    assert counted.count() == 14


@pytest.mark.usefixtures("told")
def test_the_plan_of_the_year_was_amended_and_is_to_be_amended_again():
    amendments = Plan.objects.exclude(amends=None).order_by("pk")

    assert [one.status for one in amendments] == ["enacted", "submitted"]
    named = set(amendments[0].amends.plan_units.values_list("unit_version__name", flat=True))
    assert "Lộc Bình" in named
    assert "Khoa học và Công nghệ" not in named

"""The days of a whole inspection are judged like visits: said first, overridden with a reason."""

from datetime import date

import pytest

from inspections.models import DeadlineRule, Holiday, Inspection, OtherVisit
from reform_portal.common.models import AuditEntry
from units.models import Post

SUNDAY = {"starts_on": "2024-06-23", "ends_on": "2024-06-23"}
REASON = {"in_spite_of": "Đơn vị trực ngày này."}


@pytest.fixture
def plan(make, world):
    return make.plan(world)


@pytest.fixture
def team(make, world, plan):
    return make.delegation(world, plan)


@pytest.fixture
def schedule(browse, plan, team, schedule_words):
    def sent(**changes):
        words = schedule_words(plan, team, **changes)
        return browse("planner").post(f"/plans/{plan.pk}/schedule/", words)

    return sent


@pytest.fixture
def inspection(make, world, team):
    return make.inspection(world, team=team)


@pytest.fixture
def move(browse, inspection):
    def sent(day, **changes):
        words = {"starts_on": day, "ends_on": "", "reason": "Đoàn bận", "version": 1}
        url = f"/inspections/{inspection.code}/move/"
        return browse("planner").post(url, words | changes)

    return sent


def test_a_sunday_is_shown_first_and_saved_with_a_reason(schedule, browse):
    first = schedule(**SUNDAY)
    assert (first.status_code, Inspection.objects.count()) == (422, 0)
    assert "23/06/2024 là thứ Bảy hoặc Chủ nhật" in first.text
    assert '<textarea name="in_spite_of"' in first.text

    assert schedule(**SUNDAY, **REASON).status_code == 302
    made = Inspection.objects.get()
    assert made.in_spite_of == REASON["in_spite_of"]
    assert made.in_spite_of in browse("planner").get(made.get_absolute_url()).text


def test_only_the_first_and_the_last_day_are_looked_at(schedule):
    assert schedule(starts_on="2024-06-20", ends_on="2024-06-22").status_code == 422
    assert schedule(starts_on="2024-06-20", ends_on="2024-06-24").status_code == 302


def test_a_day_before_the_delegation_is_established_is_said(schedule, team):
    answer = schedule(starts_on="2024-05-31", ends_on="2024-06-03")

    assert answer.status_code == 422
    assert f"{team} đến 03/06/2024 mới được thành lập, sau ngày 31/05/2024" in answer.text
    assert schedule(starts_on="2024-06-03", ends_on="2024-06-03").status_code == 302


def test_a_holiday_is_named(schedule):
    Holiday.objects.update_or_create(
        day=date(2024, 6, 17), defaults={"name": "Ngày nghỉ thử", "is_worked": False}
    )

    assert "Ngày nghỉ thử" in schedule().text


@pytest.mark.parametrize(("day", "warned"), [(date(2024, 7, 17), True), (date(2024, 7, 18), False)])
def test_another_inspection_of_the_unit_counts_before_it_has_visits(
    schedule, make, world, day, warned
):
    other = make.inspection(world, starts_on=day, ends_on=day)

    answer = schedule()

    assert (answer.status_code == 422, other.code in answer.text) == (warned, warned)


def test_one_with_visits_elsewhere_in_time_counts_by_its_visits(schedule, make, world):
    other = make.inspection(world, starts_on=date(2024, 7, 1), ends_on=date(2024, 8, 1))
    make.visit(other, day=date(2024, 8, 1))

    assert schedule().status_code == 302


def test_a_cancelled_one_does_not_count(schedule, make, world):
    make.inspection(world, status="cancelled")

    assert schedule().status_code == 302


def test_another_body_counts(schedule, world):
    OtherVisit.objects.create(
        province=world.district.province, unit=world.district.unit, unit_version=world.district,
        body="Thanh tra tỉnh", subject="Đất đai", starts_on=date(2024, 6, 3),
        ends_on=date(2024, 6, 4),
    )  # fmt: skip

    assert "Thanh tra tỉnh" in schedule().text


def test_without_a_rule_nobody_is_warned(schedule, make, world):
    make.inspection(world)
    DeadlineRule.objects.filter(code="unit_gap").delete()

    assert schedule().status_code == 302


def test_a_member_who_left_the_unit_lately_is_named(schedule, world):
    Post.objects.create(
        person=world.member, unit=world.district.unit, title="Công chức",
        held_from=date(2021, 1, 1), held_to=date(2024, 1, 1),
    )  # fmt: skip

    assert "Lý Thị Mai" in schedule().text


def test_a_reason_where_nothing_speaks_against_it_is_not_kept(schedule):
    schedule(**REASON)

    assert Inspection.objects.get().in_spite_of == ""


def test_the_warnings_are_audited_but_not_in_the_note_the_unit_reads(schedule, browse):
    schedule(**SUNDAY, **REASON)

    made = Inspection.objects.get()
    entry = AuditEntry.objects.about(made).get(verb="inspection.schedule")
    assert (entry.note, len(entry.change["warnings"])) == ("", 1)
    assert REASON["in_spite_of"] not in browse("official").get(made.get_absolute_url()).text


def test_a_move_to_a_sunday_needs_a_reason_and_one_to_a_quiet_day_drops_it(move, inspection):
    assert move("2024-06-23").status_code == 422
    assert move("2024-06-23", **REASON).status_code == 302
    inspection.refresh_from_db()
    assert inspection.in_spite_of == REASON["in_spite_of"]

    move("2024-06-24", version=inspection.version)
    inspection.refresh_from_db()
    assert (inspection.starts_on, inspection.in_spite_of) == (date(2024, 6, 24), "")


def test_a_move_says_once_what_speaks_against_all_of_it(move, inspection, make):
    make.visit(inspection)
    make.visit(inspection, session="afternoon")

    answer = move("2024-06-23")

    assert answer.text.count("23/06/2024 là thứ Bảy hoặc Chủ nhật") == 1
    inspection.refresh_from_db()
    assert inspection.starts_on == date(2024, 6, 17)


def test_the_page_of_a_refused_move_names_the_days_that_still_hold(move):
    page = move("2024-06-23").text

    lead = page[page.index("<h1") : page.index("error-summary")]
    assert ("17/06/2024" in lead, "23/06/2024" in lead) == (True, False)


def test_a_shorter_inspection_is_judged_by_its_new_last_day(move, inspection):
    Inspection.objects.update(starts_on=date(2024, 6, 20), ends_on=date(2024, 6, 24))

    assert move("2024-06-20", ends_on="2024-06-23").status_code == 422


def test_another_delegation_is_judged_anew(browse, inspection, make, world, plan):
    late = make.delegation(world, plan)
    type(late).objects.filter(pk=late.pk).update(formed_on=date(2024, 6, 20))
    words = {"delegation": late.pk, "form": "on_site", "version": 1}
    url = f"/inspections/{inspection.code}/edit/"

    assert browse("planner").post(url, words).status_code == 422
    assert browse("planner").post(url, words | REASON).status_code == 302


def test_another_form_alone_keeps_the_reason(browse, inspection):
    Inspection.objects.update(in_spite_of="Lý do cũ")
    words = {"delegation": inspection.delegation_id, "form": "by_report", "version": 1}

    browse("planner").post(f"/inspections/{inspection.code}/edit/", words)

    inspection.refresh_from_db()
    assert (inspection.form, inspection.in_spite_of) == ("by_report", "Lý do cũ")

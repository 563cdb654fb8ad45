"""What speaks against a visit is said first, and overridden only by a written reason."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from inspections import cautions
from inspections.globe import kilometres
from inspections.models import DeadlineRule, Holiday, OtherVisit, Threshold, Visit
from reform_portal.common.models import AuditEntry
from units.models import Post, Succession

DAY = date(2024, 6, 17)


@pytest.fixture
def inspection(make, world):
    return make.inspection(world, status="on_site", ends_on=date(2024, 6, 30))


@pytest.fixture
def send(browse, inspection, visit_words):
    def sent(who="member", **changes):
        url = f"/inspections/{inspection.code}/visits/"
        return browse(who).post(url, visit_words(**changes))

    return sent


@pytest.fixture
def said(inspection, world):
    def against(version=None, day=DAY, session="morning"):
        return " ".join(cautions.against(inspection, version or world.commune, day, session))

    return against


def seen_by_another_body(version, first, last):
    return OtherVisit.objects.create(
        province=version.province, unit=version.unit, unit_version=version, body="Thanh tra tỉnh",
        subject="Thanh tra đất đai", starts_on=first, ends_on=last,
    )  # fmt: skip


def test_a_sunday_is_shown_first_and_saved_with_a_reason(send, inspection, browse):
    first = send(day="2024-06-23")
    assert (first.status_code, Visit.objects.count()) == (422, 0)
    assert "thứ Bảy hoặc Chủ nhật" in first.text
    assert '<textarea name="in_spite_of"' in first.text

    send(day="2024-06-23", in_spite_of="Đơn vị chỉ họp được ngày này.")
    assert Visit.objects.get().in_spite_of == "Đơn vị chỉ họp được ngày này."
    page = browse("planner").get(f"/inspections/{inspection.code}/").text
    assert "Đơn vị chỉ họp được ngày này." in page


def test_the_warnings_and_the_reason_are_audited(send, inspection):
    send(day="2024-06-23", in_spite_of="Lý do")

    entry = AuditEntry.objects.about(inspection).get()
    assert entry.note.endswith("Lý do")
    assert len(entry.change["warnings"]) == 1


def test_a_reason_where_nothing_speaks_against_it_is_not_kept(send):
    send(in_spite_of="Thừa")

    assert Visit.objects.get().in_spite_of == ""


def test_blank_space_is_no_reason(send):
    assert send(day="2024-06-23", in_spite_of="   ").status_code == 422


def test_a_holiday_is_named(said):
    Holiday.objects.update_or_create(
        day=DAY, defaults={"name": "Ngày nghỉ thử", "is_worked": False}
    )

    assert "Ngày nghỉ thử" in said()


def test_a_worked_saturday_is_a_working_day(said):
    saturday = date(2024, 6, 22)
    assert said(day=saturday)

    Holiday.objects.create(day=saturday, name="Làm bù", is_worked=True)

    assert said(day=saturday) == ""


@pytest.mark.embedded
def test_another_inspection_of_the_unit_within_the_gap_is_named(make, world, said):
    other = make.inspection(world, team=make.delegation(world, make.plan(world, number=99)))
    make.visit(other, version=world.commune, day=DAY + timedelta(days=30))
    assert other.code in said()

    Visit.objects.update(day=DAY + timedelta(days=31))
    assert said() == ""


def test_the_visits_of_the_same_inspection_do_not_count(make, inspection, world, said):
    make.visit(inspection, version=world.commune, day=DAY + timedelta(days=1))

    assert said() == ""


def test_a_cancelled_inspection_does_not_count(make, world, said):
    other = make.inspection(
        world, status="cancelled", team=make.delegation(world, make.plan(world, number=99))
    )
    make.visit(other, version=world.commune)

    assert said() == ""


@pytest.mark.parametrize(("days", "warned"), [(30, True), (31, False)])
def test_another_body_counts_up_to_its_last_day(world, said, days, warned):
    last = DAY - timedelta(days=days)
    seen_by_another_body(world.commune, last - timedelta(days=9), last)

    assert ("Thanh tra tỉnh" in said()) is warned


def test_a_visit_to_what_the_unit_was_before_counts(make, world, said):
    old = make.unit("Cũ", "xã", "commune", parent=world.district)
    new = make.unit("Mới", "xã", "commune", parent=world.district, opened=date(2024, 6, 10))
    follow(old, new)
    seen_by_another_body(old, date(2024, 6, 3), date(2024, 6, 4))

    assert "UBND xã Cũ" in said(new)


def follow(old, new):
    day = new.valid_from
    type(old).objects.filter(pk=old.pk).update(valid_to=day)
    type(old.unit).objects.filter(pk=old.unit_id).update(closed_on=day)
    Succession.objects.create(
        predecessor=old.unit, successor=new.unit, day=day, takes_over=True, kind="merge",
        decision="NQ",
    )  # fmt: skip


@pytest.mark.embedded
def test_the_gap_is_the_one_in_force_on_the_day(world, said):
    seen_by_another_body(world.commune, date(2024, 5, 1), date(2024, 5, 1))
    rule = DeadlineRule.objects.get(code="unit_gap")
    assert said() == ""

    DeadlineRule.objects.filter(pk=rule.pk).update(days=60)
    assert "60" in said()


@pytest.mark.embedded
def test_without_a_rule_nobody_is_warned(world, said):
    seen_by_another_body(world.commune, DAY, DAY)
    DeadlineRule.objects.filter(code="unit_gap").delete()

    assert said() == ""


@pytest.mark.parametrize(("left", "warned"), [(date(2024, 1, 1), True), (date(2023, 6, 17), False)])
def test_a_member_who_left_the_unit_lately_is_named(world, said, left, warned):
    Post.objects.create(
        person=world.member, unit=world.commune.unit, title="Công chức",
        held_from=date(2021, 1, 1), held_to=left,
    )  # fmt: skip

    assert ("Lý Thị Mai" in said()) is warned


def at(version, latitude, longitude):
    version.latitude, version.longitude = Decimal(latitude), Decimal(longitude)
    version.save()


@pytest.mark.parametrize(("latitude", "warned"), [("21.84", False), ("22.40", True)])
def test_a_long_way_between_morning_and_afternoon_is_said(
    make, inspection, world, said, latitude, warned
):
    at(world.second_commune, "21.83", "106.80")
    at(world.commune, latitude, "106.80")
    make.visit(inspection, version=world.second_commune)

    assert ("km" in said(session="afternoon")) is warned
    assert said(session="morning") == ""


@pytest.mark.embedded
def test_how_far_is_too_far_is_data(make, inspection, world, said):
    at(world.second_commune, "21.83", "106.80")
    at(world.commune, "22.40", "106.80")
    make.visit(inspection, version=world.second_commune)
    Threshold.objects.filter(code="travel_km").update(value=100)

    assert said(session="afternoon") == ""


def test_lang_son_lies_about_131_kilometres_from_ha_noi(make, world):
    at(world.commune, "21.85", "106.76")
    at(world.second_commune, "21.03", "105.85")

    assert kilometres(world.commune, world.second_commune) == pytest.approx(131, abs=3)


def edit(browse, visit, words, **changes):
    values = words(**{"version": visit.version, "unit": visit.unit_id} | changes)
    return browse("member").post(f"/inspections/visits/{visit.pk}/edit/", values)


def move(browse, visit, day, **changes):
    values = {"day": day, "session": "morning", "reason": "Hội trường bận"}
    values |= {"version": visit.version} | changes
    return browse("member").post(f"/inspections/visits/{visit.pk}/move/", values)


@pytest.mark.embedded
def test_a_moved_visit_needs_its_own_reason(browse, send):
    send(day="2024-06-23", in_spite_of="Lý do cũ")
    visit = Visit.objects.get()

    answer = move(browse, visit, "2024-06-29")
    assert (answer.status_code, "Lý do cũ" in answer.text) == (422, False)

    move(browse, visit, "2024-06-29", in_spite_of="Lý do mới")
    assert Visit.objects.get().in_spite_of == "Lý do mới"


def test_other_words_keep_the_reason(browse, send, visit_words):
    send(day="2024-06-23", in_spite_of="Lý do cũ")

    answer = edit(browse, Visit.objects.get(), visit_words, day="2024-06-23", notes="Khác")

    visit = Visit.objects.get()
    assert (answer.status_code, visit.notes, visit.in_spite_of) == (302, "Khác", "Lý do cũ")


def test_a_move_to_a_quiet_day_drops_the_reason(browse, send):
    send(day="2024-06-23", in_spite_of="Lý do cũ")

    move(browse, Visit.objects.get(), "2024-06-17")

    assert Visit.objects.get().in_spite_of == ""


def test_the_unit_does_not_read_the_reason_before_the_draft_is_announced(browse, send, inspection):
    send(day="2024-06-23", in_spite_of="Có đơn phản ánh.")
    url = f"/inspections/{inspection.code}/"
    before = browse("official").get(url).text
    type(inspection).objects.update(status="announced")

    assert "Có đơn phản ánh." not in before
    assert "Có đơn phản ánh." in browse("official").get(url).text


def test_home_affairs_plans_the_visits_until_the_inspection_begins(send, inspection):
    type(inspection).objects.update(status="planned")
    assert send("planner").status_code == 302

    type(inspection).objects.update(status="on_site")
    assert send("planner", session="afternoon").status_code == 403

"""The notice to the unit: drafted, issued, read, acknowledged, chased, and revised."""

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inspections import numbering
from inspections.actions.notices import move_notice
from inspections.models import Notice
from reform_portal.common.waiting import waiting_for
from tests.conftest import signed_in

pytestmark = [pytest.mark.django_db]
S = Notice.Status


@pytest.fixture
def inspection(make, world):
    """A week from today, with a visit."""
    inspection = make.inspection(world, starts_on=date(2024, 6, 28), ends_on=date(2024, 6, 28))
    make.visit(inspection)
    return inspection


@pytest.fixture
def words(world):
    def given(**changes):
        values = {
            "submission": uuid.uuid4(),
            "participants": "Lãnh đạo UBND huyện",
            "preparation": "Báo cáo theo đề cương",
            "contact": "Phòng Cải cách hành chính",
            "number": 12,
            "symbol": "TB-SNV",
            "issued_on": "17/06/2024",
            "signer": world.head.pk,
            "capacity": "GIÁM ĐỐC",
        }
        return values | changes

    return given


@pytest.fixture
def draft(make, inspection):
    return make.notice(
        inspection, status=S.DRAFTED, issued_on=date(2024, 6, 17), acknowledge_by=None
    )


@pytest.fixture
def issued(make, inspection, browse, draft):
    step(browse("planner"), draft, "issue")
    draft.refresh_from_db()
    return draft


def step(client, notice, name, note=""):
    return client.post(f"/inspections/notices/{notice.pk}/steps/{name}/", {"note": note})


def titles(actor):
    return " | ".join(item.title for item in waiting_for(actor))


@pytest.mark.embedded
def test_home_affairs_drafts_it_and_it_is_audited(browse, inspection, words, verbs):
    answer = browse("planner").post(f"/inspections/{inspection.code}/notice/", words())

    notice = inspection.notices.get()
    assert (answer.status_code, answer.url) == (302, notice.get_absolute_url())
    assert (notice.status, notice.reference) == (S.DRAFTED, "12/TB-SNV")
    assert verbs(inspection) == ["notice.draft"]


def test_a_signer_without_a_capacity_gets_that_of_the_post(browse, inspection, words):
    browse("planner").post(f"/inspections/{inspection.code}/notice/", words(capacity=""))

    assert inspection.notices.get().capacity == "GIÁM ĐỐC"


def test_the_form_offers_words_and_says_when_it_is_due(browse, inspection):
    text = browse("planner").get(f"/inspections/{inspection.code}/notice/").text

    assert "UBND huyện Cao Lộc phụ trách" in text
    assert "19/06/2024" in text  # seven working days before 28/6/2024


def test_a_second_click_drafts_one(browse, inspection, words):
    client, same = browse("planner"), words()
    for _ in range(2):
        client.post(f"/inspections/{inspection.code}/notice/", same)

    assert inspection.notices.count() == 1


def test_a_second_notice_is_refused(browse, inspection, words, draft):
    answer = browse("planner").post(f"/inspections/{inspection.code}/notice/", words())

    assert answer.status_code == 422
    assert "đã có thông báo" in answer.text


def test_an_unannounced_inspection_has_none(browse, inspection, words):
    type(inspection).objects.update(form="unannounced")

    answer = browse("planner").post(f"/inspections/{inspection.code}/notice/", words())

    assert answer.status_code == 422
    assert not inspection.notices.exists()


@pytest.mark.parametrize(
    "changes", [{"participants": " "}, {"number": 100_000}, {"issued_on": "30/06/2024"}]
)
def test_bad_input_comes_back_at_the_field(browse, inspection, words, changes):
    answer = browse("planner").post(f"/inspections/{inspection.code}/notice/", words(**changes))

    assert answer.status_code == 422
    assert set(changes) <= set(answer.context["form"].errors)
    assert "Phòng Cải cách hành chính" in answer.text


def test_a_number_is_given_once_a_year(browse, make, world, inspection, words):
    other = make.inspection(world, version=world.commune)
    held = make.notice(other, number=12, symbol="TB-SNV")
    numbering.keep_notice(held, other, by=make.actor(world.planner))

    answer = browse("planner").post(f"/inspections/{inspection.code}/notice/", words())

    assert "12/TB-SNV" in answer.context["form"].errors["number"][0]


def test_who_saved_second_overwrites_nothing(browse, draft, words):
    client, url = browse("planner"), f"/inspections/notices/{draft.pk}/edit/"
    client.post(url, words(version=1, contact="Trước"))

    answer = client.post(url, words(version=1, contact="Sau"))

    draft.refresh_from_db()
    assert (answer.status_code, draft.contact) == (409, "Trước")
    assert "Sau" in answer.text


@pytest.mark.embedded
def test_issued_it_keeps_the_schedule_it_named(browse, issued, inspection, verbs):
    assert (issued.status, issued.acknowledge_by) == (S.ISSUED, date(2024, 6, 20))
    assert issued.said["visits"][0]["place"] == "Bộ phận Một cửa UBND huyện Cao Lộc"
    assert "notice.issue" in verbs(inspection)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"number": None}, "còn thiếu"),
        ({"issued_on": date(2024, 6, 29)}, "sau ngày đầu"),
    ],
)
def test_an_unfinished_notice_is_not_issued(browse, draft, fields, sentence):
    Notice.objects.update(**fields)

    answer = browse("planner").post(f"/inspections/notices/{draft.pk}/steps/issue/", follow=True)

    assert sentence in answer.text
    assert Notice.objects.get().status == S.DRAFTED


def test_the_unit_does_not_see_a_draft(browse, draft, inspection):
    url = f"/inspections/notices/{draft.pk}/"

    assert browse("official").get(url).status_code == 404
    assert url not in browse("official").get(f"/inspections/{inspection.code}/before/").text
    assert browse("member").get(url).status_code == 200


@pytest.mark.embedded
def test_opened_by_the_unit_it_is_read_once(browse, issued, world, verbs):
    for _ in range(2):
        assert browse("official").get(issued.get_absolute_url()).status_code == 200

    issued.refresh_from_db()
    assert (issued.status, issued.read_by) == (S.READ, world.official)
    assert verbs(issued).count("notice.read") == 1


def test_opened_by_others_it_is_not_read(browse, issued):
    browse("auditor").get(issued.get_absolute_url())

    issued.refresh_from_db()
    assert (issued.status, issued.read_on) == (S.ISSUED, None)


@pytest.mark.embedded
def test_the_unit_acknowledges_it_with_a_word(browse, issued, inspection, world, verbs):
    answer = step(browse("official"), issued, "acknowledge", "Xin lùi 30 phút")

    issued.refresh_from_db()
    assert answer.status_code == 302
    assert (issued.status, issued.answer) == (S.ACKNOWLEDGED, "Xin lùi 30 phút")
    assert (issued.acknowledged_by, issued.read_by) == (world.official, world.official)
    assert "Xin lùi 30 phút" in browse("planner").get(issued.get_absolute_url()).text


def test_delivery_says_how(browse, issued):
    step(browse("planner"), issued, "deliver")
    assert Notice.objects.get().status == S.ISSUED

    step(browse("planner"), issued, "deliver", "Gửi qua trục liên thông")
    assert Notice.objects.get().delivered_on == date(2024, 6, 17)


def test_taken_back_it_can_be_mended(browse, issued):
    step(browse("planner"), issued, "recall", "Sai địa điểm")

    issued.refresh_from_db()
    assert (issued.status, issued.acknowledge_by) == (S.DRAFTED, None)
    assert browse("official").get(issued.get_absolute_url()).status_code == 404


def test_a_day_that_was_typed_stays_when_it_is_taken_back(browse, draft):
    Notice.objects.update(acknowledge_by=date(2024, 6, 19))
    for name in ("issue", "recall"):
        step(browse("planner"), draft, name, "Sai địa điểm")

    notice = Notice.objects.get()
    assert (notice.status, notice.acknowledge_by) == (S.DRAFTED, date(2024, 6, 19))


def test_issuing_locks_no_unit(draft, planner):
    """Visits lock units before their inspection; the other way round would be a ring."""
    with CaptureQueriesContext(connection) as queries:
        move_notice(draft, "issue", by=planner)

    locked = [one["sql"] for one in queries if "FOR UPDATE" in one["sql"]]
    assert not any('FROM "units_unit"' in sql for sql in locked)


@pytest.mark.parametrize("name", ["issue", "recall"])
def test_the_unit_takes_no_step_of_home_affairs(browse, issued, name):
    assert step(browse("official"), issued, name, "Lý do").status_code == 403


def test_what_waits_follows_the_notice(make, inspection, planner, official, browse, today):
    assert inspection.code in titles(planner)

    notice = make.notice(inspection, acknowledge_by=date(2024, 6, 14))
    assert "chưa xác nhận" in titles(planner)
    assert inspection.code in titles(official)

    step(browse("official"), notice, "acknowledge")
    assert inspection.code not in titles(planner) + titles(official)


def test_nobody_is_told_to_announce_what_is_unannounced(inspection, planner):
    type(inspection).objects.update(form="unannounced")

    assert inspection.code not in titles(planner)


def move(client, visit, **words):
    values = {"day": "27/06/2024", "session": "morning", "reason": "Trùng họp", "version": 1}
    return client.post(f"/inspections/visits/{visit.pk}/move/", values | words)


@pytest.mark.embedded
def test_moving_a_visit_makes_the_revised_notice(browse, issued, inspection, planner):
    move(browse("planner"), inspection.visits.get())

    revised = inspection.notices.get(revision=1)
    assert (revised.status, revised.number, revised.contact) == (S.DRAFTED, None, issued.contact)
    assert "28/06/2024 (buổi sáng) → 27/06/2024 (buổi sáng). Lý do: Trùng họp" in revised.changes
    assert revised.occasion == Notice.Occasion.CHANGED
    assert "Thông báo điều chỉnh" in titles(planner)


def test_a_further_change_goes_into_the_revision_that_waits(browse, issued, inspection):
    client, visit = browse("planner"), inspection.visits.get()
    move(client, visit)
    move(client, visit, day="26/06/2024", version=2)

    assert inspection.notices.get(revision=1).changes.count("→") == 2


def test_a_notice_that_is_revised_already_is_not_revised_again(make, browse, issued, inspection):
    button = f"/inspections/notices/{issued.pk}/revise/"
    assert button in browse("planner").get(issued.get_absolute_url()).text

    revised = make.notice(inspection, revision=1)

    assert button not in browse("planner").get(issued.get_absolute_url()).text
    assert "điều chỉnh lần 1" in browse("planner").get(revised.get_absolute_url()).text


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({}, date(2024, 7, 5)),
        ({"received_on": date(2024, 6, 16)}, date(2024, 6, 20)),
        ({"status": "submitted"}, date(2024, 6, 20)),
    ],
)
def test_the_day_the_report_is_due_moves_with_the_visit(
    make, browse, issued, inspection, fields, due
):
    report = make.self_report(inspection, due_on=date(2024, 6, 20), **fields)

    move(browse("planner"), inspection.visits.get(), day="12/07/2024")

    report.refresh_from_db()
    assert report.due_on == due
    told = "Hạn nộp báo cáo: 20/06/2024 → 05/07/2024." in inspection.notices.get(revision=1).changes
    assert told == (not fields)


def test_a_report_is_not_due_in_the_past(make, browse, issued, inspection):
    report = make.self_report(inspection, due_on=date(2024, 6, 20))

    move(browse("planner"), inspection.visits.get(), day="19/06/2024")

    report.refresh_from_db()
    assert report.due_on == date(2024, 6, 20)


def test_before_a_notice_nothing_is_revised(browse, inspection, draft):
    move(browse("planner"), inspection.visits.get())

    assert inspection.notices.get().changes == ""


@pytest.mark.embedded
def test_a_cancelled_inspection_is_told_and_so_is_its_return(browse, issued, inspection, world):
    url = f"/inspections/{inspection.code}"
    browse("planner").post(f"{url}/cancel/", {"reason": "Bão số 3"})

    off = inspection.notices.get(revision=1)
    assert (off.occasion, off.changes) == (Notice.Occasion.CANCELLED, "Bão số 3")
    browse("planner").post(f"{url}/steps/restore/", {"note": "Bão tan"})
    off.refresh_from_db()
    assert (off.occasion, off.changes) == (Notice.Occasion.CHANGED, "Bão số 3\nBão tan")


def test_an_older_notice_no_longer_waits(make, inspection, issued, official, planner):
    make.notice(inspection, revision=1, status=S.ACKNOWLEDGED)

    assert inspection.code not in titles(official) + titles(planner)


def test_a_changed_schedule_is_said_beside_the_notice(browse, issued, inspection):
    inspection.visits.update(place="Hội trường UBND huyện")

    client = browse("planner")
    assert "không còn đúng" in client.get(issued.get_absolute_url()).text
    answer = client.post(f"/inspections/notices/{issued.pk}/revise/")
    assert answer.url == f"/inspections/notices/{inspection.notices.get(revision=1).pk}/edit/"


@pytest.mark.parametrize("who", ["planner", "head", "official"])
def test_its_pages_cost_few_queries(count_queries, world, issued, inspection, today, who):
    client = signed_in(getattr(world, who))

    assert count_queries(client, issued.get_absolute_url()) <= 10
    assert count_queries(client, f"/inspections/{inspection.code}/before/") <= 10

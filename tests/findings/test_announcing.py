"""A draft is announced in the words of that moment; the days to explain run once it arrived."""

from datetime import UTC, date, datetime, time

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.actions import announcing, findings
from findings.actions.announcing import announce_at_meeting
from findings.models import Announcement, Conclusion, Finding, Reading
from findings.stamps import changed_on, stamp_of
from inspections import workflow
from reform_portal.common.models import AuditEntry
from tests import factories

MEETING = {
    "held_on": "17/06/2024",
    "place": "Hội trường UBND huyện",
    "attended_delegation": "Sái Văn Đông, Trưởng đoàn",
    "attended_unit": "Lý Văn An, Chủ tịch UBND huyện",
    "course": "Trưởng đoàn công bố dự thảo.",
}


def page(name, inspection):
    return reverse(f"findings:{name}", args=[inspection.code])


@pytest.fixture
def draft(make, world):
    """A draft that is ready to be announced."""
    inspection = make.inspection(world, status="drafting")
    make.finding(inspection, text="Thiếu phiếu từ chối.")
    make.conclusion(inspection)
    return inspection


@pytest.fixture
def on_the_portal(draft, head):
    return workflow.inspection.take("announce", draft, by=head)


def test_at_a_meeting_it_is_delivered_to_those_who_sat_there(draft, browse):
    seen = {"seen_draft": stamp_of(draft)}
    answer = browse("head").post(page("announce", draft), MEETING | seen)

    draft.refresh_from_db()
    kept = draft.announcements.get()
    assert answer.url == page("announcement", draft)
    assert (draft.status, draft.explanation_due_on) == ("announced", date(2024, 6, 24))
    assert (kept.way, kept.delivered_on, kept.place) == (
        "meeting",
        date(2024, 6, 17),
        "Hội trường UBND huyện",
    )


def moment(day):
    return datetime.combine(day, time(2), UTC)


def written_on(draft, day):
    for model in (Finding, Conclusion):
        model.objects.filter(inspection=draft).update(updated_at=moment(day))


def test_a_meeting_put_down_later_counts_from_its_own_day(draft, world):
    written_on(draft, date(2024, 6, 18))
    later = factories.actor(world.head, date(2024, 6, 21))
    minutes = {name: text for name, text in MEETING.items() if name != "held_on"}

    announce_at_meeting(draft, by=later, held_on=date(2024, 6, 18), **minutes)

    draft.refresh_from_db()
    assert (draft.announced_on, draft.explanation_due_on) == (date(2024, 6, 18), date(2024, 6, 25))


@pytest.mark.embedded
@pytest.mark.parametrize("model", [Finding, Conclusion])
def test_what_was_written_after_the_meeting_is_explained_from_the_day_it_is_read(
    model, draft, world
):
    today = factories.actor(world.head, date(2024, 6, 21))
    written_on(draft, date(2024, 6, 18))
    model.objects.update(updated_at=moment(date(2024, 6, 19)))
    minutes = {name: text for name, text in MEETING.items() if name != "held_on"}

    announce_at_meeting(draft, by=today, held_on=date(2024, 6, 18), **minutes)

    draft.refresh_from_db()
    assert (draft.announced_on, draft.explanation_due_on) == (date(2024, 6, 18), date(2024, 6, 28))
    assert draft.announcements.get().delivered_on == date(2024, 6, 21)


def test_what_was_taken_out_after_the_meeting_counts_as_well(draft, make, head):
    written_on(draft, date(2024, 6, 17))
    assert changed_on(draft) == date(2024, 6, 17)

    findings.delete_finding(make.finding(draft), by=head)

    assert changed_on(draft) == timezone.localdate()


def test_on_the_portal_no_days_run_before_the_unit_has_it(on_the_portal):
    on_the_portal.refresh_from_db()

    assert on_the_portal.explanation_due_on is None
    assert on_the_portal.announcements.get().delivered_on is None


@pytest.mark.embedded
def test_the_first_reading_proves_the_delivery_once(on_the_portal, browse, world):
    client = browse("official")

    for _time in "12":
        assert client.get(page("draft", on_the_portal)).status_code == 200

    on_the_portal.refresh_from_db()
    assert on_the_portal.explanation_due_on == date(2024, 6, 24)
    assert [row.person for row in Reading.objects.all()] == [world.official]
    verbs = AuditEntry.objects.about(on_the_portal).values_list("verb", flat=True)
    assert sorted(verbs) == ["announcement.deliver", "announcement.read", "inspection.announce"]


def test_two_pages_opened_at_once_are_one_reading(on_the_portal, official, world):
    announcement = on_the_portal.announcements.get()
    announcement.readings.create(
        inspection=on_the_portal, person=world.official, read_on=official.day
    )

    announcing._note(on_the_portal, announcement, official)

    verbs = AuditEntry.objects.about(on_the_portal).values_list("verb", flat=True)
    assert list(verbs) == ["inspection.announce"]


@pytest.mark.parametrize("name", ["explanations", "inspection_findings", "announcement"])
def test_every_page_of_the_draft_proves_it(name, on_the_portal, browse):
    browse("official").get(page(name, on_the_portal))

    assert Announcement.objects.get().delivered_on == date(2024, 6, 17)


@pytest.mark.parametrize("persona", ["head", "member", "planner", "chair", "auditor"])
def test_others_who_read_prove_nothing(persona, on_the_portal, browse):
    browse(persona).get(page("draft", on_the_portal))

    assert not Reading.objects.exists()
    assert Announcement.objects.get().delivered_on is None


def test_home_affairs_records_another_delivery(on_the_portal, browse):
    sent = {"day": "17/06/2024", "proof": "Sổ giao nhận số 15"}

    browse("planner").post(page("delivery", on_the_portal), sent)

    kept = Announcement.objects.get()
    on_the_portal.refresh_from_db()
    assert (kept.delivered_on, kept.proof) == (date(2024, 6, 17), "Sổ giao nhận số 15")
    assert on_the_portal.explanation_due_on == date(2024, 6, 24)


def test_a_delivery_stands(on_the_portal, browse):
    browse("official").get(page("draft", on_the_portal))

    answer = browse("planner").post(
        page("delivery", on_the_portal), {"day": "17/06/2024", "proof": "Sổ 16"}
    )

    assert answer.status_code == 422
    assert Announcement.objects.get().proof == ""


@pytest.mark.parametrize("day", ["18/06/2024", "16/06/2024"])
def test_a_meeting_lies_between_the_inspection_and_today(day, draft, browse):
    answer = browse("head").post(page("announce", draft), MEETING | {"held_on": day})

    draft.refresh_from_db()
    assert (answer.status_code, draft.status) == (422, "drafting")
    assert "Hội trường UBND huyện" in answer.content.decode()


def test_a_meeting_without_people_is_refused_at_the_fields(draft, browse):
    answer = browse("head").post(page("announce", draft), MEETING | {"attended_unit": " "})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["attended_unit"])


def test_a_draft_announced_already_is_not_announced_again(on_the_portal, browse):
    answer = browse("head").post(page("announce", on_the_portal), MEETING)

    assert (answer.status_code, Announcement.objects.count()) == (422, 1)


def test_each_announcement_keeps_its_own_words(make, on_the_portal, head):
    again = workflow.inspection.take("withdraw_draft", on_the_portal, by=head, note="Sửa")
    make.finding(again, text="Thiếu sổ theo dõi.")

    workflow.inspection.take("announce", again, by=head)

    first, second = Announcement.objects.all()
    assert (len(first.said["findings"]), len(second.said["findings"])) == (1, 2)


def test_who_has_read_the_conclusion_is_shown(concluded, browse, world):
    browse("official").get(page("draft", concluded))

    seen = browse("head").get(page("announcement", concluded)).content.decode()

    assert Reading.objects.get().announcement is None
    assert world.official.full_name in seen


def test_the_page_costs_the_same_with_few_and_many(
    make, world, explained, browse, django_assert_num_queries
):
    for _number in range(30):
        make.finding(explained)
        make.recommendation(explained)
    for _number in range(3):
        make.announcement(explained, by=world.head)
    client = browse("head")
    client.get(page("announcement", explained))

    with django_assert_num_queries(10):
        client.get(page("announcement", explained))

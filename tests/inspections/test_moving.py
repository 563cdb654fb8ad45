"""Moving and cancelling from the calendar: the reason, who is told, what holds it up."""

from datetime import date

import pytest

from inspections.models import Inspection, Visit
from reform_portal.common.models import AuditEntry
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def inspection(world, make):
    """17 and 18 June, a visit on each day."""
    inspection = make.inspection(world, ends_on=date(2024, 6, 18))
    make.visit(inspection)
    make.visit(inspection, day=date(2024, 6, 18), session="afternoon")
    return inspection


@pytest.fixture
def visit(inspection):
    return inspection.visits.first()


def move(client, visit, **words):
    values = {"day": "18/06/2024", "session": "morning", "reason": "Hội trường bận", "version": 1}
    return client.post(f"/inspections/visits/{visit.pk}/move/", values | words)


@pytest.mark.parametrize("who", ["planner", "head", "member"])
def test_a_visit_is_moved_with_its_reason(who, browse, visit, verbs):
    answer = move(browse(who), visit)

    assert (answer.status_code, answer.url) == (302, "/inspections/calendar/week/?day=2024-06-18")
    visit.refresh_from_db()
    assert visit.day == date(2024, 6, 18)
    assert "visit.move" in verbs(visit.inspection)
    assert "Hội trường bận" in AuditEntry.objects.get(verb="visit.move").note


@pytest.mark.parametrize(
    ("who", "status"), [("chair", 403), ("official", 403), ("auditor", 403), ("stranger", 404)]
)
def test_nobody_else_moves_it(who, status, browse, visit):
    assert move(browse(who), visit).status_code == status
    assert not AuditEntry.objects.filter(verb="visit.move").exists()


@pytest.mark.parametrize("words", [{"reason": " "}, {"day": "31/02/2024"}, {"session": "night"}])
def test_bad_input_comes_back_with_nothing_saved(words, browse, visit):
    answer = move(browse("planner"), visit, **words)

    assert answer.status_code == 422
    assert Visit.objects.get(pk=visit.pk).version == 1


def test_the_days_of_a_scheduled_inspection_follow_its_planner(browse, visit):
    move(browse("planner"), visit, day="20/06/2024")

    row = Inspection.objects.get()
    assert (row.starts_on, row.ends_on) == (date(2024, 6, 18), date(2024, 6, 20))


@pytest.mark.embedded
def test_a_member_moves_inside_the_days_only(browse, visit):
    answer = move(browse("member"), visit, day="20/06/2024")

    assert answer.status_code == 422
    assert "ngoài" in answer.text
    assert Visit.objects.get(pk=visit.pk).day == date(2024, 6, 17)


def test_a_warned_day_needs_its_own_reason(browse, visit):
    client = browse("planner")

    answer = move(client, visit, day="22/06/2024")
    assert answer.status_code == 422
    assert "in_spite_of" in answer.text

    again = move(client, visit, day="22/06/2024", in_spite_of="Đơn vị trực thứ Bảy")
    assert again.status_code == 302
    assert Visit.objects.get(pk=visit.pk).in_spite_of == "Đơn vị trực thứ Bảy"


def test_two_who_move_at_once_see_both_days(browse, visit):
    move(browse("planner"), visit)

    answer = move(browse("member"), visit, day="18/06/2024", session="afternoon")

    assert answer.status_code == 409
    assert Visit.objects.get(pk=visit.pk).session == "morning"


@pytest.mark.embedded
def test_a_taken_half_day_is_refused(browse, visit, world, make):
    client, day = browse("planner"), date(2024, 6, 18)
    assert move(client, visit).status_code == 302
    other = make.inspection(world, version=world.other_district, starts_on=day, ends_on=day)
    second = make.visit(other, session="afternoon")

    answer = move(client, second, in_spite_of="Không thể dời")

    assert answer.status_code == 422
    assert world.head.full_name in answer.text


@pytest.mark.embedded
def test_a_whole_inspection_moves_with_its_visits(browse, inspection, verbs):
    answer = browse("planner").post(
        f"{inspection.get_absolute_url()}move/",
        {"starts_on": "19/06/2024", "reason": "Đoàn bận họp", "version": 1},
    )

    assert answer.status_code == 302
    inspection.refresh_from_db()
    assert (inspection.starts_on, inspection.ends_on) == (date(2024, 6, 19), date(2024, 6, 20))
    assert [visit.day.day for visit in inspection.visits.all()] == [19, 20]
    assert "inspection.move" in verbs(inspection)


@pytest.mark.embedded
def test_an_inspection_on_site_is_not_moved_as_a_whole(browse, inspection, world):
    Inspection.objects.update(status="on_site")

    answer = browse("planner").post(
        f"{inspection.get_absolute_url()}move/",
        {"starts_on": "19/06/2024", "reason": "Đoàn bận họp", "version": 1},
    )

    assert answer.status_code == 422
    assert Inspection.objects.get().starts_on == date(2024, 6, 17)


@pytest.mark.embedded
def test_a_visit_and_an_inspection_are_cancelled_with_a_reason(browse, inspection, visit, verbs):
    client = browse("planner")
    first = client.post(f"/inspections/visits/{visit.pk}/cancel/", {"reason": "Trùng lịch"})
    second = client.post(f"{inspection.get_absolute_url()}cancel/", {"reason": "Mưa lũ"})

    assert (first.status_code, second.status_code) == (302, 302)
    inspection.refresh_from_db()
    assert (inspection.status, inspection.visits.count()) == ("cancelled", 1)
    assert {"visit.cancel", "inspection.cancel"} <= set(verbs(inspection))


@pytest.mark.parametrize("who", ["head", "member", "official"])
def test_everybody_concerned_reads_it_on_the_start_page(who, browse, visit):
    move(browse("planner"), visit)

    html = browse(who).get("/").text

    assert "Lịch đã đổi" in html
    assert "Hội trường bận" in html


@pytest.mark.parametrize("who", ["planner", "outsider", "stranger", "administrator", "auditor"])
def test_who_moved_it_and_others_are_not_told(who, browse, visit):
    move(browse("planner"), visit)

    assert "Lịch đã đổi" not in browse(who).get("/").text


def test_after_a_week_it_is_no_news(visit, planner, world, make, browse):
    from inspections.waiting import changes_of_the_schedule

    move(browse("planner"), visit)

    assert changes_of_the_schedule(make.actor(world.member, date(2024, 6, 24)))
    assert not changes_of_the_schedule(make.actor(world.member, date(2024, 6, 25)))


@pytest.mark.parametrize(("who", "offered"), [("planner", True), ("head", True), ("chair", False)])
def test_the_week_offers_the_ways_to_who_may(who, offered, visit, world, today):
    html = signed_in(getattr(world, who)).get("/inspections/calendar/week/").text

    assert (f"/visits/{visit.pk}/move/" in html) == offered


def test_a_link_fills_in_what_a_visit_was_dragged_to(visit, browse):
    url = f"/inspections/visits/{visit.pk}/move/"
    page = browse("planner").get(f"{url}?day=2024-06-19&session=afternoon").content.decode()

    assert 'value="19/06/2024"' in page
    assert '<option value="afternoon" selected>' in page


def test_a_link_fills_in_what_an_inspection_was_dragged_to(inspection, browse):
    url = f"/inspections/{inspection.code}/move/"
    page = browse("planner").get(f"{url}?day=2024-06-19&session=morning").content.decode()

    assert 'value="19/06/2024"' in page


@pytest.mark.parametrize("query", ["?day=nie", "?session=nacht", "?day=2024-06-19&session=x"])
def test_a_link_with_nonsense_is_a_page_all_the_same(visit, browse, query):
    url = f"/inspections/visits/{visit.pk}/move/{query}"

    assert browse("planner").get(url).status_code == 200

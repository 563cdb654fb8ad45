"""The personal calendar: who makes an address, what it gives to whom, and until when."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from inspections.actions import feeds
from inspections.models import CalendarFeed
from inspections.workflow import inspection as steps
from tests.conftest import MOMENT

pytestmark = pytest.mark.django_db

PAGE = "/inspections/calendar/address/"


@pytest.fixture
def visit(world, make):
    return make.visit(make.inspection(world, ends_on=date(2024, 6, 18)))


@pytest.fixture
def read(today):
    """What a calendar program, signed in nowhere, gets under an address: read(secret)."""

    def reading(secret):
        return Client().get(f"/calendar/{secret}.ics")

    return reading


@pytest.fixture
def secret(member, today):
    return feeds.make_address(by=member, now=MOMENT)


def events(answer):
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content).walk("VEVENT")


@pytest.mark.embedded
def test_an_address_is_made_shown_once_and_only_its_hash_kept(browse, world, read, visit):
    client = browse("member")

    html = client.post(PAGE).text
    shown = html.split("<code>")[1].split(".ics")[0].rpartition("/")[2]

    assert len(events(read(shown))) == 1
    assert shown not in client.get(PAGE).text
    assert shown not in str(CalendarFeed.objects.values_list())


def test_a_program_reads_hours_place_and_name(read, secret, visit):
    (event,) = events(read(secret))

    assert event["SUMMARY"] == "Kiểm tra: UBND huyện Cao Lộc"
    assert event["LOCATION"] == visit.place
    assert event["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert event.start.replace(tzinfo=None) == datetime(2024, 6, 17, 7, 30)
    assert event.end.replace(tzinfo=None) == datetime(2024, 6, 17, 11, 30)
    assert visit.inspection.code in event["DESCRIPTION"]
    assert event["URL"] == f"http://testserver{visit.inspection.get_absolute_url()}"


@pytest.mark.parametrize(
    ("session", "begin", "end"),
    [("afternoon", (13, 30), (17, 0)), ("whole_day", (7, 30), (17, 0))],
)
def test_sessions_have_the_hours_of_the_office(session, begin, end, read, secret, visit):
    type(visit).objects.update(session=session)

    (event,) = events(read(secret))

    assert (event.start.hour, event.start.minute) == begin
    assert (event.end.hour, event.end.minute) == end


def test_an_inspection_without_visits_takes_its_days(read, secret, world, make):
    make.inspection(world, ends_on=date(2024, 6, 18))

    (event,) = events(read(secret))

    assert (event.start, event.end) == (date(2024, 6, 17), date(2024, 6, 19))
    assert event["STATUS"] == "TENTATIVE"


@pytest.mark.embedded
def test_a_moved_visit_keeps_its_name_and_counts_up(read, secret, visit):
    (before,) = events(read(secret))
    type(visit).objects.update(day=date(2024, 6, 18), version=2)

    (after,) = events(read(secret))

    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1


def test_a_cancelled_inspection_stays_as_cancelled(read, secret, visit, planner):
    (before,) = events(read(secret))
    steps.take("cancel", visit.inspection, by=planner, note="Hoãn")

    (after,) = events(read(secret))

    assert after["STATUS"] == "CANCELLED"
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["UID"] == before["UID"]


@pytest.mark.embedded
def test_lines_are_folded_and_text_escaped_as_rfc_5545_says(read, secret, visit):
    place = "Phòng họp; tầng 2, trụ sở UBND huyện\\Cao Lộc " + "ở xã Thanh Lòa " * 12
    type(visit).objects.update(place=place.strip())

    content = read(secret).content

    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)  # no letter is cut in two
    assert "Phòng họp\\; tầng 2\\, trụ sở".encode() in content.replace(b"\r\n ", b"")
    assert events(read(secret))[0]["LOCATION"] == place.strip()


def test_a_whole_file_names_its_zone(read, secret, visit):
    calendar = Calendar.from_ical(read(secret).content)

    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Asia/Ho_Chi_Minh"]
    assert not calendar.errors


@pytest.mark.embedded
def test_a_new_address_ends_the_old_one(read, secret, member):
    feeds.make_address(by=member, now=MOMENT)

    assert read(secret).status_code == 404


@pytest.mark.embedded
def test_a_revoked_address_is_no_page(read, secret, browse):
    for _click in range(2):
        assert browse("member").post(f"{PAGE}revoke/").status_code == 302

    assert read(secret).status_code == 404


@pytest.mark.parametrize("guess", ["x", "a" * 43, "a" * 5000])
def test_a_guessed_address_is_no_page(guess, read, secret):
    assert read(guess).status_code == 404


def test_a_disabled_account_has_no_page(read, secret, world):
    type(world.member.account).objects.filter(pk=world.member.account_id).update(is_active=False)

    assert read(secret).status_code == 404


def test_an_ended_post_empties_the_calendar_the_same_day(read, secret, visit, world):
    world.member.posts.update(held_to=date(2024, 6, 17))

    assert events(read(secret)) == []


@pytest.mark.embedded
@pytest.mark.parametrize(("who", "count"), [("official", 1), ("outsider", 0), ("planner", 1)])
def test_it_holds_what_the_account_may_see(who, count, request, read, visit, today):
    secret = feeds.make_address(by=request.getfixturevalue(who), now=MOMENT)

    assert len(events(read(secret))) == count


def test_nobody_between_keeps_a_copy(read, secret, visit):
    answer = read(secret)

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert not answer.cookies


def test_reading_is_noted_at_most_once_an_hour(read, secret, monkeypatch):
    def noted(minutes):
        monkeypatch.setattr(timezone, "now", lambda: MOMENT + timedelta(minutes=minutes))
        read(secret)
        return CalendarFeed.objects.get().read_at

    first = noted(0)

    assert noted(59) == first
    assert noted(61) == first + timedelta(minutes=61)


def test_it_costs_the_same_with_one_visit_and_with_many(secret, visit, make, count_queries, today):
    few = count_queries(Client(), f"/calendar/{secret}.ics")
    for _number in range(20):
        make.visit(visit.inspection)

    assert count_queries(Client(), f"/calendar/{secret}.ics") == few

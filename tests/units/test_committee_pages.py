"""The pages of committees and seats."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from tests.factories import BEGIN
from tests.reformed import end
from units.models import CommitteeMember, SteeringCommittee

MERGED = date(2024, 3, 1)


@pytest.fixture
def desk(browse):
    """The administrator's browser."""
    return browse("administrator")


@pytest.fixture
def particulars(world):
    return {
        "name": "Ban Chỉ đạo cải cách hành chính",
        "short_symbol": "BCĐCCHC",
        "decision": "1415/QĐ-UBND",
        "established_on": "12/07/2021",
        "standing_agency": world.home_affairs.unit_id,
    }


def page(name, key):
    return reverse(f"units:{name}", args=[key])


def test_committees_are_listed_within_the_province(browse):
    url = reverse("units:committee_list")

    assert "tỉnh Lạng Sơn" in browse("official").get(url).text
    assert not browse("stranger").get(url).context["page"].rows


def test_the_list_asks_as_much_for_many_as_for_few(make, world, browse, queries):
    client, url = browse("official"), reverse("units:committee_list")
    few = queries(client, url)
    for _number in range(20):
        make.committee(world.province, world.home_affairs, world.chair)

    assert queries(client, url) == few <= 8


def test_a_committee_shows_who_sits_on_a_day(world, browse):
    client, url = browse("official"), page("committee_detail", world.committee.pk)

    assert list(client.get(url).context["members"]) == [world.committee.seats.get()]
    assert not client.get(url, {"on": "2019-01-01"}).context["members"]


def test_a_committee_asks_as_much_for_many_as_for_few(make, world, desk, queries):
    url = page("committee_detail", world.committee.pk)
    CommitteeMember.objects.create(
        committee=world.committee,
        person=world.head,
        post=world.head.posts.get(),
        role="member",
        from_on=BEGIN,
    )
    few = queries(desk, url)
    for number in range(20):
        person = make.person(f"Người {number}", world.justice)
        CommitteeMember.objects.create(
            committee=world.committee,
            person=person,
            post=person.posts.get(),
            role="member",
            from_on=BEGIN,
        )

    assert queries(desk, url) == few <= 10


def test_an_administrator_establishes_a_committee_once(world, desk, particulars):
    values = (
        particulars
        | {"short_symbol": "BCĐCĐS"}
        | {"unit": world.province.unit_id, "submission": str(uuid.uuid4())}
    )
    answers = [desk.post(reverse("units:committee_create"), values) for _click in range(2)]

    made = SteeringCommittee.objects.get(decision="1415/QĐ-UBND")
    assert [answer.url for answer in answers] == [made.get_absolute_url()] * 2


def test_an_end_before_the_beginning_is_refused_and_nothing_is_lost(world, desk, particulars):
    values = particulars | {"unit": world.province.unit_id, "ended_on": "01/01/2020"}
    values["end_decision"] = "1/QĐ"
    answer = desk.post(reverse("units:committee_create"), values)

    assert answer.status_code == 422
    assert "1415/QĐ-UBND" in answer.text


def test_a_stale_edit_shows_both_texts_and_overwrites_nothing(world, desk, particulars):
    url = page("committee_edit", world.committee.pk)
    values = particulars | {"version": 1, "established_on": "01/01/2020"}
    desk.post(url, values)
    answer = desk.post(url, values | {"name": "Tên khác"})

    world.committee.refresh_from_db()
    assert answer.status_code == 409
    assert "Tên khác" in answer.text
    assert world.committee.name == particulars["name"]


def test_a_seat_is_given_and_ended(world, desk):
    values = {"post": world.head.posts.get().pk, "role": "member", "from_on": "17/06/2024"}
    values["decision"] = "20/QĐ-BCĐCCHC"
    given = desk.post(page("seat_add", world.committee.pk), values, follow=True)
    seat = world.committee.seats.get(person=world.head)
    desk.post(page("seat_end", seat.pk), {"day": "18/06/2024", "decision": "21/QĐ"})

    seat.refresh_from_db()
    assert "Giám đốc Sở Tư pháp" in given.text
    assert "20/QĐ-BCĐCCHC" in given.text
    assert (str(seat.to_on), seat.end_decision) == ("2024-06-18", "21/QĐ")


@pytest.mark.parametrize(
    ("who", "role", "field"), [("chair", "member", "post"), ("head", "chair", "role")]
)
def test_what_is_wrong_with_a_seat_lands_at_the_field(world, desk, who, role, field):
    post = getattr(world, who).posts.get()
    values = {"post": post.pk, "role": role, "from_on": "17/06/2024", "decision": "20/QĐ"}
    answer = desk.post(page("seat_add", world.committee.pk), values)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]


def test_posts_elsewhere_are_not_offered(world, desk):
    offered = desk.get(page("seat_add", world.committee.pk)).context["form"].fields["post"].queryset

    assert world.head.posts.get() in offered
    assert world.stranger.posts.get() not in offered


def test_a_taken_symbol_is_said_at_the_symbol(world, desk, particulars):
    given = particulars | {"unit": world.province.unit_id, "submission": uuid.uuid4()}
    answer = desk.post(reverse("units:committee_create"), given)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["short_symbol"]


def test_a_seat_before_the_committee_began_is_said_at_the_day(world, desk):
    given = {"post": world.head.posts.get().pk, "role": "member", "decision": "7/QĐ-UBND"}
    answer = desk.post(
        page("seat_add", world.committee.pk), given | {"from_on": f"31/12/{BEGIN.year - 1}"}
    )

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["from_on"]


@pytest.fixture
def merged_agency(world, make):
    """The standing agency went into another one this year."""
    old = make.unit("Lao động", "Sở", "agency", parent=world.province)
    new = make.unit("Nội vụ và Lao động", "Sở", "agency", parent=world.province, opened=MERGED)
    end(old, new, day=MERGED)
    SteeringCommittee.objects.update(standing_agency=old.unit)
    return new


def test_a_committee_keeps_an_agency_that_ended_and_names_what_followed(
    world, desk, particulars, merged_agency
):
    url = page("committee_edit", world.committee.pk)
    assert merged_agency.title in desk.get(url).text
    assert merged_agency.title in desk.get(page("committee_detail", world.committee.pk)).text
    kept = {"version": world.committee.version, "established_on": f"01/01/{BEGIN.year}"}
    particulars["standing_agency"] = merged_agency.unit.origins.get().predecessor_id

    assert desk.post(url, particulars | kept).status_code == 302
    kept["version"] += 1
    assert (
        desk.post(url, particulars | kept | {"standing_agency": merged_agency.unit_id}).status_code
        == 302
    )


def test_an_ended_committee_shows_its_last_day(world, browse):
    SteeringCommittee.objects.update(ended_on=MERGED)
    text = browse("administrator").get(page("committee_detail", world.committee.pk)).text

    assert "01/01/2020 – 29/02/2024" in text


def test_posts_are_found_by_name_and_only_some_are_offered(world, desk, make, monkeypatch):
    monkeypatch.setattr("units.forms.committees.MOST_OFFERED", 3)
    url = page("seat_add", world.committee.pk)
    first = desk.get(url).context["form"].fields["post"]
    found = desk.get(url, {"q": "dinh van"}).context["form"].fields["post"]
    nobody = desk.get(url, {"q": "không có ai"}).context["form"].fields["post"]

    assert len(first.choices) == 4
    assert "3" in first.help_text
    assert [len(one.choices) for one in (found, nobody)][1] == 1
    chosen = {"post": world.stranger.posts.get().pk, "role": "member", "from_on": "17/06/2024"}
    assert desk.post(url, chosen).status_code == 422


def test_a_post_found_by_name_is_kept_when_the_form_comes_back(world, desk, monkeypatch):
    monkeypatch.setattr("units.forms.committees.MOST_OFFERED", 1)
    post = world.head.posts.get()
    values = {"post": post.pk, "role": "member", "from_on": "17/06/2024", "decision": ""}
    answer = desk.post(page("seat_add", world.committee.pk), values)

    assert answer.status_code == 422
    assert post.pk in dict(answer.context["form"].fields["post"].choices)

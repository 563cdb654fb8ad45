"""Who somebody is on a day: roles, posts, provinces and chairs."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from reform_portal.common.models import User
from reform_portal.common.roles import Role
from tests.factories import BEGIN, DAY
from units.actions import committees, people
from units.actors import actor_for
from units.models import CommitteeMember, Succession

pytestmark = pytest.mark.django_db
NEXT_DAY = DAY + timedelta(days=1)


@pytest.mark.embedded
def test_a_role_counts_with_a_post_on_the_day(make, world):
    planner = make.actor(world.planner)

    assert planner.roles == {Role.PLANNER}
    assert planner.province_ids == {world.province.unit_id}
    assert planner.unit_ids == {world.home_affairs.unit_id}
    assert planner.person_id == world.planner.pk


def test_a_role_does_not_count_before_the_first_post(make, world):
    early = make.actor(world.planner, BEGIN - timedelta(days=1))

    assert (early.roles, early.unit_ids, early.person_id) == (frozenset(), frozenset(), None)


@pytest.mark.embedded
def test_ending_the_last_post_ends_the_access_the_same_day(make, world, administrator):
    people.end_post(world.planner.posts.get(), by=administrator, day=DAY)

    assert make.actor(world.planner, DAY - timedelta(days=1)).roles == {Role.PLANNER}
    assert make.actor(world.planner, DAY).roles == frozenset()


def test_ending_one_of_two_posts_leaves_the_other(make, world, administrator):
    terms = {"unit": world.district.unit, "title": "Chuyên viên", "held_from": BEGIN}
    terms["decision"] = "9/QĐ-SNV"
    people.appoint(world.planner, by=administrator, answers_for_unit=True, **terms)
    both = make.actor(world.planner)
    people.end_post(world.planner.posts.first(), by=administrator, day=DAY)

    assert both.unit_ids == {world.home_affairs.unit_id, world.district.unit_id}
    assert make.actor(world.planner).unit_ids == {world.district.unit_id}


def test_only_posts_that_answer_make_an_officer(make, world):
    assert make.actor(world.official).officer_unit_ids == {world.district.unit_id}
    assert make.actor(world.planner).officer_unit_ids == frozenset()


def test_posts_in_two_provinces_give_both(make, world, administrator):
    elsewhere = world.elsewhere.unit
    people.appoint(
        world.auditor,
        by=administrator,
        unit=elsewhere,
        title="Chuyên viên",
        held_from=BEGIN,
        decision="9/QĐ-SNV",
    )

    assert make.actor(world.auditor).province_ids == {world.province.unit_id, elsewhere.pk}


def test_a_post_in_a_unit_that_ended_gives_nothing(make, world):
    version = world.home_affairs
    version.valid_to = DAY
    version.save()

    assert make.actor(world.planner).roles == frozenset()


def test_an_actor_is_one_query(make, world, django_assert_num_queries):
    user = User.objects.get(pk=world.chair.account_id)

    with django_assert_num_queries(1):
        actor_for(user, DAY)


def test_a_superuser_without_a_post_administers_and_nothing_else(db):
    root = actor_for(User.objects.create_superuser("root"), DAY)

    assert root.roles == {Role.ADMINISTRATOR}
    assert (root.unit_ids, root.province_ids, root.person_id) == (frozenset(), frozenset(), None)


def test_the_head_of_a_committee_chairs_it_until_the_seat_ends(make, world, administrator):
    before = make.actor(world.chair)
    committees.end_seat(world.committee.seats.get(), by=administrator, day=NEXT_DAY)

    assert before.chaired_committee_ids == {world.committee.pk}
    assert make.actor(world.chair, DAY).chaired_committee_ids == {world.committee.pk}
    assert make.actor(world.chair, NEXT_DAY).chaired_committee_ids == frozenset()


def test_a_plain_member_of_a_committee_chairs_nothing(make, world, administrator):
    committees.seat(
        world.committee,
        by=administrator,
        post=world.head.posts.get(),
        role=CommitteeMember.Role.MEMBER,
        from_on=BEGIN,
    )

    assert make.actor(world.head).chaired_committee_ids == frozenset()


def test_a_group_that_is_no_role_is_ignored(make, world):
    world.planner.account.groups.create(name="friends")

    assert make.actor(world.planner).roles == {Role.PLANNER}


def test_a_visitor_has_no_actor_and_lands_at_the_login(client, db):
    answer = client.get("/units/")

    assert answer.wsgi_request.actor is None
    assert isinstance(answer.wsgi_request.user, AnonymousUser)
    assert answer.status_code == 302


def test_the_day_of_a_request_is_the_day_in_viet_nam(browse, today):
    request = browse("planner").get("/").wsgi_request

    assert request.day == request.actor.day == date(2024, 6, 17)


@pytest.mark.embedded
def test_a_seat_counts_no_longer_than_its_committee(make, world):
    world.committee.ended_on = NEXT_DAY
    world.committee.save()

    assert make.actor(world.chair, DAY).chaired_committee_ids == {world.committee.pk}
    assert make.actor(world.chair, NEXT_DAY).chaired_committee_ids == frozenset()


@pytest.fixture
def merged(make, world):
    """Both communes of the district merge into one on the day of the tests."""
    heir = make.unit("Cao Lộc", "xã", "commune", parent=world.province, opened=DAY)
    for commune in (world.commune, world.second_commune):
        make.ended(commune, heir, day=DAY)
    return heir


@pytest.mark.embedded
def test_officials_of_the_successor_answer_for_what_it_took_over(make, world, merged):
    follower = make.person("Lý Thị Kế", merged, role=Role.OFFICIAL, answers=True, day=DAY)

    assert make.actor(follower).officer_unit_ids == {
        merged.unit_id,
        world.commune.unit_id,
        world.second_commune.unit_id,
    }
    assert make.actor(follower).unit_ids == {merged.unit_id}


def test_who_does_not_answer_for_the_successor_answers_for_nothing_before(make, merged):
    clerk = make.person("Lý Văn Phụ", merged, role=Role.OFFICIAL, day=DAY)

    assert make.actor(clerk).officer_unit_ids == frozenset()


def test_only_the_successor_that_takes_over_answers(make, world, merged):
    other = make.unit("Công Sơn", "xã", "commune", parent=world.province, opened=DAY)
    Succession.objects.create(
        predecessor=world.commune.unit, successor=other.unit, kind="split", day=DAY, decision="NQ"
    )
    official = make.person("Lý Thị Khác", other, role=Role.OFFICIAL, answers=True, day=DAY)

    assert make.actor(official).officer_unit_ids == {other.unit_id}


@pytest.mark.embedded
def test_a_merged_province_is_seen_by_the_one_that_took_it_over_over_two_steps(make, world):
    step, now = make.unit("Bước", "tỉnh", "province"), make.unit("Mới", "tỉnh", "province")
    for before, after in ((world.province, step), (step, now)):
        Succession.objects.create(
            predecessor=before.unit,
            successor=after.unit,
            kind="merge",
            day=DAY,
            decision="NQ",
            takes_over=True,
        )
    reader = make.actor(make.person("Kiểm toán", now, role=Role.AUDITOR))

    assert reader.province_ids == {now.unit_id, step.unit_id, world.province.unit_id}
    assert reader.home_province_ids == {now.unit_id}

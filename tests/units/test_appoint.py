"""People come, take posts and leave them."""

import uuid
from datetime import timedelta

import pytest

from reform_portal.common.editing import Stale
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from tests.factories import BEGIN, DAY
from units.actions import people as actions
from units.models import Person, Post

A_DAY = timedelta(days=1)


@pytest.fixture
def newcomer(world, administrator):
    return actions.add_person(by=administrator, full_name="Đặng Thị Hồng")


@pytest.fixture
def appoint(world, newcomer, administrator):
    def give(**changes):
        terms = {"unit": world.justice.unit, "title": "Phó Giám đốc", "held_from": DAY}
        terms["decision"] = "9/QĐ-UBND"
        return actions.appoint(newcomer, by=administrator, **terms | changes)

    return give


def verbs(person):
    return list(AuditEntry.objects.about(person).values_list("verb", flat=True))


def test_a_person_is_added_once_however_often_the_form_is_sent(world, administrator):
    token = uuid.uuid4()
    first = actions.add_person(by=administrator, submission=token, full_name="Đặng Thị Hồng")
    second = actions.add_person(by=administrator, submission=token, full_name="Đặng Thị Hồng")

    assert first == second
    assert verbs(first) == ["person.add"]
    assert list(Person.objects.matching("dang hong")) == [first]


@pytest.mark.embedded
def test_a_post_is_given_and_audited(appoint, newcomer, administrator):
    post = appoint(decision="45/QĐ-UBND")

    entry = AuditEntry.objects.about(newcomer).first()
    assert list(newcomer.posts.on(DAY)) == [post]
    assert not newcomer.posts.on(DAY - A_DAY).exists()
    assert (entry.verb, entry.actor, entry.note) == (
        "person.appoint",
        administrator.user,
        "45/QĐ-UBND",
    )


def test_the_unit_must_stand_on_the_first_day(appoint):
    with pytest.raises(Refused, match="31/12/2019"):
        appoint(held_from=BEGIN - A_DAY)


def test_a_second_click_is_refused(appoint, newcomer):
    appoint()

    with pytest.raises(Refused, match="Đặng Thị Hồng"):
        appoint()

    assert newcomer.posts.count() == 1


def test_the_same_post_may_be_held_again_after_it_ended(appoint, newcomer, administrator):
    actions.end_post(appoint(), by=administrator, day=DAY + A_DAY)

    appoint(held_from=DAY + A_DAY)

    assert newcomer.posts.count() == 2


def test_a_post_ends_and_is_audited(appoint, newcomer, administrator):
    post = actions.end_post(appoint(), by=administrator, day=DAY + A_DAY, note="Nghỉ hưu")

    entry = AuditEntry.objects.about(newcomer).first()
    assert post.held_to == DAY + A_DAY
    assert (entry.verb, entry.note) == ("person.end_post", "Nghỉ hưu")
    assert entry.change["held_to"] == [None, "2024-06-18"]


@pytest.mark.parametrize("day", [DAY, DAY - A_DAY])
def test_a_post_ends_after_it_began(appoint, administrator, day):
    with pytest.raises(Refused, match="17/06/2024"):
        actions.end_post(appoint(), by=administrator, day=day)


def test_a_post_ends_once(appoint, administrator):
    post = actions.end_post(appoint(), by=administrator, day=DAY + A_DAY)

    with pytest.raises(Refused):
        actions.end_post(post, by=administrator, day=DAY + 2 * A_DAY)

    assert Post.objects.get(pk=post.pk).held_to == DAY + A_DAY


def test_particulars_change_and_the_account_takes_the_name(world, administrator):
    edited = actions.edit_person(
        world.head, by=administrator, seen_version=1, full_name="Sái Văn Đông (Đ)"
    )

    edited.account.refresh_from_db()
    assert str(edited.account) == "Sái Văn Đông (Đ)"
    assert edited.search_key.startswith("sai van dong")
    assert verbs(edited) == ["person.edit"]


def test_a_stale_form_overwrites_nothing(world, administrator):
    actions.edit_person(world.head, by=administrator, seen_version=1, phone="0205 3812 345")

    with pytest.raises(Stale):
        actions.edit_person(world.head, by=administrator, seen_version=1, phone="1")

    assert Person.objects.get(pk=world.head.pk).phone == "0205 3812 345"


@pytest.mark.parametrize("decision", ["", "  "])
def test_every_post_cites_the_decision_that_gave_it(decision, appoint, newcomer):
    with pytest.raises(Refused, match="quyết định"):
        appoint(decision=decision)

    assert not newcomer.posts.exists()

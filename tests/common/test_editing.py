"""Nothing is overwritten unseen, nothing is made twice."""

import uuid

import pytest

from reform_portal.common import editing
from reform_portal.common.models import AuditEntry
from units.models import Person


@pytest.fixture
def person(db):
    return Person.objects.create(full_name="Sái Văn Đông", phone="1")


def save(person, seen, by, **values):
    return editing.save_if_unchanged(person, seen, by=by, verb="person.edit", **values)


@pytest.mark.embedded
def test_a_save_counts_the_version_up_and_audits_what_changed(person, planner):
    fresh = save(person, 1, planner, phone="2", full_name="Sái Văn Đông")

    entry = AuditEntry.objects.about(person).get()
    assert (fresh.version, fresh.phone) == (2, "2")
    assert (entry.actor, entry.change) == (planner.user, {"phone": ["1", "2"]})
    assert fresh.updated_at > person.updated_at


@pytest.mark.embedded
def test_a_second_save_from_the_same_screen_is_stale(person, planner):
    save(person, 1, planner, phone="2")

    with pytest.raises(editing.Stale) as stale:
        save(person, 1, planner, phone="3")

    assert stale.value.current.phone == "2"
    assert Person.objects.get(pk=person.pk).phone == "2"
    assert AuditEntry.objects.about(person).count() == 1


def test_the_search_key_follows_the_words(person, planner):
    assert save(person, 1, planner, full_name="Lương Thu Trang").search_key == "luong thu trang ltt"


def test_a_form_token_makes_one_record(db):
    token = uuid.uuid4()
    first, made = editing.create_once(Person, token, full_name="Một", computed={"phone": "1"})
    second, again = editing.create_once(Person, token, full_name="Một", computed={"phone": "2"})

    assert (made, again) == (True, False)
    assert first == second


def test_other_content_under_the_same_token_is_not_taken_for_a_second_click(db):
    token = uuid.uuid4()
    editing.create_once(Person, token, full_name="Một")

    with pytest.raises(editing.AlreadyMade, match="Một"):
        editing.create_once(Person, token, full_name="Hai")

    assert Person.objects.get().full_name == "Một"


def test_without_a_token_every_call_makes_a_record(db):
    made = {editing.create_once(Person, None, full_name="Một")[0].pk for _call in range(2)}

    assert len(made) == 2

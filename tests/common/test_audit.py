"""The record of acts is only ever added to."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from reform_portal.common import audit
from reform_portal.common.models import AuditEntry
from units.models import Person


@pytest.fixture
def person(db):
    return Person.objects.create(full_name="Sái Văn Đông")


@pytest.fixture
def entry(person, planner):
    return audit.record("person.edit", person, by=planner, note="Đính chính", phone=["1", "2"])


def test_an_entry_says_who_what_why_and_what_changed(entry, planner):
    assert (entry.actor, entry.actor_name, entry.verb) == (
        planner.user,
        "Nguyễn Hải Hoàng",
        "person.edit",
    )
    assert (entry.subject, entry.note, entry.change) == (
        "Sái Văn Đông",
        "Đính chính",
        {"phone": ["1", "2"]},
    )


def test_an_act_of_the_demo_is_dated_on_its_day(person, planner):
    planner.user.is_demo = True
    entry = audit.record("person.edit", person, by=planner)

    assert timezone.localtime(entry.at).date() == planner.day


def test_any_other_act_is_dated_now_whatever_day_its_actor_has(entry, planner):
    assert timezone.localtime(entry.at).date() != planner.day


def test_the_portal_itself_acts_without_a_name(person):
    entry = audit.record("person.edit", person, by=None)

    assert (entry.actor, entry.actor_name) == (None, "")


def test_the_newest_comes_first_and_only_what_is_about_the_record(person, entry, world):
    later = audit.record("person.edit", person, by=None)
    audit.record("person.edit", world.head, by=None)

    assert list(AuditEntry.objects.about(person)) == [later, entry]


def test_several_records_may_be_asked_about_at_once(person, entry, world):
    other = audit.record("person.edit", world.head, by=None)

    assert list(AuditEntry.objects.about(person, world.head)) == [other, entry]


def test_an_entry_is_neither_saved_again_nor_deleted(entry):
    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()


@pytest.mark.embedded
def test_the_database_refuses_to_change_an_entry(entry):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AuditEntry.objects.filter(pk=entry.pk).update(note="Khác")

    assert AuditEntry.objects.get(pk=entry.pk).note == "Đính chính"


def test_postgresql_refuses_to_delete_one_too(entry):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        connection.cursor().execute("DELETE FROM common_auditentry WHERE id = %s", [entry.pk])

    assert AuditEntry.objects.filter(pk=entry.pk).exists()


def test_a_verb_nobody_named_reads_as_itself():
    assert audit.label("nobody.named_this") == "nobody.named_this"


def test_a_named_verb_reads_in_the_language_that_is_on(entry, settings):
    from django.utils import translation

    with translation.override("en"):
        assert entry.label == "Changed the person's particulars"
    with translation.override("vi"):
        assert entry.label == "Sửa thông tin cán bộ"

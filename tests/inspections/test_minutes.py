"""Minutes: both kinds, written by the delegation, until the conclusion."""

import uuid

import pytest

from inspections.models import Minutes


@pytest.fixture
def inspection(make, world):
    return make.inspection(world, status="drafting")


def words(**changes):
    values = {
        "submission": uuid.uuid4(),
        "kind": "working_session",
        "held_on": "2024-06-17",
        "place": "Trụ sở UBND huyện Cao Lộc",
        "attendees": "Đoàn kiểm tra; lãnh đạo UBND huyện",
        "content": "Hai bên trao đổi về số hóa hồ sơ.",
        "signed_on": "2024-06-17",
    }
    return values | changes


@pytest.fixture
def write(browse, inspection):
    def sent(who="member", **changes):
        url = f"/inspections/{inspection.code}/minutes/"
        return browse(who).post(url, words(**changes))

    return sent


@pytest.fixture
def minutes(write, inspection):
    write()
    return inspection.minutes.get()


def edit(browse, minutes, who="member", **changes):
    url = f"/inspections/minutes/{minutes.pk}/edit/"
    return browse(who).post(url, words(**{"version": minutes.version} | changes))


@pytest.mark.parametrize("kind", ["working_session", "announcement"])
def test_both_kinds_are_written_and_audited(write, inspection, kind, verbs):
    assert write(kind=kind).status_code == 302

    assert inspection.minutes.get().kind == kind
    assert verbs(inspection) == ["minutes.create"]


def test_a_second_click_writes_once(write):
    token = uuid.uuid4()
    write(submission=token)
    write(submission=token)

    assert Minutes.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("held_on", {"held_on": "2024-06-16"}),
        ("signed_on", {"signed_on": "2024-06-16"}),
        ("content", {"content": ""}),
        ("kind", {"kind": "chat"}),
    ],
)
def test_bad_input_lands_at_its_field(write, field, changes):
    answer = write(**changes)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Minutes.objects.exists()


@pytest.mark.embedded
def test_who_saved_second_sees_both_texts(browse, minutes):
    edit(browse, minutes, content="Bản của người trước")

    answer = edit(browse, minutes, who="head", content="Bản của người sau")

    minutes.refresh_from_db()
    assert (answer.status_code, minutes.content) == (409, "Bản của người trước")
    assert "Bản của người trước" in answer.text
    assert "Bản của người sau" in answer.text


@pytest.mark.parametrize(
    ("who", "status"), [("planner", 403), ("official", 404), ("outsider", 404), ("chair", 403)]
)
def test_only_the_delegation_edits(browse, minutes, who, status):
    assert edit(browse, minutes, who=who, content="Khác").status_code == status


@pytest.mark.parametrize(("who", "status"), [("planner", 403), ("official", 403)])
def test_only_the_delegation_writes(write, who, status):
    assert write(who).status_code == status
    assert not Minutes.objects.exists()


@pytest.mark.parametrize("status", ["concluded", "closed", "cancelled"])
def test_after_the_conclusion_they_stay(browse, write, minutes, inspection, status):
    type(inspection).objects.update(status=status)

    assert edit(browse, minutes, content="Khác").status_code == 422
    assert write().status_code == 422
    assert Minutes.objects.get().content != "Khác"

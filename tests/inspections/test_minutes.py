"""Minutes: both kinds, written by the delegation, until the conclusion."""

import uuid

import pytest

from inspections.models import Minutes, RegisterNumber


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


@pytest.fixture
def numbers():
    return lambda: [(str(row), row.issued) for row in RegisterNumber.objects.order_by("number")]


def test_minutes_take_a_number_of_the_delegation_or_none(write, inspection, numbers):
    write(number=3, symbol="BB-ĐKT")
    write(number="", symbol="BB-ĐKT", place="Xã Thanh Lòa")

    references = [one.reference for one in inspection.minutes.order_by("id")]
    assert references == ["03/BB-ĐKT", ""]
    assert numbers() == [("03/BB-ĐKT", True)]


def test_the_next_number_is_offered_and_another_ones_is_refused(write, inspection, browse):
    write(number=3, symbol="BB-ĐKT")

    form = browse("member").get(f"/inspections/{inspection.code}/minutes/").context["form"]
    answer = write(number=3, symbol="BB-ĐKT")

    assert "04" in str(form.fields["number"].help_text)
    assert (answer.status_code, inspection.minutes.count()) == (422, 1)
    assert answer.context["form"].errors["number"]


def test_a_number_without_a_symbol_is_refused(write, inspection):
    answer = write(number=3, symbol="")

    assert answer.context["form"].errors["symbol"]
    assert not inspection.minutes.exists()


def test_a_number_taken_out_of_unsigned_minutes_is_free_again(write, browse, inspection, numbers):
    write(number=3, symbol="BB-ĐKT", signed_on="")

    edit(browse, inspection.minutes.get(), number="", symbol="BB-ĐKT", signed_on="")

    assert numbers() == []

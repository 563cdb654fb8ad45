"""People and posts by Excel."""

from datetime import date

import pytest

from reform_portal.common.models import AuditEntry
from tests import factories
from tests.units import workbooks as wb
from units.models import Person, Post

pytestmark = pytest.mark.django_db


def row_of(person, **changes):
    """The row of somebody with one post, as an export writes it."""
    post = person.posts.get()
    row = {"key": person.pk, "full_name": person.full_name, "title": post.title}
    row |= {"unit": post.unit.versions.get().title, "held_from": post.held_from}
    row["answers_for_unit"] = "Có" if post.answers_for_unit else None
    return row | changes


def test_somebody_new_gets_the_post_and_both_are_audited(world, administrator):
    row = wb.official(email="moi@langson.gov.vn", phone="0912345678", answers_for_unit="Có")
    assert wb.done(wb.book(people=[row]), administrator).kept

    person = Person.objects.get(full_name="Lương Văn Mới")
    post = person.posts.get()
    assert (person.phone, post.unit, post.answers_for_unit) == (
        "0912345678",
        world.district.unit,
        True,
    )
    assert "luong van moi" in person.search_key
    verbs = AuditEntry.objects.about(person).values_list("verb", flat=True)
    assert sorted(verbs) == ["person.add", "person.appoint"]


def test_the_same_file_twice_makes_nobody_twice(world, administrator):
    content = wb.book(
        people=[wb.official(), wb.official("Khác", unit=None, title=None, held_from=None)]
    )
    wb.done(content, administrator)

    assert wb.outcomes(wb.tried(content, administrator)) == ["unchanged", "unchanged"]


def test_two_rows_of_one_person_are_two_posts(world, administrator):
    rows = [wb.official(), wb.official(title="Phó Trưởng phòng", unit="Sở Nội vụ")]
    wb.done(wb.book(people=rows), administrator)

    assert Person.objects.get(full_name="Lương Văn Mới").posts.count() == 2


def test_a_namesake_with_another_post_is_somebody_else(world, administrator):
    wb.done(wb.book(people=[wb.official(world.member.full_name)]), administrator)

    assert Person.objects.filter(full_name=world.member.full_name).count() == 2


def test_rows_of_one_person_must_agree(world, administrator):
    rows = [
        row_of(world.member),
        row_of(world.member, phone="0123", title="Trưởng phòng", decision="1"),
    ]

    found = wb.mistakes(wb.tried(wb.book(people=rows), administrator))

    assert "Nhân sự!2" in found["Nhân sự!D3"]


def test_particulars_change_by_key_and_the_change_is_shown(world, administrator):
    row = row_of(world.member, phone="0912 345 678")
    result = wb.done(wb.book(people=[row]), administrator)

    assert result.lines[0].changes == [["Điện thoại", "– → 0912 345 678"]]
    assert Person.objects.get(pk=world.member.pk).phone == "0912 345 678"


def test_a_last_day_ends_the_post(world, administrator):
    row = row_of(world.member, held_to=date(2024, 6, 1), end_decision="7/QĐ-UBND")
    result = wb.done(wb.book(people=[row]), administrator)

    assert wb.outcomes(result) == ["changed"]
    assert world.member.posts.get().held_to == date(2024, 6, 1)
    assert AuditEntry.objects.about(world.member).first().verb == "person.end_post"


def test_a_post_that_ended_is_not_opened_again(world, administrator):
    Post.objects.filter(person=world.member).update(held_to=date(2024, 6, 1))

    found = wb.mistakes(wb.tried(wb.book(people=[row_of(world.member)]), administrator))

    assert list(found) == ["Nhân sự!H2"]


REFUSED = {
    "a unit that is not there yet": ({"held_from": date(2019, 1, 1)}, "E2"),
    "an unknown unit": ({"unit": "huyện Không Có"}, "E2"),
    "a unit of another province": ({"unit": "tỉnh Đồng Tháp"}, "E2"),
    "a post without decision": ({"decision": None}, "J2"),
    "a post without title": ({"title": None}, "F2"),
    "an end before the beginning": ({"held_to": date(2024, 1, 1)}, "H2"),
    "an address that is none": ({"email": "an@"}, "C2"),
    "an unknown key": ({"key": 987654321}, "A2"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_form_would_take_is_refused_at_its_cell(case, world, administrator):
    changes, cell = REFUSED[case]

    found = wb.mistakes(wb.tried(wb.book(people=[wb.official(**changes)]), administrator))

    assert list(found) == [f"Nhân sự!{cell}"]


def test_a_post_is_not_given_twice_over(world, administrator):
    rows = [row_of(world.member, held_from=date(2024, 1, 1))]

    assert list(wb.mistakes(wb.tried(wb.book(people=rows), administrator))) == ["Nhân sự!F2"]


def test_people_with_a_post_elsewhere_are_not_touched(world, administrator):
    row = row_of(world.stranger, phone="0123")

    assert list(wb.mistakes(wb.tried(wb.book(people=[row]), administrator))) == ["Nhân sự!B2"]


def test_a_unit_of_the_same_file_can_be_named(world, administrator):
    content = wb.book(units=[wb.commune()], people=[wb.official(unit="xã Ba Sơn")])

    assert wb.done(content, administrator).kept
    assert Post.objects.get(person__full_name="Lương Văn Mới").unit.versions.get().name == "Ba Sơn"


def test_many_people_cost_no_query_each(world, administrator, django_assert_max_num_queries):
    factories.person("Ai Đó", world.district)
    content = wb.book(people=[wb.official(f"Người {n}") for n in range(200)])

    with django_assert_max_num_queries(30):
        assert wb.tried(content, administrator).count("new") == 200

"""Steering committees and their seats by Excel."""

from datetime import date

import pytest

from reform_portal.common.models import AuditEntry
from tests.units import workbooks as wb
from units.models import CommitteeMember, SteeringCommittee

pytestmark = pytest.mark.django_db
NAME = "Ban Chỉ đạo chuyển đổi số tỉnh"


def committee(**changes):
    row = {
        "name": NAME,
        "unit": "tỉnh Lạng Sơn",
        "short_symbol": "BCĐCĐS",
        "term": "2021-2026",
        "decision": "99/QĐ-UBND",
        "established_on": date(2023, 1, 1),
        "standing_agency": "Sở Nội vụ",
    }
    return row | changes


def seat(person, **changes):
    post = person.posts.get()
    row = {
        "committee": NAME,
        "full_name": person.full_name,
        "unit": post.unit.versions.get().title,
        "title": post.title,
        "role": "Thành viên",
        "from_on": date(2023, 2, 1),
        "decision": "100/QĐ-UBND",
    }
    return row | changes


@pytest.mark.embedded
def test_a_committee_and_its_seats_come_in_one_file(world, administrator):
    rows = [seat(world.chair, role="Trưởng Ban"), seat(world.head, to_on=date(2024, 1, 1))]
    result = wb.done(wb.book(committees=[committee()], seats=rows), administrator)

    made = SteeringCommittee.objects.get(name=NAME)
    assert wb.outcomes(result) == ["new"] * 3
    assert (made.term, made.standing_agency) == ("2021-2026", world.home_affairs.unit)
    assert made.seats.get(person=world.chair).post == world.chair.posts.get()
    assert made.seats.get(person=world.head).to_on == date(2024, 1, 1)
    assert AuditEntry.objects.about(made).count() == 3


def test_the_same_file_twice_makes_nothing_twice(world, administrator):
    content = wb.book(committees=[committee()], seats=[seat(world.chair)])
    wb.done(content, administrator)

    assert wb.outcomes(wb.tried(content, administrator)) == ["unchanged"] * 2


@pytest.mark.embedded
def test_seats_of_people_in_the_same_file(world, administrator):
    row = {"full_name": "Lương Văn Mới", "unit": "huyện Cao Lộc", "title": "Chuyên viên"}
    taken = seat(world.chair, committee=world.committee.name, from_on=date(2024, 4, 1), **row)

    assert wb.done(wb.book(people=[wb.official()], seats=[taken]), administrator).kept
    assert CommitteeMember.objects.filter(person__full_name="Lương Văn Mới").exists()


def test_a_committee_is_changed_by_its_key(world, administrator):
    page = wb.opened(wb.exported())["Ban Chỉ đạo"]
    titles, values = ([cell.value for cell in row] for row in page.iter_rows(max_row=2))
    row = dict(zip([c.name for c in wb.layout.COMMITTEES.columns], values, strict=True))

    result = wb.done(wb.book(committees=[row | {"term": "2021-2026"}]), administrator)

    assert titles[0] == "Mã trong hệ thống"
    assert result.lines[0].changes == [["Nhiệm kỳ", "– → 2021-2026"]]
    assert SteeringCommittee.objects.get(pk=world.committee.pk).term == "2021-2026"


def test_a_last_day_ends_the_committee_and_its_seats(world, administrator):
    content = wb.book(committees=[committee()], seats=[seat(world.chair)])
    wb.done(content, administrator)
    ends = {"ended_on": date(2024, 6, 1), "end_decision": "7/QĐ-UBND"}
    wb.done(wb.book(committees=[committee(**ends)]), administrator)

    ended = SteeringCommittee.objects.get(name=NAME)
    assert (ended.ended_on, ended.end_decision) == tuple(ends.values())
    assert ended.seats.get().to_on == date(2024, 6, 1)


def test_a_last_day_ends_the_seat(world, administrator):
    row = {"committee": world.committee.name, "full_name": world.chair.full_name}
    row |= {"role": "Trưởng Ban", "from_on": wb.BEGIN, "to_on": date(2024, 6, 1)}
    row["end_decision"] = "7/QĐ-UBND"

    assert wb.done(wb.book(seats=[row]), administrator).kept
    assert CommitteeMember.objects.get(person=world.chair).to_on == date(2024, 6, 1)


REFUSED = {
    "another province": ({"unit": "tỉnh Đồng Tháp"}, "C2"),
    "a district": ({"unit": "huyện Cao Lộc"}, "C2"),
    "no agency": ({"standing_agency": "huyện Cao Lộc"}, "J2"),
    "an end before the beginning": ({"ended_on": date(2022, 1, 1), "end_decision": "1"}, "H2"),
    "an end without decision": ({"ended_on": date(2024, 1, 1)}, "I2"),
    "a symbol with signs": ({"short_symbol": "KH-BCĐ"}, "D2"),
    "an unknown key": ({"key": 987654321}, "A2"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_form_would_take_is_refused_at_its_cell(case, world, administrator):
    changes, cell = REFUSED[case]

    found = wb.mistakes(wb.tried(wb.book(committees=[committee(**changes)]), administrator))

    assert list(found) == [f"Ban Chỉ đạo!{cell}"]


REFUSED_SEATS = {
    "a committee nobody knows": ({"committee": "Ban Nào Đó"}, "B2"),
    "somebody without the post": ({"full_name": "Không Ai"}, "D2"),
    "no post": ({"title": None}, "F2"),
    "no decision": ({"decision": None}, "J2"),
    "a second head": ({"role": "Trưởng Ban"}, "G2"),
    "a day before the committee": ({"from_on": date(2019, 1, 1)}, "B2"),
}


@pytest.mark.parametrize("case", REFUSED_SEATS)
def test_a_seat_no_form_would_give_is_refused_at_its_cell(case, world, administrator):
    changes, cell = REFUSED_SEATS[case]
    row = seat(world.head, committee=world.committee.name) | changes

    found = wb.mistakes(wb.tried(wb.book(seats=[row]), administrator))

    assert list(found) == [f"Thành viên Ban Chỉ đạo!{cell}"]

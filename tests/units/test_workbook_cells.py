"""Traps of spreadsheets: each is taken or refused by a rule, with a sentence, at its cell."""

import io
import zipfile
from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.units import workbooks as wb
from units.models import UnitVersion
from units.workbooks.reading import read

pytestmark = pytest.mark.django_db


def value(name, written):
    """What a cell of the units' sheet comes to; a mistake as its sentence."""
    lines = next(iter(read(wb.book(units=[wb.commune(**{name: written})])).values()))
    [line] = lines
    return line.problems[0][1] if line.problems else line[name]


TAKEN = {
    "a real day": ("valid_from", datetime(2024, 2, 29), date(2024, 2, 29)),
    "a written day": ("valid_from", "29/02/2024", date(2024, 2, 29)),
    "a short written day": ("valid_from", "1/7/2025", date(2025, 7, 1)),
    "a day of machines": ("valid_from", "2025-07-01", date(2025, 7, 1)),
    "blanks at the ends": ("name", "  Ba   Sơn ", "Ba Sơn"),
    "a blank that does not break": ("name", "Ba\u00a0Sơn", "Ba Sơn"),
    "marks beside their letters": ("name", "Ba So\u031bn", "Ba Sơn"),
    "an invisible sign": ("name", "Ba\u200b Sơn\ufeff", "Ba Sơn"),
    "an Icelandic letter": ("name", "\u00d0ồng Đăng", "Đồng Đăng"),
    "a number as name": ("name", 12, "12"),
    "a choice without marks": ("level", "cap xa", "commune"),
}


@pytest.mark.parametrize("case", TAKEN)
def test_what_can_be_understood_is_taken(case):
    name, written, expected = TAKEN[case]

    assert value(name, written) == expected


WRONG = {
    "a day that is none": ("valid_from", "29/02/2023", "29/02/2023"),
    "a year of two digits": ("valid_from", "01/07/25", "01/07/25"),
    "a number for a day": ("valid_from", 45474, "45474"),
    "a day with an hour": ("valid_from", datetime(2024, 1, 1, 8, 30), "giờ"),
    "a day of another age": ("valid_from", "01/07/0205", "bốn chữ số"),
    "a formula": ("name", "=1+1", "công thức"),
    "an error of Excel": ("name", "#N/A", "#N/A"),
    "a Cyrillic letter": ("name", "Cао Lộc", "а"),
    "a day for a name": ("name", date(2024, 1, 1), "văn bản"),
    "a level nobody knows": ("level", "Cấp tổng", "Cấp tỉnh, Cấp huyện"),
    "an empty cell that is needed": ("type", None, "Loại"),
    "a text too long": ("type", "x" * 61, "60"),
    "a key nobody gave": ("key", "abc", "hệ thống"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_understood_is_refused_with_cause_and_repair(case):
    name, written, said = WRONG[case]

    assert said in value(name, written)


@pytest.mark.parametrize(
    ("written", "saved"), [(6196, "06196"), ("06196", "06196"), ("6196", "06196")]
)
def test_zeros_in_front_of_a_code_survive(written, saved, world, administrator):
    wb.done(wb.book(units=[wb.commune(code=written)]), administrator)

    assert UnitVersion.objects.get(name="Ba Sơn").code == saved


def test_days_of_the_1904_calendar_are_the_days_that_are_shown():
    def to_1904(book):
        book.epoch = CALENDAR_MAC_1904

    lines = next(iter(read(wb.book(units=[wb.commune()], spoil=to_1904)).values()))

    assert lines[0]["valid_from"] == date(2024, 1, 1)


def test_every_mistake_of_a_row_is_named():
    rows = [wb.commune(valid_from="x", level="y", type=None)]
    [line] = next(iter(read(wb.book(units=rows)).values()))

    assert [place for place, _words in line.problems] == ["Đơn vị!B2", "Đơn vị!C2", "Đơn vị!G2"]


def test_empty_rows_are_passed_over_and_the_numbers_stay_those_of_the_sheet():
    lines = next(iter(read(wb.book(units=[wb.commune(), {}, wb.commune("B")])).values()))

    assert [line.number for line in lines] == [2, 4]


def merge(book):
    book["Đơn vị"].merge_cells("F2:F3")


def hide(book):
    book["Đơn vị"].row_dimensions[3].hidden = True


def rename_a_title(book):
    book["Đơn vị"]["D1"] = "Tên gọi"


def repeat_a_title(book):
    book["Đơn vị"]["E1"] = "Tên riêng"


def push_the_titles_down(book):
    book["Đơn vị"].insert_rows(1, 2)


def rename_the_sheet(book):
    book["Đơn vị"].title = "Trang tính1"


def copy_the_sheet(book):
    book.copy_worksheet(book["Đơn vị"]).title = "Don vi"


def add_sheets(book):
    for number in range(20):
        book.create_sheet(f"Phụ {number}")


def go_far_down(book):
    book["Đơn vị"]["A900000"] = "x"


SPOILT = {
    merge: "F2:F3",
    hide: "bị ẩn: 3",
    rename_a_title: "Đơn vị!D1",
    repeat_a_title: "Đơn vị!E1",
    push_the_titles_down: "dòng 1",
    rename_the_sheet: "Trang tính1",
    copy_the_sheet: "hai lần",
    add_sheets: "quá nhiều trang",
    go_far_down: "12000",
}


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_a_workbook_of_another_shape_is_refused_whole(spoil):
    content = wb.book(units=[wb.commune(), wb.commune("B")], spoil=spoil)

    with pytest.raises(ValidationError) as refused:
        read(content)
    assert SPOILT[spoil] in " ".join(refused.value.messages)


def test_a_sheet_may_be_named_without_marks_and_columns_stand_in_any_order():
    def shuffle(book):
        page = book["Đơn vị"]
        page.title = "DON VI"
        page.move_range("D1:D2", cols=10)

    [line] = next(iter(read(wb.book(units=[wb.commune(name="")], spoil=shuffle)).values()))

    assert line.problems[0][0] == "Đơn vị!N2"


def repacked(content, **parts):
    """The archive with other parts in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for item in old.infolist():
            new.writestr(item, parts.pop(item.filename, None) or old.read(item.filename))
        for name, text in parts.items():
            new.writestr(name, text)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
MANY_STRINGS = b"<sst>" + b"<si><t>abcd</t></si>" * 500_000 + b"</sst>"
HOSTILE = {
    "of a million strings": {"xl/sharedStrings.xml": MANY_STRINGS},
    "that unpacks to too much": {"xl/media/x.bin": b"0" * 45_000_000},
    "of thousands of parts": {f"xl/{n}.xml": b"<x/>" for n in range(300)},
    "with entities": {SHEET: ENTITIES},
    "that is broken": {SHEET: b"<worksheet><sheetData>"},
}


@pytest.mark.parametrize("case", HOSTILE)
def test_an_archive_is_refused(case):
    content = repacked(wb.book(units=[wb.commune()]), **HOSTILE[case])

    with pytest.raises(ValidationError):
        read(content)


def test_an_archive_that_lies_about_its_size_is_refused():
    content = repacked(wb.book(units=[wb.commune()]), **{"xl/media/x.bin": b"0" * 45_000_000})
    lied = content.replace((45_000_000).to_bytes(4, "little"), (45).to_bytes(4, "little"))

    with pytest.raises(ValidationError):
        read(lied)

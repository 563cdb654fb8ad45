"""The conclusion as an Excel file, opened again and read."""

import re
import zipfile
from dataclasses import astuple
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from reports.papers.sheets import Column, Sheet
from reports.renderers import xlsx
from tests.reports import papers

FORMULAS = (
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    '=HYPERLINK("http://x")',
    "#N/A",
)


@pytest.fixture(scope="module")
def book():
    return load_workbook(BytesIO(xlsx.render(papers.workbook())))


def reopened(**changes):
    return load_workbook(BytesIO(xlsx.render(papers.workbook(**changes))))


def with_text(text):
    return reopened(findings=(papers.finding(1, text=text),))["Nội dung kiểm tra"]["F2"]


def test_the_sheets_stand_in_their_order(book):
    assert book.sheetnames == ["Tổng quan", "Nội dung kiểm tra", "Kiến nghị", "Buổi kiểm tra"]


def test_a_row_says_what_the_data_say(book):
    rows = list(book["Nội dung kiểm tra"].iter_rows(min_row=2, values_only=True))
    given = astuple(papers.finding(1))

    assert rows[0] == tuple(None if value == "" else value for value in given)
    assert len(rows) == 2


def test_each_addressee_of_a_recommendation_has_its_row(book):
    rows = list(book["Kiến nghị"].iter_rows(min_row=2, values_only=True))

    assert [row[4] for row in rows] == ["UBND huyện Cao Lộc", "UBND xã Thanh Lòa"]


def test_days_are_days_and_numbers_are_numbers(book):
    due, target = book["Kiến nghị"]["I2"], book["Kiến nghị"]["F2"]

    assert (due.value, due.number_format) == (datetime(2024, 12, 31), "dd/mm/yyyy")
    assert due.is_date
    assert (target.value, target.data_type) == (100, "n")
    assert book["Tổng quan"]["B3"].value == datetime(2024, 7, 5)


def test_a_day_not_known_is_an_empty_cell(book):
    assert book["Kiến nghị"]["K3"].value is None


@pytest.mark.parametrize("name", ["Nội dung kiểm tra", "Kiến nghị", "Buổi kiểm tra"])
def test_lists_have_a_frozen_header_and_filters_over_all_rows(book, name):
    sheet = book[name]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert all(cell.font.bold for cell in sheet[1])


def test_texts_wrap_in_columns_of_their_width(book):
    sheet = book["Nội dung kiểm tra"]

    assert sheet["F2"].alignment.wrap_text
    assert sheet.column_dimensions["F"].width == 40
    assert sheet["F2"].font.name == "Times New Roman"


def test_rows_are_as_tall_as_their_longest_text_needs_up_to_the_limit():
    short, long = papers.finding(1, text="ngắn", units=""), papers.finding(2, text="dài " * 100)
    sheet = reopened(findings=(short, long, papers.finding(3, text="x" * 9_000)))[
        "Nội dung kiểm tra"
    ]

    assert sheet.row_dimensions[2].height == 30  # its area takes two lines
    assert sheet.row_dimensions[3].height == 165
    assert sheet.row_dimensions[4].height == 409


def test_every_sheet_prints_on_a4_landscape_as_wide_as_the_page(book):
    for sheet in book:
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.oddFooter.right.text == "Trang &P/&N"


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_stays_a_text(text):
    cell = with_text(text)

    assert cell.data_type in "si"
    assert cell.value == text.replace("\r", "\n")
    assert cell.quotePrefix or text.startswith("#")


def test_no_text_of_any_sheet_becomes_a_formula():
    evil = {"title": "=1", "overview": (), "visits": ()}
    finding = papers.finding(
        1, **dict.fromkeys(("text", "units", "cause", "sector"), "=cmd|'/c'!A1")
    )
    content = xlsx.render(papers.workbook(**evil, findings=(finding,)))
    with zipfile.ZipFile(BytesIO(content)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]

    assert len(sheets) == 4
    assert not any(re.search(rb"<f[ >/]", sheet) for sheet in sheets)


def test_control_characters_are_left_out():
    assert with_text("Tốt\x00\x0b\x1f\ud800\ufffe đẹp").value == "Tốt đẹp"


def test_line_breaks_are_kept():
    assert with_text("một\r\nhai").value == "một\nhai"


@pytest.mark.parametrize("letter", ["ạ", "😀"])
def test_a_text_longer_than_a_cell_is_cut_and_says_so(letter):
    value = with_text(letter * 40_000).value

    assert len(value.encode("utf-16-le")) // 2 <= 32_767
    assert value.endswith("[đã cắt bớt: ô Excel chứa tối đa 32.767 ký tự]")


def test_a_text_that_just_fits_is_not_cut():
    assert with_text("ạ" * 32_767).value == "ạ" * 32_767


def test_a_workbook_without_rows_still_opens():
    empty = reopened(overview=(), findings=(), recommendations=(), visits=())

    assert [sheet.max_row for sheet in empty] == [1, 1, 1, 1]


def test_a_sheet_name_excel_forbids_is_made_fit():
    class Odd:
        title, data_as_of = "A & B", papers.AS_OF
        sheets = (Sheet("Kết quả: 1/2 [xã] " + "x" * 40, (Column("Cột", 10),), (("một",),)),)

    book = load_workbook(BytesIO(xlsx.render(Odd())))

    assert book.sheetnames == ["Kết quả- 1-2 -xã- xxxxxxxxxxxxx"]
    assert book.worksheets[0].oddHeader.center.text == "A && B"


def test_the_file_says_when_its_data_were_read(book):
    assert book.worksheets[0].oddFooter.left.text == "Số liệu đến 05/7/2024 09:30".replace(
        "/7/", "/07/"
    )
    assert book.properties.created == datetime(2024, 7, 5, 2, 30)

"""Letters, decisions, minutes and annexes, measured in the PDF: Decree 30/2020/NĐ-CP, Annex I.

What all papers share (page, head, body, ending) is measured in test_conclusion_pdf.py.
"""

import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from reports.papers.content import Heading, Paragraph
from reports.renderers import pdf
from tests.reports import measures, papers, samples
from tests.reports.measures import MM
from tests.reports.test_conclusion_pdf import ALPHABET, fonts

BOLD, PLAIN, ITALIC = (f"Liberation-Serif{style}" for style in ("-Bold", "", "-Italic"))
LAST_LETTERS = "fjwz"


@pytest.fixture(scope="module")
def printed():
    return {name: pdf.render(shape()) for name, shape in samples.SHAPES.items()}


def near(value, within=0.6):
    return pytest.approx(value, abs=within)


def face(row):
    return row.size, row.font


def test_a_letter_says_what_it_is_about_under_its_number(printed):
    number, about = (measures.line(printed["letter"], text) for text in ("Số: 09", "V/v đôn đốc"))

    assert face(about) == (12, PLAIN)
    assert about.centre == near(number.centre, within=1)
    assert 6 <= about.baseline - number.baseline - about.size <= 12


def test_several_addressees_stand_under_the_colon(printed):
    to = measures.line(printed["letter"], "Kính gửi")
    lines = [measures.line(printed["letter"], f"- {unit}") for unit in samples.UNITS]

    assert {face(row) for row in (to, *lines)} == {(14, PLAIN)}
    assert [row.left for row in lines] == [near(to.right - 3.9, within=1)] * 3
    assert [row.text[-1] for row in lines] == [";", ";", "."]


def test_one_addressee_stands_on_the_line_of_the_word():
    text = measures.text_of(pdf.render(samples.letter(addressed_to=("UBND huyện Cao Lộc",))))

    assert "Kính gửi: UBND huyện Cao Lộc" in text


def test_a_decision_names_who_decides_above_its_bases(printed):
    rows = {row.text: row for row in measures.lines(printed["decision"])}
    title, decides, article = rows["QUYẾT ĐỊNH"], rows["QUYẾT ĐỊNH:"], rows["Điều 1."]
    who, basis = (measures.line(printed["decision"], text) for text in ("TRƯỞNG BAN", "Căn cứ"))

    assert [face(row) for row in (title, who, decides, article)] == [(14, BOLD)] * 4
    assert face(basis) == (14, ITALIC)
    assert title.baseline < who.baseline < basis.baseline < decides.baseline < article.baseline
    assert [row.centre for row in (who, decides)] == [near(110 * MM, within=1)] * 2
    assert article.left == near((30 + 12.7) * MM)


def test_minutes_have_no_day_and_their_names_stand_level(printed):
    minutes = printed["minutes"]
    unit, head = measures.line(minutes, "Lê Văn Bình"), measures.line(minutes, "Sái Văn Đông")
    secretary, copies = measures.line(minutes, "THƯ KÝ"), measures.line(minutes, "Nơi nhận:")

    assert "Lạng Sơn, ngày" not in measures.text_of(minutes)
    assert unit.baseline == near(head.baseline)
    assert (unit.centre, head.centre) == (near(70 * MM, 1), near(150 * MM, 1))
    assert unit.baseline < secretary.baseline < copies.baseline


def annex_pages(content):
    """The texts of the top margin of each page, and whether it lies."""
    pages = measures.read(content).pages
    return [
        ([row.text for row in measures.head(content, number)], page.mediabox.width > 600)
        for number, page in enumerate(pages, start=1)
    ]


def test_each_annex_counts_its_own_pages_upright_or_lying(printed):
    upright = [([], False), (["2"], False), (["3"], False)]
    lying = [([], True), (["2"], True), (["3"], True)]

    assert annex_pages(printed["plan"]) == [([], False), *upright, *lying, *upright]


def test_an_annex_is_named_as_the_decree_says(printed):
    mark, subject, belongs = measures.lines(printed["plan"], 2)[:3]

    assert [row.text for row in (mark, subject)] == ["Phụ lục I", "ĐỀ CƯƠNG BÁO CÁO"]
    assert [face(row) for row in (mark, subject, belongs)] == [(14, BOLD), (14, BOLD), (14, ITALIC)]
    assert belongs.text.startswith("(Kèm theo Kế hoạch số 80/KH-BCĐCCHC ngày 29 tháng 5 năm 2024")
    assert mark.centre == near(110 * MM, within=1)


def test_a_lying_page_keeps_the_margins_and_repeats_the_header(printed):
    for page in (5, 6, 7):
        body = measures.body(printed["plan"], page)
        assert min(row.left for row in body) >= 30 * MM
        assert max(row.right for row in body) <= 277 * MM
        assert measures.line(printed["plan"], "Đơn vị được kiểm tra", page).font == BOLD


def test_a_draft_marks_the_pages_of_its_annexes_too():
    content = pdf.render(samples.as_draft(samples.plan()))

    for page in range(2, len(measures.read(content).pages) + 1):
        marks = [row.text for row in measures.head(content, page)]
        assert marks[-1] == "DỰ THẢO ngày 20/5/2024"


def test_photos_are_numbered_through_text_and_annex():
    text = measures.text_of(pdf.render(samples.with_photos()))

    assert text.index("Ảnh 1. Trụ sở") < text.index("Ảnh 2. Bộ phận 1") < text.index("Ảnh 3.")


def test_every_vietnamese_letter_is_in_the_fonts_of_every_face():
    letters = f"{ALPHABET}{LAST_LETTERS}{(ALPHABET + LAST_LETTERS).upper()}0123456789"
    texts = (Paragraph(letters, lead=letters), Paragraph(letters, basis=True))
    content = pdf.render(samples.plan(blocks=texts, annexes=()))
    text = measures.text_of(content).replace(" ", "")

    assert text.count(letters) == 3
    assert unicodedata.is_normalized("NFC", text)
    assert "\ufffd" not in text
    assert {BOLD, PLAIN, ITALIC} <= fonts(content)


@pytest.mark.parametrize("month", range(1, 13))
def test_the_first_two_months_and_no_others_are_padded(month):
    padded = f"{month:02d}" if month < 3 else str(month)

    assert f"ngày 05 tháng {padded} năm" in samples.plan(issued_on=date(2024, month, 5)).dated


def test_the_archive_gets_pdf_a_with_the_data_attached():
    content = pdf.render(papers.issued(photos=(papers.photo("Ảnh"),)), archive=True)
    root = measures.read(content).trailer["/Root"]
    xmp = root["/Metadata"].get_object().get_data().decode()
    data = json.loads(measures.read(content).attachments["KT-2024-001.json"][0])

    assert 'pdfaid:part="3"' in xmp
    assert 'pdfaid:conformance="A"' in xmp
    assert root["/OutputIntents"]
    assert root["/MarkInfo"]["/Marked"]
    assert (data["number"], data["symbol"], data["issued_on"]) == (5, "TB-ĐKT", "2024-07-05")
    assert len(data["annexes"][0]["blocks"][0]["content"]["sha256"]) == 64
    assert fonts(content)


def test_the_archive_holds_the_same_text_and_is_the_same_each_time():
    paper = samples.plan()
    kept = pdf.render(paper, archive=True)

    assert measures.text_of(kept) == measures.text_of(pdf.render(paper))
    assert kept == pdf.render(replace(paper), archive=True)


def test_headings_skip_no_rank_where_a_paper_has_no_parts():
    """PDF/UA-1 (7.4.2): below the title follows the next rank, whatever the mark looks like."""
    blocks = (
        *(Heading("Thời gian", 2, "1"), Heading("Ngày", 3, "a"), Heading("Nội dung", 2, "2")),
        *(Heading("Phần", 1, "I"), Heading("Điểm", 3, "a"), Heading("Mục", 2, "1")),
    )

    html = pdf.as_html(samples.plan(blocks=blocks, annexes=()))

    assert re.findall(r"<h(\d) class=\"text level-(\d)", html) == [
        *(("2", "2"), ("3", "3"), ("2", "2")),
        *(("2", "1"), ("3", "3"), ("3", "2")),
    ]


def test_no_picture_of_the_archive_is_smoothed_by_viewers():
    """PDF/A-3 (6.2.8) forbids what WeasyPrint asks for by itself."""
    file = pdf.render(samples.plan(check_at="https://portal.example/check/a/"), archive=True)

    pictures = [picture for page in PdfReader(BytesIO(file)).pages for picture in page.images]
    asked = [str(one.indirect_reference.get_object()["/Interpolate"]) for one in pictures]
    assert set(asked) == {"False"}

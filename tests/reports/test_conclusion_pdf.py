"""The conclusion on paper, measured in the file itself: Decree 30/2020/NĐ-CP, Annex I."""

import unicodedata
from datetime import date

import pytest

from reports.papers import conclusion, vietnamese
from reports.papers.content import Heading
from reports.renderers import pdf
from reports.renderers.limits import PaperTooLong
from tests.reports import measures, papers
from tests.reports.measures import MM

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SMALL = "".join(unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES)
ALPHABET = f"{SMALL}bcdđghklmnpqrstvx"


@pytest.fixture(scope="module")
def issued():
    return pdf.render(papers.issued(photos=(papers.photo("Bộ phận một cửa xã Hòa Cư"),) * 3))


@pytest.fixture(scope="module")
def draft():
    return pdf.render(papers.draft())


def near(value, within=0.6):
    return pytest.approx(value, abs=within)


def test_the_paper_is_a4_with_the_margins_of_the_decree(issued):
    pages = measures.read(issued).pages
    body = [row for number in (1, 2, 3) for row in measures.body(issued, number)]

    assert all(page.mediabox.width == near(210 * MM) for page in pages)
    assert all(page.mediabox.height == near(297 * MM) for page in pages)
    assert min(row.left for row in body) == near(30 * MM)
    assert max(row.right for row in body) == near(190 * MM, within=1)
    # A table at the top of a page keeps its own room; running text does not.
    assert all(measures.body(issued, number)[0].baseline < 26 * MM for number in (1, 2))
    assert max(row.baseline for row in body) < 277 * MM


@pytest.mark.parametrize(
    ("starts_with", "size", "style"),
    [
        ("HÀNH CHÍNH TỈNH LẠNG SƠN", 12, ""),
        ("ĐOÀN KIỂM TRA", 12, "-Bold"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "-Bold"),
        ("Độc lập - Tự do - Hạnh phúc", 14, "-Bold"),
        ("Số: 05/TB-ĐKT", 13, ""),
        ("Lạng Sơn, ngày 05 tháng 7 năm 2024", 14, "-Italic"),
        ("THÔNG BÁO", 14, "-Bold"),
        ("Kết luận kiểm tra", 14, "-Bold"),
        ("Căn cứ Nghị quyết", 14, "-Italic"),
        ("Ngày 17/6/2024, Đoàn", 14, ""),
        ("I. KHÁI QUÁT CHUNG", 14, "-Bold"),
        ("1. Ưu điểm", 14, "-Bold"),
        ("a) Cải cách thủ tục", 14, ""),
    ],
)
def test_each_element_has_its_size_and_style(issued, starts_with, size, style):
    row = measures.line(issued, starts_with)

    assert (row.size, row.font) == (size, f"Liberation-Serif{style}")


@pytest.mark.parametrize(
    ("starts_with", "size", "style"),
    [
        ("V. TỔ CHỨC THỰC HIỆN", 14, "-Bold"),
        ("TM. ĐOÀN KIỂM TRA", 14, "-Bold"),
        ("TRƯỞNG ĐOÀN", 14, "-Bold"),
        ("GIÁM ĐỐC SỞ TƯ PHÁP", 14, "-Bold"),
        ("Sái Văn Đông", 14, "-Bold"),
        ("Nơi nhận:", 12, "-Bold-Italic"),
        ("- UBND huyện Cao Lộc;", 11, ""),
        ("- Lưu: VT, CCHC.", 11, ""),
    ],
)
def test_the_ending_has_its_sizes_and_styles(issued, starts_with, size, style):
    row = measures.line(issued, starts_with, page=3)

    assert (row.size, row.font) == (size, f"Liberation-Serif{style}")


def test_the_motto_is_underlined_exactly_as_long_as_it_is(issued):
    motto = measures.line(issued, "Độc lập")
    below = [rule for rule in measures.rules(issued) if rule.left == near(motto.left)]

    assert [rule.width for rule in below] == [near(motto.width)]
    assert motto.baseline < below[0].top < motto.baseline + 10


@pytest.mark.parametrize("starts_with", ["ĐOÀN KIỂM TRA", "Kết luận kiểm tra"])
def test_issuer_and_subject_stand_over_a_rule_of_a_third_to_a_half(issued, starts_with):
    text = measures.line(issued, starts_with)
    under = [
        rule
        for rule in measures.rules(issued)
        if rule.top > text.baseline and rule.left + rule.width / 2 == near(text.centre, 1)
    ]

    assert text.width / 3 <= under[0].width <= text.width / 2


def test_the_country_stands_level_with_the_superior_body_and_the_day_with_the_number(issued):
    country, superior = measures.line(issued, "CỘNG"), measures.line(issued, "BAN CHỈ ĐẠO CẢI")
    number, day = measures.line(issued, "Số:"), measures.line(issued, "Lạng Sơn, ngày")

    assert country.baseline == near(superior.baseline, within=2)
    assert number.baseline == near(day.baseline, within=2)
    assert day.centre == near(measures.line(issued, "Độc lập").centre, within=1)


def test_paragraphs_are_indented_and_six_points_apart(issued):
    first = measures.line(issued, "Ngày 17/6/2024, Đoàn")
    before, after = measures.line(issued, "2024."), measures.line(issued, "Đông, Giám đốc")

    assert first.left - after.left == near(12.7 * MM)
    assert first.baseline - before.baseline >= after.baseline - first.baseline + 6 - 0.01
    assert first.right == near(after.right, within=1)


def test_page_numbers_stand_top_centre_and_not_on_the_first_page(issued):
    number = measures.head(issued, 2)[0]

    assert [row.text for row in measures.head(issued, 2)] == ["2"]
    assert number.size in (13, 14)
    assert number.centre == near((30 + 190) / 2 * MM, within=1)
    assert measures.head(issued, 1) == []
    assert [row.text for row in measures.head(issued, 3)] == ["3"]


def test_the_annex_counts_its_own_pages_and_names_its_photos(issued):
    first, second = measures.body(issued, 4), measures.body(issued, 5)

    assert first[0].text == "Phụ lục"
    assert "(Kèm theo Thông báo số 05/TB-ĐKT ngày 05 tháng 7 năm 2024" in first[2].text
    assert second[0].text == "Ảnh 3. Bộ phận một cửa xã Hòa Cư"
    assert measures.head(issued, 4) == []
    assert [row.text for row in measures.head(issued, 5)] == ["2"]


def test_bases_end_with_a_semicolon_and_the_last_with_a_full_stop(issued):
    text = measures.text_of(issued)

    assert "giai đoạn 2021 - 2030; Căn cứ" in text
    assert "cải cách hành chính năm 2024. Ngày 17/6/2024" in text


def test_a_basis_opens_with_the_word_of_the_decree():
    written = papers.conclusion(bases=("Kế hoạch số 80", "Theo đề nghị của Sở Nội vụ"))

    assert written.bases_as_list == ["Căn cứ Kế hoạch số 80;", "Theo đề nghị của Sở Nội vụ."]


def test_the_text_ends_with_the_closing_mark_once(issued):
    text = measures.text_of(issued)

    assert "việc thực hiện Thông báo này./. Nơi nhận:" in text
    assert text.count("./.") == 1


def test_a_paper_without_a_last_section_still_ends_with_the_closing_mark():
    text = measures.text_of(pdf.render(papers.issued(organisation=())))

    assert f"Trên đây là Thông báo {papers.SUBJECT}./. Nơi nhận:" in text
    assert "TỔ CHỨC THỰC HIỆN" not in text


def test_empty_parts_take_no_number():
    paper = papers.issued(shortcomings=(), explanations=(), assessment=())
    headings = [block for block in paper.blocks if isinstance(block, Heading)]

    assert [one.printed for one in headings if one.level == 2] == ["1. Ưu điểm"]
    assert [one.mark for one in headings if one.level == 1] == ["I", "II", "III", "IV"]


def test_recommendations_are_a_table_whose_header_repeats(issued):
    for page in (2, 3):
        assert measures.line(issued, "Nội dung kiến nghị", page).font.endswith("-Bold")
    text = measures.text_of(issued)
    assert "Chỉ tiêu: 100 %. Căn cứ: chỉ đạo của UBND tỉnh." in text
    assert "31/12/2024" in text


def test_the_signature_is_kept_together_with_the_last_sentence():
    for extra in range(9, 25, 5):
        paper = pdf.render(papers.issued(assessment=("Dòng đệm.",) * extra))
        last = measures.lines(paper, len(measures.read(paper).pages))
        texts = [row.text for row in last]

        assert any("./." in text for text in texts)
        assert {"Nơi nhận:", "TM. ĐOÀN KIỂM TRA", "Sái Văn Đông"} <= set(texts)


def test_the_recipients_stand_level_with_the_capacity_at_the_left(issued):
    recipients = measures.line(issued, "Nơi nhận:", page=3)
    capacity = measures.line(issued, "TM. ĐOÀN KIỂM TRA", page=3)

    assert recipients.left == near(30 * MM)
    assert recipients.baseline == near(capacity.baseline, within=3)
    assert capacity.left > recipients.right


def test_the_file_says_it_is_accessible_vietnamese(issued):
    root = measures.read(issued).trailer["/Root"]
    xmp = root["/Metadata"].get_object().get_data().decode()

    assert 'pdfuaid:part="1"' in xmp
    assert root["/Lang"] == "vi"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert measures.read(issued).metadata.title == f"THÔNG BÁO {papers.SUBJECT}"


def test_tags_name_headings_lists_tables_and_photos_but_no_layout_table(issued):
    tags = measures.tags(issued)
    kinds = [tag["/S"] for tag in tags]
    tables = [place for place, kind in enumerate(kinds) if kind == "/Table"]

    assert {"/H1", "/H2", "/H3", "/H4", "/L", "/LI", "/TH", "/TD"} <= set(kinds)
    assert kinds.count("/H1") == 1
    assert kinds.index("/H2") < tables[0]
    assert [tag["/Alt"] for tag in tags if tag["/S"] == "/Figure"] == [
        "Bộ phận một cửa xã Hòa Cư"
    ] * 3


def test_every_cell_of_a_table_knows_its_header(issued):
    cells = [tag for tag in measures.tags(issued) if tag["/S"] == "/TD"]

    assert cells
    assert all("/Headers" in cell["/A"] for cell in cells)


def test_all_vietnamese_letters_are_printed_composed_in_embedded_fonts():
    letters = f"{ALPHABET} {ALPHABET.upper()}"
    paper = papers.issued(opening=(letters,), bases=(letters,), assessment=(letters,))
    content = pdf.render(paper)
    text = measures.text_of(content).replace(" ", "")

    assert text.count(letters.replace(" ", "")) >= 3
    assert unicodedata.is_normalized("NFC", text)
    assert {name.split("-Serif")[0] for name in fonts(content)} == {"Liberation"}


def fonts(content):
    """Names of the fonts, each of them embedded."""
    found = {}
    for page in measures.read(content).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font["/DescendantFonts"][0].get_object()
            found[font["/BaseFont"].split("+")[1]] = inner["/FontDescriptor"]
    assert all("/FontFile2" in descriptor for descriptor in found.values())
    return set(found)


def test_decomposed_text_is_printed_composed():
    text = unicodedata.normalize("NFD", "TỈNH ĐẮK LẮK")
    content = pdf.render(papers.issued(assessment=(text,)))

    assert "TỈNH ĐẮK LẮK" in measures.text_of(content)


def test_the_same_paper_gives_the_same_file():
    assert pdf.render(papers.issued()) == pdf.render(papers.issued())


def test_a_draft_says_so_on_every_page(draft):
    for page in range(1, len(measures.read(draft).pages) + 1):
        assert measures.line(draft, "DỰ THẢO ngày 24/6/2024", page).font.endswith("-Bold")


def test_a_draft_has_no_number_no_day_and_no_name(draft):
    number, day = measures.line(draft, "Số:").text, measures.line(draft, "Lạng Sơn, ngày").text

    assert number.replace("\xa0", "") == "Số: /TB-ĐKT"
    assert " ".join(day.split()) == "Lạng Sơn, ngày tháng năm 2024"
    assert "TM. ĐOÀN KIỂM TRA" in measures.text_of(draft)
    assert "GIÁM ĐỐC SỞ TƯ PHÁP" not in measures.text_of(draft)


def test_a_draft_never_shows_a_number_or_a_day_that_is_already_known():
    paper = papers.draft(number=5, issued_on=date(2024, 7, 5))

    assert "05" not in paper.number_line
    assert "05" not in paper.dated


def test_an_issued_paper_is_not_called_a_draft(issued):
    assert "DỰ THẢO" not in measures.text_of(issued)


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2024, 2, 5), "ngày 05 tháng 02 năm 2024"),
        (date(2024, 1, 31), "ngày 31 tháng 01 năm 2024"),
        (date(2024, 3, 9), "ngày 09 tháng 3 năm 2024"),
        (date(2024, 12, 10), "ngày 10 tháng 12 năm 2024"),
    ],
)
def test_days_under_ten_and_the_first_two_months_are_padded(day, printed):
    assert papers.issued(issued_on=day).dated == printed


@pytest.mark.parametrize(("number", "printed"), [(1, "01"), (9, "09"), (10, "10"), (512, "512")])
def test_numbers_under_ten_are_padded(number, printed):
    assert papers.issued(number=number).number_line == f"Số: {printed}/TB-ĐKT"


def test_points_are_lettered_in_vietnamese_order():
    letters = [letter for letter, _ in vietnamese.lettered(range(25))]

    assert "".join(letters[:11]) == "abcdđeghikl"
    assert letters[22:] == ["y", "aa", "bb"]


def test_a_shortcoming_carries_its_units_and_its_cause():
    sentence = conclusion.Sentence(
        "Còn chậm.", ("UBND xã A", "UBND xã B"), "thiếu máy", "objective"
    )

    assert sentence.printed == (
        "Còn chậm (UBND xã A, UBND xã B). Nguyên nhân khách quan: thiếu máy."
    )


def test_a_paper_too_long_to_print_is_refused_with_a_reason():
    with pytest.raises(PaperTooLong, match="KT-2024-001 dài 3"):
        pdf.render(papers.issued(assessment=("từ " * 120_000,)))


def test_more_lines_than_can_be_laid_out_are_refused_with_a_reason():
    with pytest.raises(PaperTooLong, match=r"KT-2024-001 có 15\d\d\d đoạn"):
        pdf.render(papers.issued(assessment=("a",) * 15_000))
    with pytest.raises(PaperTooLong, match=r"KT-2024-001 có 15\d\d\d đoạn"):
        pdf.render(papers.issued(assessment=("a\n" * 15_000,)))


def test_a_name_too_long_for_the_head_is_refused_with_a_reason():
    with pytest.raises(PaperTooLong, match="dài 201 ký tự, vượt quá 200"):
        pdf.render(papers.issued(issuing_body="Đ" * 201))

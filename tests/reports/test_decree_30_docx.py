"""The DOCX of each paper, measured in the file: Decree 30/2020/NĐ-CP, Annex I."""

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from reports.papers.content import MOTTO
from reports.renderers import docx, pdf
from tests.reports import docx_measures as measures
from tests.reports import measures as printed
from tests.reports import samples

TWIPS_A_MM = 1440 / 25.4


@pytest.fixture(scope="module")
def plan():
    return docx.render(samples.plan())


def near(value, within=0.3):
    return pytest.approx(value, abs=within)


def test_every_section_is_a4_with_the_margins_of_the_decree(plan):
    sections = measures.read(plan).sections

    assert [one.orientation for one in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    for one in sections:
        assert sorted((one.page_width.mm, one.page_height.mm)) == [near(210), near(297)]
        edges = (one.top_margin, one.right_margin, one.bottom_margin, one.left_margin)
        assert [edge.mm for edge in edges] == [near(20), near(20), near(20), near(30)]
        assert one.header_distance.mm == near(10)


@pytest.mark.parametrize(
    ("starts_with", "face"),
    [
        ("UBND TỈNH LẠNG SƠN", (12, False, False, "center")),
        ("BAN CHỈ ĐẠO CẢI CÁCH", (12, True, False, "center")),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (13, True, False, "center")),
        ("Độc lập - Tự do - Hạnh phúc", (14, True, False, "center")),
        ("Số: 80/KH-BCĐCCHC", (13, False, False, "center")),
        ("Lạng Sơn, ngày 29 tháng 5 năm 2024", (14, False, True, "center")),
        ("KẾ HOẠCH", (14, True, False, "center")),
        ("Kiểm tra công tác", (14, True, False, "center")),
        ("Căn cứ Nghị quyết", (14, False, True, "both")),
        ("I. MỤC ĐÍCH, YÊU CẦU", (14, True, False, "left")),
        ("1. Mục đích", (14, True, False, "left")),
        ("a) Về chỉ đạo", (14, False, False, "left")),
        ("- Đánh giá khách quan;", (14, False, False, "both")),
        ("Giao Sở Nội vụ theo dõi./.", (14, False, False, "both")),
        ("TM. BAN CHỈ ĐẠO", (14, True, False, "center")),
        ("GIÁM ĐỐC SỞ NỘI VỤ", (14, True, False, "center")),
        ("Nguyễn Văn An", (14, True, False, "center")),
        ("Nơi nhận:", (12, True, True, "left")),
        ("- Lưu: VT, CCHC.", (11, False, False, "left")),
        ("Đơn vị được kiểm tra", (13, True, False, "center")),
        ("LỊCH KIỂM TRA", (14, True, False, "center")),
    ],
)
def test_each_element_has_the_style_of_the_decree(plan, starts_with, face):
    assert measures.style(plan, starts_with) == face


@pytest.mark.parametrize(
    ("starts_with", "face"),
    [
        ("V/v đôn đốc", (12, False, False, "center")),
        ("Kính gửi:", (14, False, False, "left")),
        ("- UBND huyện Cao Lộc;", (14, False, False, "left")),
    ],
)
def test_a_letter_says_what_it_is_about_and_to_whom(starts_with, face):
    assert measures.style(docx.render(samples.letter()), starts_with) == face


def test_the_text_is_black_times_new_roman_in_vietnamese(plan):
    document = measures.read(plan)
    letters = document.styles.element.find(qn("w:docDefaults"))[0][0]
    names = letters.find(qn("w:rFonts")).attrib

    assert set(names.values()) == {"Times New Roman"}
    assert letters.find(qn("w:color")).get(qn("w:val")) == "000000"
    assert letters.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"
    assert document.core_properties.language == "vi-VN"


def test_paragraphs_are_justified_indented_and_six_points_apart(plan):
    style = next(one for one in measures.read(plan).styles if one.style_id == "BodyText")
    spacing, indent = (style.element.pPr.find(qn(f"w:{name}")) for name in ("spacing", "ind"))

    assert spacing.get(qn("w:before")) == "120"
    assert int(indent.get(qn("w:firstLine"))) / TWIPS_A_MM == near(12.7)
    assert style.element.pPr.find(qn("w:jc")).get(qn("w:val")) == "both"


def test_page_numbers_stand_top_centre_and_not_on_the_first_page(plan):
    for section in measures.read(plan).sections:
        header = section.header._element
        width = section.page_width - section.left_margin - section.right_margin
        centre = header.find(f".//{qn('w:tab')}[@{qn('w:val')}='center']")

        assert [one.get(qn("w:instr")).strip() for one in header.iter(qn("w:fldSimple"))] == [
            "PAGE"
        ]
        assert int(centre.get(qn("w:pos"))) / TWIPS_A_MM == near(width / 36000 / 2)
        assert section.different_first_page_header_footer
        assert not list(section.first_page_header._element.iter(qn("w:fldSimple"), qn("w:t")))
    assert measures.face(plan, "Header")[0] == 14


def test_every_annex_counts_its_own_pages(plan):
    starts = [one._sectPr.find(qn("w:pgNumType")) for one in measures.read(plan).sections]

    assert starts[0] is None
    assert [one.get(qn("w:start")) for one in starts[1:]] == ["1", "1", "1"]


def test_the_motto_stands_over_a_line_as_long_as_itself(plan):
    drawn = measures.rule_under(plan, MOTTO)
    motto = printed.line(pdf.render(samples.plan()), "Độc lập")

    assert 97 - drawn == near(motto.width / printed.MM, within=0.7)


@pytest.mark.parametrize(
    ("starts_with", "column", "paper"),
    [("SỞ NỘI VỤ", 63, samples.letter), ("Kiểm tra công tác cải cách hành", 160, samples.plan)],
)
def test_issuer_and_subject_stand_over_a_rule_of_a_third_to_a_half(starts_with, column, paper):
    drawn = column - measures.rule_under(docx.render(paper()), starts_with)
    text = printed.line(pdf.render(paper()), starts_with).width / printed.MM

    assert text / 3 <= drawn <= text / 2


def test_a_table_repeats_its_header_and_never_breaks_a_row(plan):
    table = measures.read(plan).tables[-1]._tbl
    rows = table.tr_lst

    assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, *[False] * 30]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert table.tblPr.find(qn("w:tblCaption")).get(qn("w:val")).startswith("Lịch kiểm tra")


def test_the_signature_keeps_the_last_sentence_on_its_page(plan):
    last = next(one for one in measures.paragraphs(plan) if measures.text(one).endswith("./."))
    between = last.getnext()
    signature = between.getnext()

    assert all(one.pPr.find(qn("w:keepNext")) is not None for one in (last, between))
    assert signature.tag == qn("w:tbl")
    assert signature.tr_lst[0].trPr.find(qn("w:cantSplit")) is not None


def test_a_draft_says_so_on_every_page_and_has_no_name():
    content = docx.render(samples.as_draft(samples.plan()))
    document, words = measures.read(content), measures.words(content)
    headers = [one.header._element for one in document.sections]
    headers += [one.first_page_header._element for one in document.sections[1:]]

    assert "DỰ THẢO ngày 20/5/2024" in words
    assert all("DỰ THẢO ngày 20/5/2024" in measures.text(one) for one in headers)
    assert "Nguyễn Văn An" not in words


def test_minutes_have_no_day_in_their_head_and_names_stand_level():
    content = docx.render(samples.minutes())
    signed = measures.read(content).tables[-1]
    rooms = [measures.room_to_sign(cell._tc) for cell in signed.rows[0].cells]

    assert "Lạng Sơn, ngày" not in measures.words(content)
    assert rooms[1] - rooms[0] == near(2 * 16.1, within=0.2)


def test_the_pages_of_each_annex_are_numbered_once_and_styles_have_one_name(plan):
    """What the schema of the format asks (ISO/IEC 29500-1: 17.6.12, 17.7.4.9)."""
    document = measures.read(plan)

    counted = [len(one._sectPr.findall(qn("w:pgNumType"))) for one in document.sections]
    assert counted == [0, 1, 1, 1]
    assert not [style.name for style in document.styles if "," in style.name]

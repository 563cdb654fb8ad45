"""The DOCX of a paper beside its PDF: the same text, photos, properties, nothing carried out."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from reports.renderers import docx, pdf
from reports.renderers.limits import PaperTooLong
from tests.reports import docx_measures as measures
from tests.reports import papers, samples
from tests.reports.hostile import LITERALS, VECTORS, everywhere

ALL = {
    **samples.SHAPES,
    "conclusion": papers.issued,
    "draft conclusion": papers.draft,
    "photos": samples.with_photos,
    "draft plan": lambda: samples.as_draft(samples.plan()),
    "letter to one": lambda: samples.letter(addressed_to=samples.UNITS[:1]),
    "no number": lambda: samples.plan(symbol="", number=None),
}


@pytest.mark.parametrize("shape", ALL)
def test_pdf_and_docx_hold_the_same_text(shape):
    paper = ALL[shape]()

    assert measures.words(docx.render(paper)) == measures.printed_words(pdf.render(paper), paper)


@pytest.mark.parametrize("shape", ALL)
def test_the_same_paper_gives_the_same_file(shape):
    assert docx.render(ALL[shape]()) == docx.render(ALL[shape]())


def test_the_file_says_who_what_and_when():
    properties = measures.read(docx.render(papers.issued())).core_properties

    assert properties.title == f"THÔNG BÁO {papers.SUBJECT}"
    assert properties.author == properties.last_modified_by == papers.issued().issuing_name
    assert properties.keywords == "KT-2024-001"
    assert properties.created == properties.modified == papers.AS_OF
    assert properties.comments == ""


def test_a_title_longer_than_a_property_is_cut_in_the_properties_alone():
    content = docx.render(papers.issued(subject="Đ" * 300))

    assert len(measures.read(content).core_properties.title) == 255
    assert "Đ" * 300 in measures.words(content)


def test_photos_say_what_they_show_and_are_scaled_to_print():
    paper = samples.with_photos(blocks=(papers.photo("Trụ sở", size=(2000, 1500)),))
    shapes = measures.read(docx.render(paper)).inline_shapes

    assert [one._inline.docPr.get("descr") for one in shapes] == [
        "Trụ sở",
        "Bộ phận 1",
        "Bộ phận 2",
    ]
    assert [one._inline.docPr.id for one in shapes] == [1, 2, 3]
    assert shapes[0].height.mm == pytest.approx(95, abs=0.1)
    assert shapes[1].width.mm <= 150


def test_many_large_photos_stay_a_small_file():
    photos = tuple(papers.photo(f"Ảnh {n}", size=(2000, 1500)) for n in range(20))

    assert len(docx.render(papers.issued(photos=photos))) < 3_000_000


@pytest.mark.parametrize("text", [*LITERALS, *VECTORS])
def test_markup_is_written_as_text_and_points_nowhere(text):
    paper = everywhere(text, samples.everything())
    short = dict.fromkeys(("superior_body", "issuing_body", "symbol", "place"), text[:150])
    content = docx.render(replace(paper, **short, signatures=()))
    parts = ZipFile(BytesIO(content))
    relations = [parts.read(name) for name in parts.namelist() if name.endswith(".rels")]

    assert measures.words(content).count(" ".join(text.split())) >= 10
    assert not any(b"External" in one for one in relations)


def test_control_characters_and_turned_text_disappear():
    content = docx.render(papers.issued(assessment=("Tốt\x00\x0b\u202e đẹp\ud800\ufffe.",)))

    assert "Tốt đẹp." in measures.words(content)


def test_a_paper_too_long_to_print_is_refused_with_a_reason():
    with pytest.raises(PaperTooLong, match="KT-2024-001 dài 3"):
        docx.render(papers.issued(assessment=("từ " * 120_000,)))

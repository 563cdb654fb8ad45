"""Whatever people write is printed, never carried out: nothing is fetched, nothing is read."""

from dataclasses import replace

import pytest

from reports.papers.content import Photo, Signature
from reports.renderers import pdf
from tests.reports import measures, papers, samples
from tests.reports.hostile import LITERALS, SECRET, VECTORS, everywhere

# Names in the head and in the signature are short; a longer one is refused.
NARROW = ("superior_body", "issuing_body", "symbol", "place")
SIGNED = (Signature((VECTORS[5],), VECTORS[13], VECTORS[9]),)


def test_nothing_is_fetched_or_read_whatever_the_texts_say(listener, hostile):
    paper = everywhere(hostile, samples.everything())
    content = pdf.render(replace(paper, **dict.fromkeys(NARROW, hostile[:150]), signatures=SIGNED))
    streams = [page.get_contents().get_data() for page in measures.read(content).pages]

    assert listener.asked == []
    assert not measures.read(content).attachments
    assert SECRET not in measures.text_of(content)
    assert all(SECRET.encode() not in stream for stream in [content, *streams])


def test_the_listener_hears_a_renderer_without_our_guard(listener, hostile):
    from weasyprint import HTML

    HTML(string=hostile).write_pdf()

    assert len(listener.asked) >= 5


@pytest.mark.parametrize("text", LITERALS)
def test_markup_and_template_code_are_printed_as_written(text):
    paper = papers.issued(subject=text, assessment=(text,))
    content = pdf.render(paper)

    assert measures.text_of(content).count(text) >= 2
    assert measures.read(content).metadata.title == f"THÔNG BÁO {text}"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/x",
        "https://example.org/x",
        "file:///etc/hostname",
        "data:text/css,p{}",
        "ftp://127.0.0.1/x",
        "paper:photo-2",
        "paper:photo-1#x",
    ],
)
def test_the_fetcher_refuses_every_address_it_was_not_handed(url):
    fetcher = pdf._fetcher()({"paper:photo-1": papers.photo("Ảnh")})

    with pytest.raises(ValueError, match="not part of the paper"):
        fetcher.fetch(url)
    assert fetcher.fetch("paper:photo-1").content_type == "image/jpeg"


def test_a_picture_that_could_fetch_others_is_refused():
    drawing = Photo(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "Ảnh")

    with pytest.raises(ValueError, match="not part of the paper"):
        pdf._fetcher()({"paper:photo-1": drawing}).fetch("paper:photo-1")


def test_control_characters_and_turned_text_disappear():
    content = pdf.render(papers.issued(assessment=("Tốt\x00\x0b\u202e đẹp\ud800\ufffe.",)))

    assert "Tốt đẹp." in measures.text_of(content)


def test_thousands_of_marks_on_one_letter_are_cut_to_two():
    text = "a" + "\u0301" * 50_000
    paper = papers.issued(assessment=(text,))

    assert text not in pdf.as_html(paper)
    assert len(pdf.as_html(paper)) < 20_000


def test_a_word_without_end_stays_inside_the_margins():
    word = "Đ" * 200
    photos = (papers.photo(word),)
    advice = (replace(papers.recommendations()[0], text=word, area=word, addressees=(word,)),)
    content = pdf.render(
        papers.issued(
            subject=word, issuing_body=word, opening=(word,), recommendations=advice, photos=photos
        )
    )

    for page in range(1, len(measures.read(content).pages) + 1):
        assert max(row.right for row in measures.lines(content, page)) < 191 * measures.MM


def test_many_large_photos_stay_a_small_file():
    photos = tuple(papers.photo(f"Ảnh {n}", size=(2000, 1500)) for n in range(20))

    assert len(pdf.render(papers.issued(photos=photos))) < 3_000_000

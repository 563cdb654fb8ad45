"""Official papers as tagged PDF (PDF/UA-1), made by WeasyPrint without touching net or disk.

A paper names its template and carries its data; photos are handed over from memory. The same
paper gives the same file: its dates and its identifier come from the paper, not from the clock.
"""

import hashlib
from functools import cache

from django.template.loader import render_to_string

from reports.renderers.printable import length, printable_throughout

PICTURES = frozenset({"image/jpeg", "image/png"})
LONGEST = 200_000  # characters; some eighty pages, half a minute of work


NARROW_LONGEST = 200  # a name in a column of the head or the signature, which cannot break


class PaperTooLong(ValueError):
    """The paper holds more text than can be printed; nothing is cut from an official text."""


def render(paper) -> bytes:
    """The paper as a PDF file."""
    from weasyprint import HTML

    html = as_html(paper)
    document = HTML(string=html, url_fetcher=_fetcher()(_pictures(paper)))
    return document.write_pdf(
        stylesheets=[_styles()],
        pdf_variant="pdf/ua-1",
        pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        optimize_images=True,
        jpeg_quality=80,
        dpi=150,
    )


def as_html(paper) -> str:
    """What is printed, before layout."""
    _refuse_too_long(paper)
    return render_to_string(paper.template, {"paper": printable_throughout(paper)})


def _refuse_too_long(paper) -> None:
    if length(paper) > LONGEST:
        raise PaperTooLong(
            f"Văn bản {paper.code} dài {length(paper)} ký tự, vượt quá {LONGEST} ký tự in được. "
            "Hãy rút gọn nội dung hoặc chuyển bớt sang tệp Excel."
        )
    for text in paper.narrow_texts:
        if len(text) > NARROW_LONGEST:
            raise PaperTooLong(
                f"Văn bản {paper.code}: “{text[:40]}…” dài {len(text)} ký tự, vượt quá "
                f"{NARROW_LONGEST} ký tự in được ở phần đầu hoặc phần ký. Hãy rút gọn."
            )


def _pictures(paper) -> dict:
    """The photos of a paper under the names its template calls them by."""
    photos = getattr(paper, "photos", ())
    return {f"paper:photo-{place}": photo for place, photo in enumerate(photos, start=1)}


@cache
def _styles():
    from weasyprint import CSS

    return CSS(string=render_to_string("reports/pdf/paper.css"), url_fetcher=_fetcher()({}))


@cache
def _fetcher():
    """WeasyPrint is slow to import, so its class is subclassed when it is first needed."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class PicturesOnly(URLFetcher):
        """Gives the pictures it was handed and refuses every other address."""

        def __init__(self, pictures):
            super().__init__(allowed_protocols=(), fail_on_errors=True)
            self.pictures = pictures

        def fetch(self, url, headers=None):
            photo = self.pictures.get(url)
            if photo is None or photo.content_type not in PICTURES:
                raise ValueError(f"This address is not part of the paper: {url[:200]}")
            return URLFetcherResponse(url, photo.content, {"Content-Type": photo.content_type})

    return PicturesOnly

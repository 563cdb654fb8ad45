"""Official papers as tagged PDF (PDF/UA-1), made by WeasyPrint without touching net or disk.

The blocks of a paper are printed by one template each; photos are handed over from memory. The
same paper gives the same file: its dates and its identifier come from the paper, not from the
clock. For the archive there is PDF/A-3 with the data of the paper attached.
"""

import hashlib
from functools import cache
from itertools import count

from django.template.loader import render_to_string

from reports.papers import content
from reports.papers.data import as_json
from reports.renderers.limits import refuse_too_long
from reports.renderers.printable import printable_throughout
from reports.renderers.qr import qr_code

PICTURES = frozenset({"image/jpeg", "image/png"})
FOLDER = "reports/pdf"
TEMPLATES = {
    content.Heading: f"{FOLDER}/blocks/heading.html",
    content.Paragraph: f"{FOLDER}/blocks/paragraph.html",
    content.Items: f"{FOLDER}/blocks/items.html",
    content.Table: f"{FOLDER}/blocks/table.html",
    content.Photo: f"{FOLDER}/blocks/photo.html",
}


def render(paper, *, archive=False) -> bytes:
    """The paper as a PDF file; for the archive as PDF/A-3a that carries its data as JSON."""
    from weasyprint import HTML

    html = as_html(paper)
    document = HTML(string=html, url_fetcher=_fetcher()(_pictures(paper)))
    return document.write_pdf(
        stylesheets=[_styles()],
        pdf_variant="pdf/a-3a" if archive else "pdf/ua-1",
        pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        attachments=[_data(paper)] if archive else None,
        optimize_images=True,
        jpeg_quality=80,
        dpi=150,
    )


def as_html(paper) -> str:
    """What is printed, before layout."""
    refuse_too_long(paper)
    paper, numbers = printable_throughout(paper), count(1)
    context = {
        "paper": paper,
        "words": content,
        "blocks": _printed(paper.blocks, numbers, under=1 if paper.type_name else 0),
        "annexes": [
            {
                "annex": annex,
                "blocks": _printed(annex.blocks, numbers, under=2),
                "page": _page(annex, place),
            }
            for place, annex in enumerate(paper.annexes, start=1)
        ],
    }
    return render_to_string(f"{FOLDER}/paper.html", context)


def _printed(blocks, numbers, under) -> list[dict]:
    """Each block with its template; photos are numbered through the whole paper."""
    ranks = _ranks(blocks, under)
    return [
        {
            "template": TEMPLATES[type(block)],
            "block": block,
            "number": next(numbers) if isinstance(block, content.Photo) else None,
            "rank": next(ranks) if isinstance(block, content.Heading) else None,
        }
        for block in blocks
    ]


def _ranks(blocks, under):
    """The rank of each heading below the headings before it: PDF/UA lets none be skipped,

    while papers number from "1." where they have no parts.
    """
    above = []
    for block in blocks:
        if isinstance(block, content.Heading):
            above = [level for level in above if level < block.level] + [block.level]
            yield under + len(above)


def _page(annex, place) -> str:
    """The name of its pages, by which they are counted and turned."""
    side = "odd" if place % 2 else "even"
    return f"wide-{side}" if annex.landscape else side


def _data(paper):
    from weasyprint import Attachment

    return Attachment(
        string=as_json(paper),
        name=f"{paper.code}.json",
        description="Dữ liệu của văn bản",
        relationship="Data",
        created=paper.data_as_of,
        modified=paper.data_as_of,
        url_fetcher=_fetcher()({}),
    )


def _pictures(paper) -> dict:
    """The photos of a paper under the names its template calls them by."""
    photos = {f"paper:photo-{place}": photo for place, photo in enumerate(paper.photos, start=1)}
    return photos | ({"paper:check": qr_code(paper.check_at)} if paper.check_at else {})


@cache
def _styles():
    from weasyprint import CSS

    return CSS(string=render_to_string(f"{FOLDER}/paper.css"), url_fetcher=_fetcher()({}))


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

"""Official papers as DOCX, made by python-docx: the same blocks in the same order as the PDF.

Everything that has a size or a face is a style, so that who goes on in Word keeps to the decree.
"""

from docx import Document

from reports.renderers.limits import refuse_too_long
from reports.renderers.printable import printable_throughout

from .blocks import Blocks, is_table
from .elements import gap, keep_with_next, paragraph, w
from .ending import ending
from .head import head, title
from .package import describe, drop_thumbnail, packed
from .pictures import check_code
from .sections import TEXT, WIDE_TEXT, annex_section, first_section
from .styles import set_styles


def render(paper) -> bytes:
    """The paper as a DOCX file."""
    refuse_too_long(paper)
    paper = printable_throughout(paper)
    document = Document()
    set_styles(document)
    describe(document, paper)
    drop_thumbnail(document)
    _write(document, paper)
    return packed(document)


def _write(document, paper) -> None:
    blocks = Blocks(document)
    first_section(document, paper)
    text = list(blocks.elements(paper.blocks, TEXT))
    # A signature never stands alone on a page.
    keep_with_next([one for one in text[-1:] if not is_table(one)])
    _append(document, [head(paper), *title(paper), *text, *ending(paper), *_check(document, paper)])
    for annex in paper.annexes:
        annex_section(document, paper, annex)
        width = WIDE_TEXT if annex.landscape else TEXT
        _append(document, [*_annex_head(paper, annex), *blocks.elements(annex.blocks, width)])
    if is_table(document.element.body[-2]):
        # Word wants a paragraph behind the last table.
        _append(document, [paragraph("End")])


def _check(document, paper):
    """The address at which a holder checks the paper, under everything else."""
    if paper.check_at:
        yield gap(12)
        yield paragraph("Check", check_code(document, paper), properties=[w("keepNext")])
        yield paragraph("Check", paper.check_line)


def _append(document, elements) -> None:
    """Behind what is written, before the properties of the last section."""
    last = document.element.body[-1]
    for element in elements:
        last.addprevious(element)


def _annex_head(paper, annex):
    yield paragraph("Annex", annex.title)
    if annex.subject:
        yield paragraph("AnnexSubject", annex.subject_line)
    yield paragraph("AnnexOf", paper.attached_to)

"""Reads a produced DOCX: its text in order, the style of a line, its sections and headers."""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from tests.reports import measures


def read(content):
    return Document(BytesIO(content))


def paragraphs(content):
    """Every paragraph of the text, those in tables too, in the order they are read."""
    return list(read(content).element.body.iter(qn("w:p")))


def text(paragraph):
    return "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def words(content):
    """All text, one blank between words."""
    return " ".join(" ".join(text(one) for one in paragraphs(content)).split())


def style(content, starts_with):
    """The style of the one line that begins so, as {size, bold, italic, align, key}."""
    found = [one for one in paragraphs(content) if text(one).startswith(starts_with)]
    assert len(found) == 1, f"{len(found)} lines begin with {starts_with!r}"
    return face(content, found[0].pPr.pStyle.val)


def face(content, key):
    made = next(one for one in read(content).styles if one.style_id == key)
    align = made.element.pPr.find(qn("w:jc")).get(qn("w:val"))
    return made.font.size.pt, bool(made.font.bold), bool(made.font.italic), align


def printed_words(content, paper):
    """All text of a PDF between the margins; the header of a table counts once."""
    annexes = [block for annex in paper.annexes for block in annex.blocks]
    tables = [block for block in (*paper.blocks, *annexes) if hasattr(block, "columns")]
    repeated = [" ".join(column.title for column in table.columns) for table in tables]
    pages = []
    for number in range(1, len(measures.read(content).pages) + 1):
        page = " ".join(" ".join(row.text for row in measures.body(content, number)).split())
        again = next((one for one in repeated if page.startswith(one)), "")
        pages.append(page.removeprefix(again))
    return " ".join(" ".join(pages).split())


def rule_under(content, starts_with):
    """How much narrower (mm) than its column the line drawn under this text is."""
    above = next(one for one in paragraphs(content) if text(one).startswith(starts_with))
    indent = above.getnext().pPr.find(qn("w:ind"))
    assert above.getnext().pPr.find(qn("w:pBdr")) is not None
    return sum(int(indent.get(qn(f"w:{side}"))) for side in ("left", "right")) / 1440 * 25.4


def room_to_sign(cell):
    """Height (points) between capacity and name."""
    room = next(one for one in cell.iter(qn("w:p")) if one.pPr.pStyle.val == "Room")
    return int(room.pPr.find(qn("w:spacing")).get(qn("w:line"))) / 20

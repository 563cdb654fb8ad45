"""WordprocessingML in a few words: elements, paragraphs, runs, tables without lines.

Tables and paragraphs are built as elements, not through python-docx's objects: those search the
whole table for each cell. Measures are twentieths of a point (twips).
"""

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

BLANKS = re.compile("[ \t\n]+")


def twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def w(tag, *children, **attributes):
    """An element of WordprocessingML: w("jc", val="center")."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def run(text, *properties):
    """Text of one kind; blanks and line breaks are one blank, as in the PDF."""
    letters = w("t")
    letters.text = BLANKS.sub(" ", text)
    letters.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return w("r", *([w("rPr", *properties)] if properties else []), letters)


def paragraph(style, *content, properties=()):
    """A paragraph of a style; texts are written as runs, elements as they are."""
    runs = [run(one) if isinstance(one, str) else one for one in content]
    return w("p", w("pPr", w("pStyle", val=style), *properties), *runs)


def gap(points):
    """An empty line of this height, bound to what follows."""
    high = w("spacing", line=round(points * 20), lineRule="exact")
    return paragraph("Gap", properties=(w("keepNext"), high))


def rule(inside, long, before=0):
    """A drawn line of this length (mm) in the middle of a column of that width (mm)."""
    side = twips((inside - long) / 2)
    line = w("pBdr", w("top", val="single", sz=6, space=0, color="000000"))
    room = [w("spacing", before=before)] if before else []
    # The order of properties is fixed by the schema: borders, spacing, indents.
    return paragraph("Rule", properties=(line, *room, w("ind", left=side, right=side)))


def layout(widths, *rows):
    """A table without lines that only puts its cells side by side; a row is never broken."""
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(map(twips, widths)), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
            w("tblLook", val="0000"),
        ),
        w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths)),
        *(_row(widths, cells) for cells in rows),
    )


def _row(widths, cells):
    made = [cell(width, content) for width, content in zip(widths, cells, strict=True)]
    return w("tr", w("trPr", w("cantSplit")), *made)


def cell(width, content, *properties):
    """A cell holds at least one paragraph, or the file is refused as damaged."""
    size = w("tcW", w=twips(width), type="dxa")
    return w("tc", w("tcPr", size, *properties), *(content or [paragraph("Gap")]))


def keep_with_next(paragraphs):
    """The paragraphs, each bound to the page of what follows it."""
    for one in paragraphs:
        properties = one.find(qn("w:pPr"))
        if properties.find(qn("w:keepNext")) is None:
            properties.find(qn("w:pStyle")).addnext(w("keepNext"))
    return paragraphs

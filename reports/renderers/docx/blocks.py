"""The blocks of a paper as paragraphs, tables and pictures."""

from functools import singledispatchmethod

from docx.oxml.ns import qn

from reports.papers import content

from .elements import cell, gap, paragraph, run, twips, w
from .pictures import picture

EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
PADDING = ({"top": 60, "left": 80, "bottom": 60, "right": 80}).items()  # twips


class Blocks:
    """Writes blocks of one paper one after the other; photos are numbered through the paper."""

    def __init__(self, document):
        self.document = document
        self.photos = 0

    def elements(self, blocks, width):
        """All elements of the blocks, on lines of this width (mm)."""
        for block in blocks:
            yield from self.written(block, width)

    @singledispatchmethod
    def written(self, block, width):
        raise TypeError(f"{type(block).__name__} is not a block of a paper")

    @written.register
    def _heading(self, block: content.Heading, width):
        yield paragraph(f"Heading{block.level}", block.printed)

    @written.register
    def _paragraph(self, block: content.Paragraph, width):
        style = "Basis" if block.basis else "Centred" if block.centred else "BodyText"
        lead = [run(f"{block.lead} ", w("b"))] if block.lead else []
        yield paragraph(style, *lead, block.text)

    @written.register
    def _items(self, block: content.Items, width):
        for line in block.printed:
            yield paragraph("Item", line)

    @written.register
    def _table(self, block: content.Table, width):
        yield gap(6)
        yield table(block, width)

    @written.register
    def _photo(self, block: content.Photo, width):
        self.photos += 1
        yield paragraph("Picture", picture(self.document, block, self.photos))
        yield paragraph("Caption", f"Ảnh {self.photos}. {block.caption}")


def table(block, width):
    """With lines; its header is repeated on each page and no row is broken."""
    widths = _widths(block.columns, width)
    named = [w("tblCaption", val=block.caption)] if block.caption else []
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=twips(width), type="dxa"),
            w(
                "tblBorders",
                *(w(edge, val="single", sz=4, space=0, color="000000") for edge in EDGES),
            ),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(side, w=room, type="dxa") for side, room in PADDING)),
            w("tblLook", val="0020", firstRow=1),
            *named,
        ),
        w("tblGrid", *(w("gridCol", w=twips(one)) for one in widths)),
        _header(block.columns, widths),
        *(_row(cells, widths) for cells in block.cells),
    )


def _header(columns, widths):
    cells = [
        cell(one, [paragraph("TableHead", column.title)], w("vAlign", val="center"))
        for column, one in zip(columns, widths, strict=True)
    ]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(cells, widths):
    made = [
        cell(one, [paragraph(_style(column), text) for text in texts])
        for (column, texts), one in zip(cells, widths, strict=True)
    ]
    return w("tr", w("trPr", w("cantSplit")), *made)


def _style(column):
    return "TableCentred" if column.centred else "TableText"


def _widths(columns, width):
    """Columns without a width share what the others leave."""
    free = [column for column in columns if not column.width]
    left = width - sum(column.width for column in columns)
    share = left / len(free) if free else 0
    return [column.width or share for column in columns]


def is_table(element) -> bool:
    return element.tag == qn("w:tbl")

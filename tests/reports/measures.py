"""Measures a printed page: where each line of text and each rule stands, in points from top left."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ByteStringObject, ContentStream

MM = 72 / 25.4


@dataclass(frozen=True)
class Line:
    text: str
    left: float
    width: float
    baseline: float
    size: float
    font: str

    @property
    def right(self):
        return self.left + self.width

    @property
    def centre(self):
        return self.left + self.width / 2


@dataclass(frozen=True)
class Rule:
    """A drawn horizontal line."""

    left: float
    width: float
    top: float


def read(content):
    return PdfReader(BytesIO(content))


@cache
def text_of(content):
    """All text, one blank between words, so that line breaks do not matter."""
    return " ".join(" ".join(page.extract_text() for page in read(content).pages).split())


@cache
def lines(content, page=1):
    """The lines of text on a page, in reading order."""
    page = read(content).pages[page - 1]
    texts = []
    page.extract_text(visitor_text=lambda text, *_: texts.append(text.strip()))
    texts = [text for text in texts if text.strip()]
    return [Line(text, *place) for text, place in zip(texts, _places(page), strict=True)]


def body(content, page=1):
    """The lines between the margins."""
    return [row for row in lines(content, page) if row.baseline > 20 * MM]


def head(content, page=1):
    """The lines in the top margin."""
    return [row for row in lines(content, page) if row.baseline <= 20 * MM]


def line(content, starts_with, page=1):
    """The one line on the page that begins so."""
    found = [row for row in lines(content, page) if row.text.startswith(starts_with)]
    assert len(found) == 1, f"{len(found)} lines begin with {starts_with!r}"
    return found[0]


@cache
def rules(content, page=1):
    """Thin filled rectangles: WeasyPrint draws a border as the difference of two boxes."""
    operations = _operations(read(content).pages[page - 1])
    boxes = [[float(n) for n in operands] for operands, operator in operations if operator == b"re"]
    pairs = zip(boxes, boxes[1:], strict=False)
    return [
        Rule(outer[0] * 0.75, outer[2] * 0.75, (outer[1] + outer[3]) * 0.75)
        for inner, outer in pairs
        if inner[0] == outer[0] and inner[2] == outer[2] and 0 < abs(outer[3] - inner[3]) < 2
    ]


@cache
def tags(content):
    """Every structure element of a tagged PDF, in reading order."""
    found, waiting = [], [read(content).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop(0).get_object()
        if isinstance(node, list):
            waiting[:0] = node
        elif isinstance(node, dict):
            found += [node] if "/S" in node else []
            waiting[:0] = [node["/K"]] if "/K" in node else []
    return found


def _operations(page):
    return ContentStream(page.get_contents(), page.pdf).operations


def _places(page):
    """Left edge, width, baseline, size and font of each run of text."""
    fonts = {name: font.get_object() for name, font in page["/Resources"]["/Font"].items()}
    left = baseline = size = font = None
    for operands, operator in _operations(page):
        if operator == b"Tm":
            left, baseline = float(operands[4]) * 0.75, float(operands[5]) * 0.75
        elif operator == b"Tf":
            font, size = fonts[operands[0]], float(operands[1]) * 0.75
        elif operator == b"TJ":
            width = _width(operands[0], font) * size / 1000
            yield left, width, baseline, round(size, 1), font["/BaseFont"].split("+")[1]


def _width(run, font):
    """Widths of the glyphs less the kerning between them, in thousandths of the size."""
    widths, total = _glyph_widths(font), 0
    for piece in run:
        if isinstance(piece, int | float):
            total -= float(piece)
        else:
            raw = piece if isinstance(piece, ByteStringObject) else piece.original_bytes
            glyphs = [int.from_bytes(raw[n : n + 2], "big") for n in range(0, len(raw), 2)]
            total += sum(widths[glyph] for glyph in glyphs)
    return total


def _glyph_widths(font):
    widths, given = {}, font["/DescendantFonts"][0].get_object()["/W"]
    for first, row in zip(given[::2], given[1::2], strict=True):
        widths |= {first + place: float(width) for place, width in enumerate(row)}
    return widths

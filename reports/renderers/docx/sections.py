"""Pages: A4 with the margins of the decree, numbers top centre, annexes that count anew."""

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm

from .elements import paragraph, run, twips, w

SHORT, LONG = 210, 297
LEFT, OTHERS, HEADER = 30, 20, 10  # mm: the binding edge, the other margins, the page number
TEXT = SHORT - LEFT - OTHERS
WIDE_TEXT = LONG - LEFT - OTHERS


def first_section(document, paper):
    _set_up(document.sections[0], paper, first_is_marked=False)


def annex_section(document, paper, annex):
    """A new section whose pages count from 1; the first shows no number."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    # The paragraph that ends the section before takes no room.
    document.element.body[-2].pPr.insert(0, w("pStyle", val="End"))
    for copied in section._sectPr.findall(qn("w:pgNumType")):  # from the annex before
        section._sectPr.remove(copied)
    numbers = w("pgNumType", start=1)
    section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
    _set_up(section, paper, first_is_marked=True, landscape=annex.landscape)


def _set_up(section, paper, *, first_is_marked, landscape=False):
    upright = (Mm(SHORT), Mm(LONG))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = upright[::-1] if landscape else upright
    section.left_margin = Mm(LEFT)
    section.right_margin = section.top_margin = section.bottom_margin = Mm(OTHERS)
    section.header_distance = section.footer_distance = Mm(HEADER)
    section.different_first_page_header_footer = True
    width = WIDE_TEXT if landscape else TEXT
    mark = paper.draft_mark
    _write(section.header, _tabs(width), w("r", w("tab")), _page_number(), *_mark(mark))
    first = _mark(mark) if first_is_marked else []
    _write(section.first_page_header, _tabs(width), *([w("r", w("tab")), *first] if first else []))


def _write(header, tabs, *runs):
    """The only paragraph of a header that belongs to this section alone."""
    header.is_linked_to_previous = False
    old = header.paragraphs[0]._p
    old.getparent().replace(old, paragraph("Header", *runs, properties=(tabs, w("jc", val="left"))))


def _tabs(width):
    centre = w("tab", val="center", pos=twips(width / 2))
    return w("tabs", centre, w("tab", val="right", pos=twips(width)))


def _page_number():
    return w("fldSimple", run("1"), instr=" PAGE ")


def _mark(mark):
    return [w("r", w("tab")), run(mark, w("b"), w("sz", val=24))] if mark else []

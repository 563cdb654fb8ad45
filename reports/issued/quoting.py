"""Are these words in a paper? A letter of correction quotes what the paper really says."""

import re

from reform_portal.common.dates import vn_date, vn_short_date
from reform_portal.common.text import nfc
from reports.papers.vietnamese import dated

from .changes import lines_in

WORD = re.compile(r"\w+")


def is_in(paper, quoted):
    """True when the paper has these words in this order; spaces, lines and marks do not count."""
    day = paper.issued_on
    head = (f"Số: {paper.reference}", dated(day, day.year), vn_date(day), vn_short_date(day))
    said = _words(" ".join((*lines_in(paper.data), *head)))
    words = _words(quoted)
    return bool(words) and words in said


def _words(text):
    return " ".join(WORD.findall(nfc(text).casefold()))

"""Who signs and who gets a copy, side by side and never alone on a page."""

from math import ceil

from reports.papers import content

from . import metrics
from .elements import gap, layout, paragraph, w

LEFT, RIGHT = 68, 92
HALF = 80
ROOM, LINE = 85, 16.1  # points: thirty millimetres to sign, a line of 14 points


def ending(paper):
    """One signature beside the recipients; several two by two, the recipients under them."""
    if not (paper.signatures or paper.recipients):
        return
    yield gap(18)
    if len(paper.signatures) > 1:
        yield _two_by_two(paper)
        yield gap(12)
        yield from _recipients(paper)
    else:
        signed = [line for one in paper.signatures for line in _signature(paper, one)]
        yield layout((LEFT, RIGHT), (_recipients(paper), signed))


def _two_by_two(paper):
    """Names stand level: who has fewer lines above or below gets more room to sign."""
    heights = [_height(paper, one) for one in paper.signatures]
    cells = []
    for place, one in enumerate(paper.signatures):
        beside = heights[place - place % 2 : place - place % 2 + 2]
        cells.append(_signature(paper, one, more=max(beside) - heights[place]))
    cells += [[]] * (len(cells) % 2)
    return layout((HALF, HALF), *zip(cells[::2], cells[1::2], strict=True))


def _height(paper, signature):
    """Lines of a signature as they are wrapped."""
    named = _named(paper, signature)
    return sum(
        ceil(metrics.width(line, "Capacity") / HALF) for line in (*signature.capacity_lines, *named)
    )


def _named(paper, signature):
    """Post and name; a draft has none."""
    lines = [] if paper.is_draft else [signature.post_line, signature.name]
    return [line for line in lines if line]


def _recipients(paper):
    if not paper.recipients:
        return []
    lines = [paragraph("Recipient", line) for line in paper.recipients_as_list]
    return [paragraph("Recipients", content.COPIES_TO), *lines]


def _signature(paper, signature, more=0):
    capacity = [paragraph("Capacity", line) for line in signature.capacity_lines]
    names = [paragraph("Signer", line) for line in _named(paper, signature)]
    high = w("spacing", line=round((ROOM + more * LINE) * 20), lineRule="exact")
    return [*capacity, paragraph("Room", properties=[high]), *(names or [paragraph("Gap")])]

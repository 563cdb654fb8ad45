"""The top of page 1: issuer and nation, number and day, title, authority, addressees."""

from reports.papers import content

from . import metrics
from .elements import gap, keep_with_next, layout, paragraph, rule, w

LEFT, RIGHT = 63, 97
PART = 0.42  # a rule under a name is a third to a half as long as the name
SUBJECT = 125
TEXT = 160


def head(paper):
    """Four cells side by side and one below the other, without lines."""
    return layout(
        (LEFT, RIGHT),
        (_issuer(paper), _nation()),
        (_number(paper), _dated(paper)),
    )


def _issuer(paper):
    superior = [paragraph("Superior", paper.superior_line)] if paper.superior_body else []
    return superior + _over_a_rule(paper.issuing_line, "Issuing", LEFT - 2, LEFT)


def _over_a_rule(text, style, most, inside):
    if not text:
        return []
    long = PART * min(metrics.width(text, style), most)
    return [paragraph(style, text), rule(inside, long)]


def _nation():
    long = metrics.width(content.MOTTO, "Motto")
    return [
        paragraph("Country", content.COUNTRY),
        paragraph("Motto", content.MOTTO),
        rule(RIGHT, long),
    ]


def _number(paper):
    number = [paragraph("Number", paper.number_line)] if paper.number_line else []
    about = [paragraph("About", paper.about)] if paper.about else []
    return number + about + ([_draft_mark(paper)] if paper.is_draft else [])


def _draft_mark(paper):
    frame = w("bdr", val="single", sz=8, space=0, color="000000")
    mark = w("r", w("rPr", frame), w("t"))
    mark[1].text = f"\u2002{paper.draft_mark}\u2002"
    return paragraph("DraftMark", mark)


def _dated(paper):
    return [paragraph("Dated", paper.place_and_day)] if paper.place_and_day else []


def title(paper):
    """Kind and subject, who decides, and whom it is sent to."""
    if paper.type_name:
        yield paragraph("Title", paper.type_line)
        if paper.subject:
            narrow = [w("ind", left=992, right=992)]  # 125 mm of 160 are left
            yield paragraph("Subtitle", paper.subject, properties=narrow)
            long = PART * min(metrics.width(paper.subject, "Subtitle"), SUBJECT)
            yield from keep_with_next([rule(TEXT, long)])
    if paper.authority:
        yield paragraph("Authority", paper.authority_line)
    yield from _addressees(paper)
    yield gap(6)


def _addressees(paper):
    if len(paper.addressees) == 1:
        yield paragraph("Addressed", f"{content.TO}: {paper.addressees[0]}")
    elif paper.addressees:
        yield paragraph("AddressedAll", f"{content.TO}:")
        yield from (paragraph("Addressee", line) for line in paper.addressees)

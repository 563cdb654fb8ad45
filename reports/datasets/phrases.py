"""Phrases that papers make from the records: how a plan is cited, when a visit is, who sits."""

from datetime import date

from reform_portal.common.dates import vn_long_date, vn_short_date
from reports.papers.content import END, Heading, Paragraph
from reports.papers.vietnamese import ROMAN, as_list, without_stop

from . import bodies, words

OPENINGS = ("Căn cứ ", "Theo ", "Thực hiện ", "Xét ", "Trên cơ sở ")


def lines(text):
    """A field with one entry on each line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def begun(text):
    """With a capital at its start."""
    return text[:1].upper() + text[1:]


def inside(text):
    """With a small letter at its start, as within a sentence."""
    return text[:1].lower() + text[1:]


def cited(plan):
    """Kế hoạch số 80/KH-BCĐCCHC ngày 29/5/2024 của … về việc kiểm tra …"""
    number = f" số {plan.reference}" if plan.reference else ""
    day = f" ngày {vn_short_date(plan.issued_on)}" if plan.issued_on else ""
    issuer = bodies.of_plan(plan, day_of(plan)).name
    return f"Kế hoạch{number}{day} của {issuer} về việc {inside(plan.title)}"


def day_of(plan):
    """The day of a plan's units and posts: its date, or the first day of its year without one."""
    return plan.issued_on or date(plan.year, 1, 1)


def bases(*texts):
    """Each on its own line in italics; the last ends with a stop."""
    marked = [text if text.startswith(OPENINGS) else f"Căn cứ {text}" for text in texts if text]
    return tuple(Paragraph(text, basis=True) for text in as_list(marked))


def parts(*titled):
    """Numbered parts I, II, III …: (title, blocks); one without blocks takes no number."""
    filled = [(title, blocks) for title, blocks in titled if blocks]
    made = []
    for mark, (title, blocks) in zip(ROMAN, filled, strict=False):
        made += [Heading(title, 1, mark), *blocks]
    return tuple(made)


def numbered(*titled):
    """Sections 1, 2, 3 … of a part: (title, blocks); one without blocks takes no number."""
    filled = [(title, blocks) for title, blocks in titled if blocks]
    made = []
    for mark, (title, blocks) in enumerate(filled, start=1):
        made += [Heading(title, 2, str(mark)), *blocks]
    return tuple(made)


def paragraphs(texts):
    return tuple(Paragraph(text) for text in texts)


def closed(lines):
    """The last paragraphs of a text; the very last carries the mark that ends it."""
    return (*paragraphs(lines[:-1]), *(ended(text) for text in lines[-1:]))


def ended(text):
    """The last sentence of a paper, with the mark that ends an official text."""
    return Paragraph(f"{without_stop(text)}{END}")


def long_day(day):
    """17 tháng 6 năm 2024, after "ngày"."""
    return vn_long_date(day).removeprefix("ngày ")


def days(first, last):
    if first == last:
        return f"ngày {vn_short_date(first)}"
    return f"từ ngày {vn_short_date(first)} đến ngày {vn_short_date(last)}"


def session_of(visit):
    return words.SESSION[visit.session]


def seated(seat):
    """Đồng chí Sái Văn Đông, Giám đốc Sở Tư pháp"""
    return f"Đồng chí {seat.person.full_name}, {seat.post_title}"

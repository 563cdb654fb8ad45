"""The paper that amends a plan: what changes against the plan in force, and that the rest stays."""

from datetime import date

from inspections.amendments import of_amendment
from inspections.models import PlanUnit
from reform_portal.common.dates import vn_short_date
from reports.papers.content import Column, Heading, Items, Paragraph, Table

from . import phrases, words

CHANGED = (
    Column("STT", 12, centred=True),
    Column("Đơn vị"),
    Column("Nội dung đã ban hành", 50),
    Column("Nội dung sửa đổi", 50),
)
TIMED = (Column("STT", 12, centred=True), Column("Việc"), *CHANGED[2:])
# Where only units to be surprised are concerned.
ELSEWHERE = "Nội dung điều chỉnh được thông báo riêng."
UNTOLD = PlanUnit.Form.UNANNOUNCED


def subject(plan):
    return f"Sửa đổi, bổ sung Kế hoạch số {plan.amends.reference}"


def blocks(plan, said):
    """Why, what, and that everything else stays as it was issued."""
    changes = of_amendment(plan)
    reason = phrases.paragraphs(phrases.lines(plan.reason))
    told = _sections(*_changes(changes)) or (Paragraph(ELSEWHERE),)
    return (
        *said.bases(),
        *reason,
        *said.paragraphs("opening"),
        *phrases.parts(
            ("Nội dung sửa đổi, bổ sung", told),
            ("Tổ chức thực hiện", said.closing()),
        ),
    )


def _sections(*titled):
    """Numbered, but for a single one: a part has no "1." without a "2."."""
    filled = [(title, blocks) for title, blocks in titled if blocks]
    if len(filled) != 1:
        return phrases.numbered(*filled)
    [(title, blocks)] = filled
    return (Heading(title, 2), *blocks)


def _changes(changes):
    texts = {row["field"]: row for row in changes["texts"]}
    units = changes["units"]
    yield "Mục đích, yêu cầu", _purpose(texts)
    yield "Thời kỳ kiểm tra", _period(texts)
    yield "Loại kiểm tra", _named(changes["types"])
    yield "Nội dung kiểm tra", _named(changes["areas"])
    yield "Đơn vị bổ sung", _listed(units["added"])
    yield "Đơn vị đưa ra khỏi kế hoạch", _listed(units["removed"])
    yield "Đơn vị điều chỉnh", _moved(units["changed"])
    yield "Thời hạn thực hiện", _deadlines(changes["deadlines"])


def _purpose(texts):
    return phrases.paragraphs(phrases.lines(texts["purpose"]["new"])) if "purpose" in texts else ()


def _period(texts):
    named = {"period_from": "từ ngày", "period_to": "đến ngày"}
    said = [
        f"Thời kỳ kiểm tra tính {word} {_day(texts[field]['new'])} (đã ban hành: "
        f"{_day(texts[field]['old'])})."
        for field, word in named.items()
        if field in texts
    ]
    return phrases.paragraphs(said)


def _named(change):
    parts = (("Bổ sung", change["added"]), ("Không kiểm tra", change["removed"]))
    return phrases.paragraphs(f"{word}: {'; '.join(names)}." for word, names in parts if names)


def _listed(units):
    """Units to be surprised are not named on a paper."""
    lines = tuple(f"{unit['name']}: {_told(unit)}" for unit in units if unit["form"] != UNTOLD)
    return (Items(lines),) if lines else ()


def _moved(units):
    open_ones = [row for row in units if UNTOLD not in (row["old"]["form"], row["new"]["form"])]
    rows = tuple(
        (str(number), row["name"], _told(row["old"]), _told(row["new"]))
        for number, row in enumerate(open_ones, start=1)
    )
    return (Table(CHANGED, rows, "Đơn vị điều chỉnh hình thức, thời gian"),) if rows else ()


def _deadlines(changed):
    rows = tuple(
        (str(number), words.STEP[row["code"]], _span(row["old"]), _span(row["new"]))
        for number, row in enumerate(changed, start=1)
    )
    return (Table(TIMED, rows, "Thời hạn thực hiện được điều chỉnh"),) if rows else ()


def _span(timing):
    """7 ngày làm việc trước buổi kiểm tra đầu tiên"""
    if timing is None:
        return "Không quy định"
    anchor = words.ANCHOR.get(timing["anchor"], "")
    return f"{timing['days']} {words.COUNTED[timing['counted']]} {anchor}".strip()


def _told(unit):
    """Kiểm tra trực tiếp, tháng 6 – or the day, where one is set."""
    when = f"tháng {unit['month']}" if unit["month"] else "thời gian thông báo sau"
    when = f"ngày {_day(unit['day'])}" if unit["day"] else when
    return f"{phrases.inside(words.FORM[unit['form']])}, {when}"


def _day(text):
    return vn_short_date(date.fromisoformat(text))

"""How an official paper writes days, numbers and lists (Decree 30/2020/NĐ-CP, Annex I)."""

from datetime import date

from reform_portal.common.dates import vn_long_date

# Letters with marks other than đ are not used to count in official papers.
LETTERS = "abcdđeghiklmnopqrstuvxy"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
BLANK = "\u00a0" * 5


def lettered(items) -> list[tuple]:
    """The items of a list, each with its letter; after y the letters double: aa, bb …"""
    marks = (LETTERS[n % len(LETTERS)] * (n // len(LETTERS) + 1) for n in range(len(items)))
    return list(zip(marks, items, strict=True))


def number_line(number: int | None, symbol: str) -> str:
    """Số: 05/TB-ĐKT; without a number room is left to write one."""
    return f"Số: {f'{number:02d}' if number else BLANK}/{symbol}"


def dated(day: date | None, year: int) -> str:
    """ngày 05 tháng 02 năm 2024; without a day room is left for it."""
    return vn_long_date(day) if day else f"ngày {BLANK} tháng {BLANK} năm {year}"


def without_stop(text: str) -> str:
    """The text without its closing mark, so that a list can set its own."""
    return text.strip().rstrip(".;, ")


def as_list(lines, stop=".") -> list[str]:
    """Lines of one enumeration: each ends with a semicolon, the last with a full stop."""
    bare = [without_stop(line) for line in lines]
    return [f"{line};" for line in bare[:-1]] + [f"{line}{stop}" for line in bare[-1:]]

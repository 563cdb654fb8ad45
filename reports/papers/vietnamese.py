"""How an official paper writes days, numbers and list letters (Decree 30/2020/NĐ-CP, Annex I)."""

from datetime import date

# Letters with marks other than đ are not used to count in official papers.
LETTERS = "abcdđeghiklmnopqrstuvxy"


def letter(index: int) -> str:
    """The list letter at a place counted from 0; after y the letters double: aa, bb …"""
    round_, place = divmod(index, len(LETTERS))
    return LETTERS[place] * (round_ + 1)


def number(value: int) -> str:
    """A paper's number: below ten with a leading nought."""
    return f"{value:02d}"


def long_date(day: date) -> str:
    """ngày 05 tháng 02 năm 2024: days below 10 and the months 1 and 2 are padded, no others."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def short_date(day: date) -> str:
    """05/02/2024, padded by the same rule: 17/6/2024."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def without_stop(text: str) -> str:
    """The text without its closing mark, so that a list can set its own."""
    return text.strip().rstrip(".;, ")

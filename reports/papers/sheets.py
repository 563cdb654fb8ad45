"""A workbook in plain values: what a sheet renderer needs, and nothing of the domain."""

from dataclasses import dataclass
from datetime import date

Value = str | int | float | date | None


@dataclass(frozen=True)
class Column:
    title: str
    width: float  # in characters; about 200 in all still print legibly on A4 landscape
    align: str = ""  # left, center, right; else days stand centred and numbers at the right


@dataclass(frozen=True)
class Sheet:
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    filters: bool = True

"""A workbook in plain values: what a sheet renderer needs, and nothing of the domain."""

from dataclasses import dataclass
from datetime import date

Value = str | int | float | date | None


@dataclass(frozen=True)
class Column:
    title: str
    width: float


@dataclass(frozen=True)
class Sheet:
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    filters: bool = True

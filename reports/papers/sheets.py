"""A workbook in plain values: what a sheet renderer needs, and nothing of the domain."""

from collections.abc import Iterable
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
    """Rows may come one by one; then `counted` says how many there will be."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Value, ...]]
    filters: bool = True
    counted: int | None = None

    @property
    def length(self) -> int:
        return len(self.rows) if self.counted is None else self.counted

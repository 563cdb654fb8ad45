"""The conclusion as a workbook: typed rows for people who count and filter.

Dates stay dates and numbers stay numbers; `None` is an empty cell. Labels are Vietnamese.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime
from operator import attrgetter

from reports.papers.sheets import Column, Sheet, Value


@dataclass(frozen=True)
class OverviewLine:
    label: str
    value: Value


@dataclass(frozen=True)
class FindingRow:
    number: int
    kind: str  # "Ưu điểm", "Tồn tại, hạn chế"
    area_code: str
    area: str
    sector: str
    text: str
    units: str  # "UBND xã Thanh Lòa; UBND xã Hòa Cư"
    cause_kind: str
    cause: str
    explanation: str
    decision: str
    decision_reason: str
    evidence_count: int


@dataclass(frozen=True)
class RecommendationRow:
    """One row per recommendation and addressee."""

    number: int
    text: str
    area_code: str
    area: str
    addressee: str
    target_value: int | float | None
    target_unit: str
    basis: str
    due_on: date | None
    status: str
    reported_on: date | None
    result: str


@dataclass(frozen=True)
class VisitRow:
    number: int
    day: date
    session: str
    place: str
    unit: str
    kind: str
    note: str


@dataclass(frozen=True)
class ConclusionWorkbook:
    """Four sheets about one inspection."""

    code: str
    title: str
    data_as_of: datetime
    overview: tuple[OverviewLine, ...] = ()
    findings: tuple[FindingRow, ...] = ()
    recommendations: tuple[RecommendationRow, ...] = ()
    visits: tuple[VisitRow, ...] = ()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return (
            Sheet("Tổng quan", OVERVIEW, _cells(self.overview), filters=False),
            Sheet("Nội dung kiểm tra", FINDINGS, _cells(self.findings)),
            Sheet("Kiến nghị", RECOMMENDATIONS, _cells(self.recommendations)),
            Sheet("Buổi kiểm tra", VISITS, _cells(self.visits)),
        )


def _cells(rows) -> tuple[tuple[Value, ...], ...]:
    if not rows:
        return ()
    values = attrgetter(*(field.name for field in fields(rows[0])))
    return tuple(map(values, rows))


OVERVIEW = (Column("Nội dung", 34), Column("Giá trị", 86, align="left"))

FINDINGS = (
    Column("STT", 5, align="center"),
    Column("Loại", 11),
    Column("Mã lĩnh vực", 7),
    Column("Lĩnh vực", 17),
    Column("Ngành, lĩnh vực dịch vụ", 13),
    Column("Nội dung", 40),
    Column("Đơn vị liên quan", 20),
    Column("Loại nguyên nhân", 11),
    Column("Nguyên nhân", 22),
    Column("Giải trình của đơn vị", 26),
    Column("Ý kiến của Đoàn", 11),
    Column("Lý do", 22),
    Column("Số minh chứng", 8),
)

RECOMMENDATIONS = (
    Column("Kiến nghị số", 8, align="center"),
    Column("Nội dung", 42),
    Column("Mã lĩnh vực", 7),
    Column("Lĩnh vực", 18),
    Column("Đơn vị thực hiện", 20),
    Column("Chỉ tiêu", 8),
    Column("Đơn vị tính", 8),
    Column("Căn cứ", 18),
    Column("Thời hạn", 12),
    Column("Trạng thái", 14),
    Column("Ngày báo cáo", 12),
    Column("Kết quả", 30),
)

VISITS = (
    Column("STT", 5, align="center"),
    Column("Ngày", 12),
    Column("Buổi", 10),
    Column("Địa điểm", 44),
    Column("Đơn vị", 30),
    Column("Loại buổi kiểm tra", 20),
    Column("Ghi chú", 30),
)

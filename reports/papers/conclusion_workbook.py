"""The conclusion as a workbook: typed rows for people who count and filter.

Dates stay dates and numbers stay numbers; `None` is an empty cell. Labels are Vietnamese.
"""

from dataclasses import astuple, dataclass
from datetime import date, datetime

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
    return tuple(astuple(row) for row in rows)


OVERVIEW = (Column("Nội dung", 34), Column("Giá trị", 90))

FINDINGS = (
    Column("STT", 6),
    Column("Loại", 16),
    Column("Mã lĩnh vực", 10),
    Column("Lĩnh vực", 26),
    Column("Ngành, lĩnh vực dịch vụ", 22),
    Column("Nội dung", 60),
    Column("Đơn vị liên quan", 30),
    Column("Loại nguyên nhân", 14),
    Column("Nguyên nhân", 36),
    Column("Giải trình của đơn vị", 40),
    Column("Ý kiến của Đoàn", 16),
    Column("Lý do", 36),
    Column("Số minh chứng", 10),
)

RECOMMENDATIONS = (
    Column("Kiến nghị số", 10),
    Column("Nội dung", 60),
    Column("Mã lĩnh vực", 10),
    Column("Lĩnh vực", 26),
    Column("Đơn vị thực hiện", 30),
    Column("Chỉ tiêu", 10),
    Column("Đơn vị tính", 10),
    Column("Căn cứ", 26),
    Column("Thời hạn", 13),
    Column("Trạng thái", 18),
    Column("Ngày báo cáo", 13),
    Column("Kết quả", 40),
)

VISITS = (
    Column("STT", 6),
    Column("Ngày", 13),
    Column("Buổi", 12),
    Column("Địa điểm", 50),
    Column("Đơn vị", 34),
    Column("Loại buổi kiểm tra", 24),
    Column("Ghi chú", 40),
)

"""Tables over many inspections, of a plan or of a year: counts, inspections, findings, orders.

Rows come one by one, so that a hundred thousand of them need no more memory than ten.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reports.papers.sheets import Column, Sheet, Value

Row = tuple[Value, ...]


@dataclass(frozen=True)
class OverviewWorkbook:
    """Four sheets. `state` stands for everything the rows say: it changes when one of them does."""

    title: str
    data_as_of: datetime
    state: str
    overview: tuple[Row, ...]
    inspections: Iterable[Row]
    findings: Iterable[Row]
    recommendations: Iterable[Row]
    counts: tuple[int, int, int]

    # Its rows are read while it is written, so it is written inside the snapshot.
    is_read_on = True

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        inspections, findings, recommendations = self.counts
        return (
            Sheet("Tổng quan", OVERVIEW, self.overview, filters=False),
            Sheet("Cuộc kiểm tra", INSPECTIONS, self.inspections, counted=inspections),
            Sheet("Nội dung kiểm tra", FINDINGS, self.findings, counted=findings),
            Sheet("Kiến nghị", RECOMMENDATIONS, self.recommendations, counted=recommendations),
        )


OVERVIEW = (Column("Nội dung", 44), Column("Giá trị", 60, align="left"))

INSPECTIONS = (
    Column("STT", 6, align="center"),
    Column("Mã", 13),
    Column("Đơn vị được kiểm tra", 28),
    Column("Kế hoạch", 18),
    Column("Đoàn kiểm tra", 26),
    Column("Hình thức", 16),
    Column("Ngày bắt đầu", 12),
    Column("Ngày kết thúc", 12),
    Column("Trạng thái", 16),
    Column("Số kết luận", 14),
    Column("Ngày kết luận", 12),
    Column("Ưu điểm", 8),
    Column("Tồn tại, hạn chế", 9),
    Column("Kiến nghị đã giao", 9),
    Column("Chưa hoàn thành", 9),
    Column("Quá hạn", 8),
)
FINDINGS = (
    Column("STT", 6, align="center"),
    Column("Mã", 13),
    Column("Đơn vị được kiểm tra", 26),
    Column("Loại", 14),
    Column("Mã lĩnh vực", 8),
    Column("Lĩnh vực", 24),
    Column("Ngành, lĩnh vực dịch vụ", 16),
    Column("Nội dung", 54),
    Column("Loại nguyên nhân", 12),
    Column("Nguyên nhân", 30),
)
RECOMMENDATIONS = (
    Column("STT", 6, align="center"),
    Column("Mã", 13),
    Column("Kiến nghị số", 9, align="center"),
    Column("Nội dung", 48),
    Column("Mã lĩnh vực", 8),
    Column("Lĩnh vực", 22),
    Column("Đơn vị thực hiện", 26),
    Column("Thời hạn", 12),
    Column("Trạng thái", 16),
    Column("Đã thực hiện (%)", 10),
    Column("Ngày báo cáo", 12),
    Column("Kết quả", 36),
    Column("Quá hạn", 8, align="center"),
)

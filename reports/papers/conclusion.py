"""The conclusion of an inspection as a paper: everything that is printed, nothing that is asked.

A dataset fills it from the database; the PDF renderer prints it. All texts are Vietnamese
because the paper is (Decree 30/2020/NĐ-CP). Empty parts are left out of the paper.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from reports.papers import vietnamese

OBJECTIVE = "objective"
SUBJECTIVE = "subjective"


@dataclass(frozen=True)
class Visit:
    """One place on one day: "Bộ phận một cửa UBND xã Hòa Cư", "sáng", "bộ phận một cửa"."""

    place: str
    day: date
    session: str = ""
    kind: str = ""

    @property
    def when(self) -> str:
        day = vietnamese.short_date(self.day)
        return f"{self.session} ngày {day}" if self.session else f"ngày {day}"


@dataclass(frozen=True)
class Sentence:
    """A strength or a shortcoming in the words of the delegation, and the units it concerns."""

    text: str
    units: tuple[str, ...] = ()
    cause: str = ""
    cause_kind: str = ""  # OBJECTIVE, SUBJECTIVE or nothing

    @property
    def cause_label(self) -> str:
        return {OBJECTIVE: "khách quan", SUBJECTIVE: "chủ quan"}.get(self.cause_kind, "")

    @property
    def printed(self) -> str:
        return vietnamese.without_stop(self.text)


@dataclass(frozen=True)
class Area:
    """The sentences of one reform area, under its title ("Cải cách thủ tục hành chính")."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Cause:
    """A cause of the shortcomings as a whole."""

    kind: str  # OBJECTIVE or SUBJECTIVE
    text: str


@dataclass(frozen=True)
class Explanation:
    """What the unit said to one point (or to the whole draft), and what the delegation decided."""

    item: str
    explanation: str
    decision: str  # "Chấp nhận", "Không chấp nhận", "Đang xem xét"
    reason: str = ""


@dataclass(frozen=True)
class Recommendation:
    """One numbered recommendation; `target` is a ready text such as "100 %"."""

    number: int
    text: str
    area: str = ""
    target: str = ""
    due_on: date | None = None
    basis: str = ""
    addressees: tuple[str, ...] = ()

    @property
    def due(self) -> str:
        return vietnamese.short_date(self.due_on) if self.due_on else ""


@dataclass(frozen=True)
class Signature:
    """Lines of capacity ("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN"), own post if the rule asks, name."""

    capacity: tuple[str, ...]
    post: str = ""
    name: str = ""


@dataclass(frozen=True)
class Photo:
    """A photo of the annex: JPEG or PNG, already re-encoded at upload."""

    content: bytes
    content_type: str
    caption: str


@dataclass(frozen=True)
class ConclusionPaper:
    """A THÔNG BÁO Kết luận kiểm tra, issued or still a draft."""

    template: ClassVar[str] = "reports/pdf/conclusion.html"

    code: str
    is_draft: bool
    superior_body: str
    issuing_body: str
    symbol: str
    place: str
    subject: str
    inspected_unit: str
    year: int
    data_as_of: datetime
    type_name: str = "THÔNG BÁO"
    number: int | None = None
    issued_on: date | None = None
    draft_made_on: date | None = None
    bases: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    visits: tuple[Visit, ...] = ()
    period_starts_on: date | None = None
    period_ends_on: date | None = None
    strengths: tuple[Area, ...] = ()
    shortcomings: tuple[Area, ...] = ()
    causes: tuple[Cause, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    assessment: tuple[str, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    organisation: tuple[str, ...] = ()
    signature: Signature = Signature(capacity=())
    recipients: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()

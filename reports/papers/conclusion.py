"""The conclusion of an inspection as a paper: everything that is printed, nothing that is asked.

A dataset fills it from the database; the PDF renderer prints it. All texts are Vietnamese
because the paper is (Decree 30/2020/NĐ-CP). Empty parts are left out of the paper.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from reform_portal.common.dates import vn_short_date
from reports.papers import vietnamese
from reports.papers.outline import Part, numbered

OBJECTIVE = "objective"
SUBJECTIVE = "subjective"

END = "./."
BASIS_OPENINGS = ("Căn cứ ", "Theo ", "Thực hiện ", "Xét ", "Trên cơ sở ")
FOLDER = "reports/pdf/conclusion"


@dataclass(frozen=True)
class Visit:
    """One place on one day: "Bộ phận một cửa UBND xã Hòa Cư", "sáng", "bộ phận một cửa"."""

    place: str
    day: date
    session: str = ""
    kind: str = ""

    @property
    def printed(self) -> str:
        kind = f" ({self.kind})" if self.kind else ""
        session = f"{self.session} " if self.session else ""
        return f"{self.place}{kind}: {session}ngày {vn_short_date(self.day)}"


@dataclass(frozen=True)
class Sentence:
    """A strength or a shortcoming in the words of the delegation, and the units it concerns."""

    text: str
    units: tuple[str, ...] = ()
    cause: str = ""
    cause_kind: str = ""  # OBJECTIVE, SUBJECTIVE or nothing
    second_area: str = ""

    @property
    def printed(self) -> str:
        """- Text (units) (đồng thời thuộc: area). Nguyên nhân chủ quan: cause."""
        units = f" ({', '.join(self.units)})" if self.units else ""
        also = f" (đồng thời thuộc: {self.second_area})" if self.second_area else ""
        sentence = f"{vietnamese.without_stop(self.text)}{units}{also}."
        return (
            f"{sentence} {Cause(self.cause_kind, self.cause).printed}" if self.cause else sentence
        )


@dataclass(frozen=True)
class Area:
    """The sentences of one reform area, under its title ("Cải cách thủ tục hành chính")."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Cause:
    """Why something falls short."""

    kind: str  # OBJECTIVE, SUBJECTIVE or nothing
    text: str

    @property
    def printed(self) -> str:
        kind = {OBJECTIVE: " khách quan", SUBJECTIVE: " chủ quan"}.get(self.kind, "")
        return f"Nguyên nhân{kind}: {vietnamese.without_stop(self.text)}."


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
        return vn_short_date(self.due_on) if self.due_on else ""


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
    issuing_name: str
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
    explanations: tuple[Explanation, ...] = ()
    assessment: tuple[str, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    organisation: tuple[str, ...] = ()
    signature: Signature = Signature(capacity=())
    recipients: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()

    @property
    def title(self) -> str:
        return f"{self.type_name} {self.subject}"

    @property
    def author(self) -> str:
        return self.issuing_body

    @property
    def number_line(self) -> str:
        return vietnamese.number_line(None if self.is_draft else self.number, self.symbol)

    @property
    def dated(self) -> str:
        return vietnamese.dated(None if self.is_draft else self.issued_on, self.year)

    @property
    def draft_mark(self) -> str:
        """DỰ THẢO ngày 24/6/2024 on a draft, nothing on an issued paper."""
        if not self.is_draft:
            return ""
        day = f" ngày {vn_short_date(self.draft_made_on)}" if self.draft_made_on else ""
        return f"DỰ THẢO{day}"

    @property
    def attached_to(self) -> str:
        """What an annex belongs to: (Kèm theo Thông báo số 05/TB-ĐKT ngày … của …)."""
        number = self.number_line.removeprefix("Số: ")
        kind = self.type_name.capitalize()
        return f"(Kèm theo {kind} số {number} {self.dated} của {self.issuing_name})"

    @property
    def narrow_texts(self) -> tuple[str, ...]:
        """What is printed in the narrow columns of the head and of the signature."""
        head = (self.superior_body, self.issuing_body, self.symbol, self.place)
        return (*head, *self.signature.capacity, self.signature.post, self.signature.name)

    @property
    def bases_as_list(self) -> list[str]:
        """Căn cứ …; the word is added where the text does not open with one of its kind."""
        opened = [
            text if text.startswith(BASIS_OPENINGS) else f"Căn cứ {text}" for text in self.bases
        ]
        return vietnamese.as_list(opened)

    @property
    def visits_as_list(self) -> list[str]:
        return vietnamese.as_list([visit.printed for visit in self.visits])

    @property
    def recipients_as_list(self) -> list[str]:
        return vietnamese.as_list([line.removeprefix("- ") for line in self.recipients])

    @property
    def period(self) -> str:
        if not (self.period_starts_on and self.period_ends_on):
            return ""
        starts_on = vn_short_date(self.period_starts_on)
        return f"từ ngày {starts_on} đến ngày {vn_short_date(self.period_ends_on)}"

    @property
    def sections(self) -> list[Part]:
        """The parts of the body that have something to say, numbered I, II, III …"""
        return numbered(
            vietnamese.ROMAN,
            Part("Khái quát chung", f"{FOLDER}/overview.html", self.visits or self.period),
            Part("Kết quả kiểm tra", f"{FOLDER}/results.html", self.results),
            Part("Nhận xét chung", f"{FOLDER}/paragraphs.html", self.assessment),
            Part("Kiến nghị", f"{FOLDER}/recommendations.html", self.recommendations),
            Part(
                "Tổ chức thực hiện",
                f"{FOLDER}/paragraphs.html",
                self.organisation_to_the_end,
            ),
        )

    @property
    def results(self) -> list[Part]:
        return numbered(
            "123",
            Part("Ưu điểm", f"{FOLDER}/areas.html", vietnamese.lettered(self.strengths)),
            Part(
                "Tồn tại, hạn chế", f"{FOLDER}/areas.html", vietnamese.lettered(self.shortcomings)
            ),
            Part("Giải trình của đơn vị", f"{FOLDER}/explanations.html", self.explanations),
        )

    @property
    def organisation_to_the_end(self) -> tuple[str, ...]:
        """The last section; its last sentence carries the mark that ends every official text."""
        last = [vietnamese.without_stop(text) + END for text in self.organisation[-1:]]
        return (*self.organisation[:-1], *last)

    @property
    def closing(self) -> str:
        """The sentence that ends a paper without a last section."""
        if self.organisation:
            return ""
        return f"Trên đây là {self.type_name.capitalize()} {self.subject}{END}"

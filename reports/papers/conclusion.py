"""The conclusion of an inspection in its parts, and how they become an official paper.

A dataset fills it from the database; `composed()` says it in the blocks that renderers print. All
texts are Vietnamese because the paper is. Empty parts are left out of the paper.
"""

from dataclasses import dataclass
from datetime import date, datetime

from reform_portal.common.dates import vn_short_date
from reports.papers import vietnamese
from reports.papers.content import (
    END,
    Annex,
    Block,
    Column,
    Heading,
    Items,
    Paper,
    Paragraph,
    Photo,
    Signature,
    Table,
    ended,
)
from reports.papers.outline import Part, numbered

OBJECTIVE = "objective"
SUBJECTIVE = "subjective"

BASIS_OPENINGS = ("Căn cứ ", "Theo ", "Thực hiện ", "Xét ", "Trên cơ sở ")

EXPLANATION_COLUMNS = (
    Column("STT", 12, centred=True),
    Column("Nội dung"),
    Column("Giải trình của đơn vị"),
    Column("Ý kiến của Đoàn"),
)
RECOMMENDATION_COLUMNS = (
    Column("STT", 12, centred=True),
    Column("Nội dung kiến nghị"),
    Column("Lĩnh vực", 28),
    Column("Đơn vị thực hiện", 33),
    Column("Thời hạn", 24, centred=True),
)


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

    @property
    def decided(self) -> str:
        return f"{self.decision}: {self.reason}" if self.reason else self.decision


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
    def cells(self) -> tuple[str, ...]:
        """Its row of the table: what, in which area, by whom, until when."""
        target = [f"Chỉ tiêu: {self.target}."] if self.target else []
        basis = [f"Căn cứ: {self.basis}."] if self.basis else []
        due = vn_short_date(self.due_on) if self.due_on else ""
        said = "\n".join([self.text, *target, *basis])
        return (str(self.number), said, self.area, "\n".join(self.addressees), due)


@dataclass(frozen=True)
class ConclusionPaper:
    """A THÔNG BÁO Kết luận kiểm tra, issued or still a draft."""

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
    visited: str = "Đoàn kiểm tra đã làm việc, kiểm tra trực tiếp tại:"
    advised: str = "Đoàn kiểm tra kiến nghị các cơ quan, đơn vị thực hiện các nội dung sau:"
    template: str = ""

    def composed(self) -> Paper:
        """The paper that is printed."""
        return Paper(
            kind="conclusion",
            code=self.code,
            type_name=self.type_name,
            subject=self.subject,
            superior_body=self.superior_body,
            issuing_body=self.issuing_body,
            issuing_name=self.issuing_name,
            symbol=self.symbol,
            number=self.number,
            place=self.place,
            year=self.year,
            issued_on=self.issued_on,
            is_draft=self.is_draft,
            draft_made_on=self.draft_made_on,
            data_as_of=self.data_as_of,
            blocks=self.blocks,
            annexes=self.annexes,
            signatures=(self.signature,),
            recipients=self.recipients,
            template=self.template,
        )

    @property
    def bases_as_list(self) -> list[str]:
        """Căn cứ …; the word is added where the text does not open with one of its kind."""
        opened = [
            text if text.startswith(BASIS_OPENINGS) else f"Căn cứ {text}" for text in self.bases
        ]
        return vietnamese.as_list(opened)

    @property
    def period(self) -> str:
        if not (self.period_starts_on and self.period_ends_on):
            return ""
        starts_on = vn_short_date(self.period_starts_on)
        return f"từ ngày {starts_on} đến ngày {vn_short_date(self.period_ends_on)}"

    @property
    def blocks(self) -> tuple[Block, ...]:
        bases = (Paragraph(text, basis=True) for text in self.bases_as_list)
        return (*bases, *_paragraphs(self.opening), *self.sections, *_paragraphs(self.closing))

    @property
    def sections(self) -> tuple[Block, ...]:
        """The parts of the body that have something to say, numbered I, II, III …"""
        return numbered(
            vietnamese.ROMAN,
            1,
            Part("Khái quát chung", self.overview),
            Part("Kết quả kiểm tra", self.results),
            Part("Nhận xét chung", _paragraphs(self.assessment)),
            Part("Kiến nghị", self.advice),
            Part("Tổ chức thực hiện", _paragraphs(ended(self.organisation))),
        )

    @property
    def overview(self) -> tuple[Block, ...]:
        """Period under inspection and the places seen."""
        period = [Paragraph(f"Thời kỳ kiểm tra: {self.period}.")] if self.period else []
        places = tuple(visit.printed for visit in self.visits)
        told = Paragraph(self.visited)
        return (*period, *([told, Items(places)] if places else []))

    @property
    def results(self) -> tuple[Block, ...]:
        return numbered(
            "123",
            2,
            Part("Ưu điểm", _areas(self.strengths)),
            Part("Tồn tại, hạn chế", _areas(self.shortcomings)),
            Part("Giải trình của đơn vị", self.explained),
        )

    @property
    def explained(self) -> tuple[Block, ...]:
        rows = tuple(
            (str(number), row.item, row.explanation, row.decided)
            for number, row in enumerate(self.explanations, start=1)
        )
        caption = "Giải trình của đơn vị và ý kiến của Đoàn kiểm tra"
        return (Table(EXPLANATION_COLUMNS, rows, caption),) if rows else ()

    @property
    def advice(self) -> tuple[Block, ...]:
        if not self.recommendations:
            return ()
        rows = tuple(row.cells for row in self.recommendations)
        told = Paragraph(self.advised)
        return (told, Table(RECOMMENDATION_COLUMNS, rows, "Kiến nghị của Đoàn kiểm tra"))

    @property
    def closing(self) -> tuple[str, ...]:
        """The sentence that ends a paper without a last section."""
        if self.organisation:
            return ()
        return (f"Trên đây là {self.type_name.capitalize()} {self.subject}{END}",)

    @property
    def annexes(self) -> tuple[Annex, ...]:
        return (Annex("Ảnh minh chứng", self.photos),) if self.photos else ()


def _paragraphs(texts) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in texts)


def _areas(areas) -> tuple[Block, ...]:
    """Findings under their reform areas a), b), c) …"""
    return tuple(
        block
        for letter, area in vietnamese.lettered(areas)
        for block in (
            Heading(area.title, 3, letter),
            Items(tuple(one.printed for one in area.sentences), sentences=True),
        )
    )

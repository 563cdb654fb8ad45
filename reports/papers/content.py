"""What stands on an official paper, said once for the PDF and for the DOCX.

A dataset fills a `Paper` from the database; each renderer prints the same blocks in the same
order, so that both files hold the same text (Decree 30/2020/NĐ-CP, Annex I). Papers are
Vietnamese only. Nothing here asks the database or the clock.

For those who fill it: texts are plain, on one line; a line break in a cell of a table begins a
new paragraph of that cell. Capital letters where the decree asks for them, the words "Nơi nhận",
"Kính gửi", "V/v", the mark of an annex and the number of a photo are set here, not by datasets.
What is empty is left out: a paper without symbol has no number line, one without recipients no
"Nơi nhận". The last sentence of the text carries `END`; `ended()` puts it there.
"""

from dataclasses import dataclass
from datetime import date, datetime

from reform_portal.common.dates import vn_short_date
from reports.papers import vietnamese

END = "./."
COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TO, COPIES_TO = "Kính gửi", "Nơi nhận:"


@dataclass(frozen=True)
class Heading:
    """Of level 1 ("I. KẾT QUẢ KIỂM TRA"), 2 ("1. Ưu điểm"), 3 ("a) …") or 4; the mark is ready."""

    text: str
    level: int = 1
    mark: str = ""

    @property
    def printed(self) -> str:
        """Mark and text; a letter takes a bracket, a number a stop. Level 1 is in capitals."""
        text = self.text.upper() if self.level == 1 else self.text
        if not self.mark:
            return text
        lettered = self.mark.isalpha() and self.mark.islower()
        return f"{self.mark}{')' if lettered else '.'} {text}"


@dataclass(frozen=True)
class Paragraph:
    """Running text; `basis` in italics, `centred` for "QUYẾT ĐỊNH:", `lead` is printed bold first.

    "Điều 1." is the lead of its paragraph. A centred paragraph is bold.
    """

    text: str
    lead: str = ""
    basis: bool = False
    centred: bool = False


@dataclass(frozen=True)
class Items:
    """Lines that open with a dash and end as a list does ("- …;" and "- …." last).

    `sentences` leaves each its own full stop: lines that hold whole sentences.
    """

    lines: tuple[str, ...]
    sentences: bool = False

    @property
    def printed(self) -> list[str]:
        bare = [line.removeprefix("- ") for line in self.lines]
        return [f"- {line}" for line in (bare if self.sentences else vietnamese.as_list(bare))]


@dataclass(frozen=True)
class Column:
    """A column of a table; widths in millimetres, 0 shares what is left."""

    title: str
    width: int = 0
    centred: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of ready texts; `caption` says to a screen reader what the table holds.

    The header row is repeated on each page. A line break in a cell begins a new paragraph.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    @property
    def cells(self) -> list[list[tuple[Column, list[str]]]]:
        """Of each row, each cell as its column and its paragraphs."""
        return [
            [(column, text.split("\n")) for column, text in zip(self.columns, row, strict=True)]
            for row in self.rows
        ]


@dataclass(frozen=True)
class Photo:
    """A photo of an annex: JPEG or PNG, already re-encoded at upload; it gets its number here."""

    content: bytes
    content_type: str
    caption: str


Block = Heading | Paragraph | Items | Table | Photo


@dataclass(frozen=True)
class Signature:
    """Lines of capacity ("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN"), own post if the rule asks, name."""

    capacity: tuple[str, ...]
    post: str = ""
    name: str = ""

    @property
    def capacity_lines(self) -> tuple[str, ...]:
        return tuple(line.upper() for line in self.capacity)

    @property
    def post_line(self) -> str:
        return self.post.upper()


@dataclass(frozen=True)
class Annex:
    """An annex with its own page numbers; the mark (I, II …) is empty where there is only one."""

    subject: str
    blocks: tuple[Block, ...]
    mark: str = ""
    landscape: bool = False

    @property
    def title(self) -> str:
        return f"Phụ lục {self.mark}".strip()

    @property
    def subject_line(self) -> str:
        return self.subject.upper()


@dataclass(frozen=True)
class Paper:
    """One official paper, issued or still a draft.

    `type_name` is empty for an official letter (công văn), whose `subject` then stands as
    "V/v …" under its number. `dated_head` is False for minutes, which print no place and date.
    One signature stands at the right with the recipients at its left; several stand in two
    columns, the recipients under them.
    """

    kind: str
    code: str
    type_name: str
    subject: str
    superior_body: str
    issuing_body: str
    issuing_name: str  # in running text: "Ban Chỉ đạo cải cách hành chính tỉnh Lạng Sơn"
    symbol: str
    place: str
    year: int
    data_as_of: datetime
    blocks: tuple[Block, ...] = ()
    annexes: tuple[Annex, ...] = ()
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    addressed_to: tuple[str, ...] = ()  # "Kính gửi"
    authority: str = ""  # "TRƯỞNG BAN CHỈ ĐẠO …" above the bases of a decision
    number: int | None = None
    issued_on: date | None = None
    is_draft: bool = False
    draft_made_on: date | None = None
    dated_head: bool = True
    template: str = ""  # the version of the words it was made with; not printed
    check_at: str = ""  # the address behind its QR code, where a holder asks what it is worth

    @property
    def title(self) -> str:
        """What the file is called: "THÔNG BÁO Kết luận …", "V/v …" for a letter."""
        return f"{self.type_line} {self.subject}".strip() if self.type_name else self.about

    @property
    def type_line(self) -> str:
        return self.type_name.upper()

    @property
    def about(self) -> str:
        """What a letter is about, as it stands under its number; nothing on other papers."""
        return f"V/v {self.subject}" if self.subject and not self.type_name else ""

    @property
    def superior_line(self) -> str:
        return self.superior_body.upper()

    @property
    def issuing_line(self) -> str:
        return self.issuing_body.upper()

    @property
    def authority_line(self) -> str:
        return self.authority.upper()

    @property
    def author(self) -> str:
        return self.issuing_name or self.issuing_body

    @property
    def number_line(self) -> str:
        """Số: 05/TB-ĐKT; a draft has room for its number, a paper outside a register no line."""
        number = None if self.is_draft else self.number
        return vietnamese.number_line(number, self.symbol) if self.symbol else ""

    @property
    def dated(self) -> str:
        return vietnamese.dated(None if self.is_draft else self.issued_on, self.year)

    @property
    def place_and_day(self) -> str:
        """Lạng Sơn, ngày 05 tháng 7 năm 2024; nothing on minutes."""
        return f"{self.place}, {self.dated}" if self.dated_head else ""

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
        number = f" {self.number_line.replace('Số: ', 'số ')}" if self.symbol else ""
        kind = self.type_name.capitalize() or "Công văn"
        return f"(Kèm theo {kind}{number} {self.dated} của {self.issuing_name})"

    @property
    def addressees(self) -> list[str]:
        """Who a paper is sent to: one stands behind "Kính gửi:", several as a list under it."""
        several = len(self.addressed_to) > 1
        return Items(self.addressed_to).printed if several else list(self.addressed_to)

    @property
    def recipients_as_list(self) -> list[str]:
        return Items(self.recipients).printed

    @property
    def check_line(self) -> str:
        """Under the QR code, for who cannot scan it."""
        return f"Kiểm tra văn bản: {self.check_at}" if self.check_at else ""

    @property
    def photos(self) -> tuple[Photo, ...]:
        """Every photo of the paper and its annexes, in the order they are printed."""
        within = [annex.blocks for annex in self.annexes]
        blocks = [block for part in (self.blocks, *within) for block in part]
        return tuple(block for block in blocks if isinstance(block, Photo))

    @property
    def narrow_texts(self) -> tuple[str, ...]:
        """What is printed in the narrow columns of the head and of the signatures."""
        head = (self.superior_body, self.issuing_body, self.symbol, self.place)
        signed = [(*one.capacity, one.post, one.name) for one in self.signatures]
        return (*head, *(text for lines in signed for text in lines))


def ended(lines) -> tuple[str, ...]:
    """The lines of the last part of a text; the last one carries the mark that ends it."""
    last = [vietnamese.without_stop(text) + END for text in lines[-1:]]
    return (*lines[:-1], *last)

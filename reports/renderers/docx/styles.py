"""The styles of a paper: sizes and letters of Decree 30/2020/NĐ-CP, Annex I, as in paper.css."""

from dataclasses import dataclass

from docx.oxml.ns import qn

from .elements import twips, w

FONT = "Times New Roman"
INDENT = twips(12.7)
NARROW = {"left": twips(1), "right": twips(1)}  # keeps neighbours of the head apart


@dataclass(frozen=True)
class Style:
    """Size in points; room before and after in points; `name` is what Word shows."""

    key: str
    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "left"
    before: float = 0
    after: float = 0
    indent: int = 0
    left: int = 0
    right: int = 0
    outline: int | None = None
    keep: bool = False  # with the next paragraph
    exactly: float = 0  # height of its line in points

    @property
    def element(self):
        return w(
            "style",
            w("name", val=self.name),
            w("basedOn", val="Normal"),
            w("qFormat"),
            w("pPr", *self._paragraph),
            w("rPr", *self._letters),
            type="paragraph",
            styleId=self.key,
            **({} if self.name in BUILT_IN else {"customStyle": 1}),
        )

    @property
    def _paragraph(self):
        """In the order the schema asks for."""
        room = {"before": round(self.before * 20), "after": round(self.after * 20)}
        if self.exactly:
            room |= {"line": round(self.exactly * 20), "lineRule": "exact"}
        yield from [w("keepNext")] if self.keep else []
        yield w("spacing", **room)
        yield w("ind", left=self.left, right=self.right, firstLine=self.indent)
        yield w("jc", val=self.align)
        yield from [] if self.outline is None else [w("outlineLvl", val=self.outline)]

    @property
    def _letters(self):
        yield from [w("b")] if self.bold else []
        yield from [w("i")] if self.italic else []
        yield from (w("sz", val=round(self.size * 2)), w("szCs", val=round(self.size * 2)))


BUILT_IN = {"heading 1", "heading 2", "heading 3", "heading 4", "Title", "Subtitle", "Body Text"}
BUILT_IN |= {"header", "caption"}
STYLES = (
    Style("Superior", "Cơ quan chủ quản", 12, align="center", **NARROW),
    Style("Issuing", "Cơ quan ban hành", 12, bold=True, align="center", **NARROW),
    Style("Country", "Quốc hiệu", 13, bold=True, align="center"),
    Style("Motto", "Tiêu ngữ", 14, bold=True, align="center"),
    Style("Number", "Số và ký hiệu", 13, align="center", before=6, **NARROW),
    Style("About", "Trích yếu công văn", 12, align="center", before=6, outline=0, **NARROW),
    Style("Dated", "Địa danh và thời gian", 14, italic=True, align="center", before=6),
    Style("DraftMark", "Dự thảo", 12, bold=True, align="center", before=8),
    Style("Title", "Title", 14, bold=True, align="center", before=18, outline=0, keep=True),
    Style("Subtitle", "Subtitle", 14, bold=True, align="center", keep=True),
    Style("Authority", "Thẩm quyền ban hành", 14, bold=True, align="center", before=12, keep=True),
    Style("Addressed", "Kính gửi", 14, align="center", before=14),
    Style("AddressedAll", "Kính gửi nhiều nơi", 14, before=14, left=twips(22), keep=True),
    Style("Addressee", "Nơi được kính gửi", 14, left=twips(39.6)),
    Style("Basis", "Căn cứ", 14, italic=True, align="both", before=6, indent=INDENT),
    Style("BodyText", "Body Text", 14, align="both", before=6, indent=INDENT),
    Style("Centred", "Giữa dòng", 14, bold=True, align="center", before=6, keep=True),
    Style("Item", "Gạch đầu dòng", 14, align="both", before=6, indent=INDENT),
    Style("Heading1", "heading 1", 14, bold=True, before=10, indent=INDENT, outline=0, keep=True),
    Style("Heading2", "heading 2", 14, bold=True, before=6, indent=INDENT, outline=1, keep=True),
    Style("Heading3", "heading 3", 14, before=6, indent=INDENT, outline=2, keep=True),
    Style("Heading4", "heading 4", 14, italic=True, before=6, indent=INDENT, outline=3, keep=True),
    Style("TableHead", "Tiêu đề bảng", 13, bold=True, align="center"),
    Style("TableText", "Nội dung bảng", 13),
    Style("TableCentred", "Nội dung bảng giữa ô", 13, align="center"),
    Style("Recipients", "Nơi nhận", 12, bold=True, italic=True),
    Style("Recipient", "Nơi nhận (danh sách)", 11),
    Style("Capacity", "Quyền hạn và chức vụ người ký", 14, bold=True, align="center", keep=True),
    Style("Signer", "Họ và tên người ký", 14, bold=True, align="center"),
    Style("Room", "Chỗ ký", 14, align="center", exactly=85, keep=True),
    Style("Annex", "Phụ lục", 14, bold=True, align="center", outline=0, keep=True),
    Style("AnnexSubject", "Tên phụ lục", 14, bold=True, align="center", before=3, keep=True),
    Style("AnnexOf", "Kèm theo", 14, italic=True, align="center", before=3, keep=True),
    Style("Picture", "Ảnh", 14, align="center", before=12, keep=True),
    Style("Caption", "caption", 14, italic=True, align="center", before=3),
    Style("Check", "Mã kiểm tra", 9),
    Style("Header", "header", 14, align="center"),
    Style("Rule", "Đường kẻ", 2, align="center", before=2, exactly=3),
    Style("Gap", "Khoảng trống", 2, exactly=6),
    Style("End", "Cuối phần", 2, exactly=1),
)


def set_styles(document) -> None:
    """Our styles instead of those of python-docx's template, whose fonts and colours are Word's."""
    root = document.styles.element
    for style in root.findall(qn("w:style")):
        root.remove(style)
    defaults = root.find(qn("w:docDefaults"))
    defaults.getparent().replace(defaults, _defaults())
    root.extend([*_roots(), *(style.element for style in STYLES)])


def _defaults():
    letters = w(
        "rPr",
        w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT),
        w("color", val="000000"),
        w("sz", val=28),
        w("szCs", val=28),
        w("lang", val="vi-VN", eastAsia="vi-VN", bidi="vi-VN"),
    )
    lines = w("pPr", w("widowControl"), w("spacing", before=0, after=0, line=240, lineRule="auto"))
    return w("docDefaults", w("rPrDefault", letters), w("pPrDefault", lines))


def _roots():
    """What Word expects every file to have."""
    yield w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        type="paragraph",
        styleId="Normal",
        default=1,
    )
    yield w(
        "style",
        w("name", val="Default Paragraph Font"),
        type="character",
        styleId="Letters",
        default=1,
    )
    margins = w(
        "tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    )
    none = w("tblPr", w("tblInd", w=0, type="dxa"), margins)
    yield w("style", w("name", val="Normal Table"), none, type="table", styleId="Plain", default=1)
    yield w("style", w("name", val="No List"), type="numbering", styleId="NoList", default=1)

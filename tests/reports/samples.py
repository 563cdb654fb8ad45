"""One paper of each shape, without a database: letter, decision, minutes, plan with annexes."""

from dataclasses import replace
from datetime import UTC, date, datetime

from reports.papers.content import (
    Annex,
    Column,
    Heading,
    Items,
    Paper,
    Paragraph,
    Signature,
    Table,
    ended,
)
from tests.reports import papers

AS_OF = datetime(2024, 5, 29, 2, 30, tzinfo=UTC)
COMMITTEE = "Ban Chỉ đạo cải cách hành chính"
SCHEDULE = (
    Column("STT", 12, centred=True),
    Column("Đơn vị được kiểm tra"),
    Column("Thời gian", 34, centred=True),
    Column("Trưởng đoàn", 60),
)
UNITS = ("UBND huyện Cao Lộc", "UBND huyện Văn Lãng", "UBND huyện Lộc Bình")
SIGNED = Signature(
    ("TM. Ban Chỉ đạo", "KT. Trưởng ban", "Phó Trưởng ban"), "Giám đốc Sở Nội vụ", "Nguyễn Văn An"
)
RECIPIENTS = ("UBND tỉnh (b/c)", "Như Điều 3", "Lưu: VT, CCHC")
TEXT = (
    "Ban Chỉ đạo cải cách hành chính tỉnh Lạng Sơn kiểm tra việc thực hiện nhiệm vụ cải cách hành "
    "chính tại các cơ quan, đơn vị, địa phương trên địa bàn tỉnh theo kế hoạch đã được phê duyệt."
)


def plan(**changes):
    """KẾ HOẠCH with an annex upright and one lying, each longer than a page."""
    values = {
        "kind": "plan",
        "code": "KH-2024-80",
        "type_name": "Kế hoạch",
        "subject": "Kiểm tra công tác cải cách hành chính năm 2024",
        "superior_body": "UBND tỉnh Lạng Sơn",
        "issuing_body": COMMITTEE,
        "issuing_name": f"{COMMITTEE} tỉnh Lạng Sơn",
        "symbol": "KH-BCĐCCHC",
        "number": 80,
        "place": "Lạng Sơn",
        "year": 2024,
        "issued_on": date(2024, 5, 29),
        "data_as_of": AS_OF,
        "blocks": (
            Paragraph("Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;", basis=True),
            Paragraph("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020.", basis=True),
            Paragraph(TEXT),
            Heading("Mục đích, yêu cầu", 1, "I"),
            Heading("Mục đích", 2, "1"),
            Heading("Về chỉ đạo, điều hành", 3, "a"),
            Items(("Đánh giá khách quan", "Phát hiện điển hình")),
            Heading("Tổ chức thực hiện", 1, "II"),
            *(Paragraph(text) for text in ended((TEXT, "Giao Sở Nội vụ theo dõi."))),
        ),
        "annexes": (
            Annex("Đề cương báo cáo", tuple(Paragraph(TEXT) for _ in range(25)), "I"),
            Annex("Lịch kiểm tra", (schedule(),), "II", landscape=True),
            Annex("Danh mục tài liệu", tuple(Paragraph(TEXT) for _ in range(25)), "III"),
        ),
        "signatures": (SIGNED,),
        "recipients": RECIPIENTS,
    }
    return Paper(**values | changes)


def schedule(rows=30):
    made = tuple(
        (str(place), f"{UNITS[place % 3]}\nUBND xã số {place}", "17/6/2024", "Sái Văn Đông")
        for place in range(1, rows + 1)
    )
    return Table(SCHEDULE, made, "Lịch kiểm tra của các đoàn")


def letter(**changes):
    """A công văn: what it is about stands under its number, then to whom."""
    values = {
        "kind": "urging",
        "type_name": "",
        "subject": "đôn đốc thực hiện kiến nghị sau kiểm tra cải cách hành chính",
        "issuing_body": "Sở Nội vụ",
        "issuing_name": "Sở Nội vụ tỉnh Lạng Sơn",
        "symbol": "SNV-CCHC",
        "number": 9,
        "addressed_to": UNITS,
        "blocks": tuple(Paragraph(text) for text in ended((TEXT, TEXT))),
        "annexes": (),
        "signatures": (Signature(("KT. Giám đốc", "Phó Giám đốc"), "", "Hoàng Thị Hiền"),),
        "recipients": ("Như trên", "Lưu: VT, CCHC"),
    }
    return plan(**values | changes)


def decision(**changes):
    """A QUYẾT ĐỊNH: who decides stands above the bases, articles begin bold."""
    values = {
        "kind": "decision",
        "type_name": "Quyết định",
        "subject": "Về việc thành lập Đoàn kiểm tra công tác cải cách hành chính năm 2024",
        "symbol": "QĐ-BCĐCCHC",
        "number": 12,
        "authority": "Trưởng Ban Chỉ đạo cải cách hành chính tỉnh Lạng Sơn",
        "blocks": (
            Paragraph("Căn cứ Quyết định số 46/QĐ-BCĐCCHC ngày 16/4/2021;", basis=True),
            Paragraph("Theo đề nghị của Giám đốc Sở Nội vụ.", basis=True),
            Paragraph("QUYẾT ĐỊNH:", centred=True),
            Paragraph("Thành lập Đoàn kiểm tra gồm các ông, bà sau đây:", lead="Điều 1."),
            Items(("Ông Sái Văn Đông, Giám đốc Sở Tư pháp: Trưởng đoàn",)),
            Paragraph("Quyết định này có hiệu lực từ ngày ký./.", lead="Điều 2."),
        ),
        "annexes": (),
    }
    return plan(**values | changes)


def minutes(**changes):
    """A BIÊN BẢN: no place and day in its head, both sides and the secretary sign."""
    values = {
        "kind": "minutes",
        "type_name": "Biên bản",
        "subject": "Kiểm tra công tác cải cách hành chính tại UBND huyện Cao Lộc",
        "issuing_body": "Đoàn kiểm tra",
        "symbol": "BB-ĐKT",
        "number": 3,
        "dated_head": False,
        "blocks": (
            Paragraph("Thời gian bắt đầu: 8 giờ 00, ngày 17 tháng 6 năm 2024."),
            Paragraph("Biên bản kết thúc vào 11 giờ 30, ngày 17 tháng 6 năm 2024./."),
        ),
        "annexes": (),
        "signatures": (
            Signature(("Đại diện đơn vị được kiểm tra",), "Chủ tịch", "Lê Văn Bình"),
            Signature(("Trưởng đoàn",), "", "Sái Văn Đông"),
            Signature(("Thư ký",), "", "Trần Thị Mai"),
        ),
        "recipients": ("UBND huyện Cao Lộc", "Lưu: VT, CCHC"),
    }
    return plan(**values | changes)


def with_photos(count=3, **changes):
    """The plan with a photo in its text and an annex of them."""
    annex = Annex("Ảnh minh chứng", tuple(papers.photo(f"Bộ phận {n}") for n in range(1, count)))
    blocks = (*plan().blocks[:3], papers.photo("Trụ sở UBND huyện"), *plan().blocks[3:])
    return plan(**{"blocks": blocks, "annexes": (annex,)} | changes)


def everything():
    """A paper with every kind of text of the content model, once."""
    return plan(
        authority="Trưởng ban",
        addressed_to=UNITS[:2],
        is_draft=False,
        blocks=(
            *plan().blocks[:1],
            *plan().blocks[3:7],
            Paragraph("Thành lập Đoàn.", lead="Điều 1."),
            schedule(rows=1),
            papers.photo("Trụ sở"),
        ),
        annexes=(Annex("Lịch", (Paragraph("Phụ lục"), schedule(rows=1)), "I", landscape=True),),
        recipients=RECIPIENTS[-1:],
    )


SHAPES = {"plan": plan, "letter": letter, "decision": decision, "minutes": minutes}


def as_draft(paper):
    return replace(
        paper, is_draft=True, number=None, issued_on=None, draft_made_on=date(2024, 5, 20)
    )

"""The Cao Lộc conclusion of 2024 as a paper and as a workbook, without a database.

What the article of the province states is kept in its words; numbers, dates of issue and the
shortcomings, on which it is silent, are invented.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

from PIL import Image

from reports.papers import conclusion as paper
from reports.papers import conclusion_workbook as book
from reports.papers.content import Photo, Signature

AS_OF = datetime(2024, 7, 5, 2, 30, tzinfo=UTC)
DISTRICT = "UBND huyện Cao Lộc"
COMMUNES = ("UBND xã Thanh Lòa", "UBND xã Hòa Cư")
SUBJECT = "Kết luận kiểm tra công tác cải cách hành chính năm 2024 tại UBND huyện Cao Lộc"
PROCEDURES, CIVIL_SERVICE = "Cải cách thủ tục hành chính", "Cải cách chế độ công vụ"
DIRECTION, DIGITAL = "Công tác chỉ đạo, điều hành", "Chính quyền điện tử, chính quyền số"

BASES = (
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể "
    "cải cách hành chính nhà nước giai đoạn 2021 - 2030",
    "Căn cứ Kế hoạch số 80/KH-BCĐCCHC ngày 29/5/2024 của Ban Chỉ đạo cải cách hành chính tỉnh "
    "về việc kiểm tra công tác cải cách hành chính năm 2024",
)
OPENING = (
    "Ngày 17/6/2024, Đoàn kiểm tra của Ban Chỉ đạo do đồng chí Sái Văn Đông, Giám đốc Sở Tư pháp, "
    "thành viên Ban Chỉ đạo cải cách hành chính tỉnh làm Trưởng đoàn, đã tổ chức kiểm tra công tác "
    "cải cách hành chính tại UBND huyện Cao Lộc.",
    "Trên cơ sở kết quả kiểm tra và ý kiến báo cáo, giải trình của UBND huyện Cao Lộc, Trưởng Đoàn "
    "kiểm tra kết luận như sau:",
)
RECOMMENDED = (
    ("Tăng cường kỷ luật, kỷ cương hành chính", CIVIL_SERVICE),
    ("Đẩy mạnh công tác tuyên truyền cải cách hành chính", DIRECTION),
    (
        "Tăng cường kiểm tra, giám sát, đặc biệt kiểm tra, hướng dẫn cấp xã việc tiếp nhận hồ sơ "
        "và giải quyết thủ tục hành chính",
        DIRECTION,
    ),
    (
        "Tăng cường các giải pháp đẩy mạnh thanh toán trực tuyến, thực hiện thủ tục hành chính "
        "qua dịch vụ công trực tuyến",
        DIGITAL,
    ),
    (
        "Quan tâm đầu tư cơ sở vật chất, trang thiết bị tại Bộ phận Một cửa cấp huyện, cấp xã",
        PROCEDURES,
    ),
    (
        "Quan tâm thực hiện chuẩn hóa đội ngũ cán bộ, công chức cấp xã theo quy định",
        CIVIL_SERVICE,
    ),
    (
        "Tập trung số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực",
        DIGITAL,
    ),
)
ORGANISATION = (
    "UBND huyện Cao Lộc chỉ đạo các phòng ban chuyên môn, UBND các xã, thị trấn tổ chức thực hiện "
    "các kiến nghị nêu trên; báo cáo kết quả về Sở Nội vụ trước ngày 31/12/2024 để tổng hợp.",
    "Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Thông báo này.",
)
STRENGTHS = (
    paper.Area(
        PROCEDURES,
        (
            paper.Sentence(
                "Bộ phận một cửa được bố trí trụ sở, trang thiết bị cơ bản đáp ứng theo yêu cầu",
                (DISTRICT, *COMMUNES),
            ),
            paper.Sentence(
                "Công chức tại bộ phận một cửa thực hiện quy trình tiếp nhận hồ sơ, trả kết quả "
                "bảo đảm theo quy định",
                (DISTRICT, *COMMUNES),
            ),
        ),
    ),
)
SHORTCOMINGS = (
    paper.Area(
        DIRECTION,
        (paper.Sentence("Công tác tự kiểm tra đối với cấp xã chưa thường xuyên", (DISTRICT,)),),
    ),
    paper.Area(
        DIGITAL,
        (
            paper.Sentence(
                "Tỷ lệ số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực đạt thấp.",
                COMMUNES,
                cause="Máy quét chưa được trang bị đủ",
                cause_kind=paper.OBJECTIVE,
            ),
        ),
    ),
)
EXPLANATIONS = (
    paper.Explanation(
        "Tỷ lệ số hóa còn thấp tại xã Hòa Cư",
        "UBND xã mới được cấp máy quét từ tháng 5/2024; cam kết hoàn thành trong năm 2024",
        "Chấp nhận",
        "giữ nguyên nội dung, bổ sung nguyên nhân khách quan",
    ),
)
SIGNATURE = Signature(("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN"), "GIÁM ĐỐC SỞ TƯ PHÁP", "Sái Văn Đông")
RECIPIENTS = (
    "Ban Chỉ đạo CCHC tỉnh (b/c)",
    "UBND huyện Cao Lộc",
    "UBND các xã: Thanh Lòa, Hòa Cư",
    "Thành viên Đoàn kiểm tra",
    "Lưu: VT, CCHC",
)


def visits():
    one_stop = [f"Bộ phận một cửa {unit}" for unit in (DISTRICT, *COMMUNES)]
    seen = [paper.Visit(place, date(2024, 6, 17), "sáng") for place in one_stop]
    return (*seen, paper.Visit(DISTRICT, date(2024, 6, 17), "sáng", "buổi làm việc với Đoàn"))


def recommendations():
    made = [
        paper.Recommendation(number, text, area, addressees=(DISTRICT,))
        for number, (text, area) in enumerate(RECOMMENDED, start=1)
    ]
    digitise = replace(
        made[-1], target="100 %", due_on=date(2024, 12, 31), basis="chỉ đạo của UBND tỉnh"
    )
    return (*made[:-1], digitise)


def photo(caption, size=(1200, 800)):
    content = BytesIO()
    Image.new("RGB", size, (120, 150, 190)).save(content, "JPEG")
    return Photo(content.getvalue(), "image/jpeg", caption)


def issued(**changes):
    """The paper as issued, number 05/TB-ĐKT."""
    return conclusion(**changes).composed()


def conclusion(**changes):
    """The issued conclusion in its parts."""
    values = {
        "code": "KT-2024-001",
        "is_draft": False,
        "superior_body": "Ban Chỉ đạo cải cách hành chính tỉnh Lạng Sơn",
        "issuing_body": "Đoàn kiểm tra",
        "issuing_name": "Đoàn kiểm tra của Ban Chỉ đạo cải cách hành chính tỉnh Lạng Sơn",
        "inspected_unit": DISTRICT,
        "number": 5,
        "symbol": "TB-ĐKT",
        "place": "Lạng Sơn",
        "year": 2024,
        "issued_on": date(2024, 7, 5),
        "subject": SUBJECT,
        "bases": BASES,
        "opening": OPENING,
        "visits": visits(),
        "period_starts_on": date(2024, 1, 1),
        "period_ends_on": date(2024, 6, 15),
        "strengths": STRENGTHS,
        "shortcomings": SHORTCOMINGS,
        "explanations": EXPLANATIONS,
        "assessment": ("UBND huyện Cao Lộc đã đạt được những kết quả tích cực.",),
        "recommendations": recommendations(),
        "organisation": ORGANISATION,
        "signature": SIGNATURE,
        "recipients": RECIPIENTS,
        "data_as_of": AS_OF,
    }
    return paper.ConclusionPaper(**values | changes)


def draft(**changes):
    """The same conclusion before it is signed: it has no number and no day."""
    drafted = {"is_draft": True, "number": None, "issued_on": None}
    return issued(**drafted | {"draft_made_on": date(2024, 6, 24)} | changes)


def workbook(**changes):
    """The conclusion as a workbook: two findings, one recommendation for two units, a visit."""
    values = {
        "code": "KT-2024-001",
        "title": f"{SUBJECT} (KT-2024-001)",
        "data_as_of": AS_OF,
        "overview": (
            book.OverviewLine("Mã cuộc kiểm tra", "KT-2024-001"),
            book.OverviewLine("Ngày ban hành kết luận", date(2024, 7, 5)),
            book.OverviewLine("Số kiến nghị", 7),
        ),
        "findings": (finding(1), finding(2, kind="Tồn tại, hạn chế", area_code="A6")),
        "recommendations": (addressed(DISTRICT), addressed(COMMUNES[0], reported_on=None)),
        "visits": (
            book.VisitRow(1, date(2024, 6, 17), "Sáng", "Bộ phận một cửa", DISTRICT, "Một cửa", ""),
        ),
    }
    return book.ConclusionWorkbook(**values | changes)


def finding(number, **changes):
    values = {
        "kind": "Ưu điểm",
        "area_code": "A2",
        "area": PROCEDURES,
        "sector": "Đất đai",
        "text": "Bố trí trụ sở, trang thiết bị cơ bản đáp ứng theo yêu cầu",
        "units": f"{DISTRICT}; {COMMUNES[0]}",
        "cause_kind": "",
        "cause": "",
        "explanation": "",
        "decision": "",
        "decision_reason": "",
        "evidence_count": 2,
    }
    return book.FindingRow(number, **values | changes)


def addressed(unit, **changes):
    values = {
        "number": 7,
        "text": RECOMMENDED[-1][0],
        "area_code": "A6",
        "area": DIGITAL,
        "addressee": unit,
        "target_value": 100,
        "target_unit": "%",
        "basis": "chỉ đạo của UBND tỉnh",
        "due_on": date(2024, 12, 31),
        "status": "Đã báo cáo",
        "reported_on": date(2024, 12, 2),
        "result": "Đã số hóa 62,5 %",
    }
    return book.RecommendationRow(**values | changes)

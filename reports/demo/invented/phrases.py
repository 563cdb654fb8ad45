"""Invented: sentences that delegations of the demo find and recommend, by reform area.

Wording follows what such papers usually say; no sentence is about a real unit.
"""

from dataclasses import dataclass

OBJECTIVE, SUBJECTIVE = "objective", "subjective"


@dataclass(frozen=True)
class Shortcoming:
    """What is wrong, why, and what is recommended for it."""

    area: str
    text: str
    cause_kind: str
    cause: str
    remedy: str
    sector: str = ""
    target: int | None = None
    basis: str = ""


# area, text
STRENGTHS = (
    (
        "A0",
        "Kế hoạch cải cách hành chính năm được ban hành đúng thời hạn, phân công rõ trách nhiệm",
    ),
    ("A2", "Thủ tục hành chính được niêm yết, công khai đầy đủ tại Bộ phận Một cửa"),
    ("A2", "Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt trên 98 %"),
    ("A6", "Văn bản đi được ký số và gửi trên trục liên thông văn bản đạt 100 %"),
    ("A4", "Công chức thực hiện nghiêm quy định về văn hóa công sở và giờ làm việc"),
    ("A1", "Văn bản quy phạm pháp luật được rà soát, hệ thống hóa theo kế hoạch"),
    ("A5", "Quy chế chi tiêu nội bộ được ban hành, công khai trong cơ quan"),
    ("A3", "Chức năng, nhiệm vụ của các phòng chuyên môn được rà soát, không còn chồng chéo"),
    ("A2", "Bố trí máy tính và công chức hướng dẫn người dân nộp hồ sơ trực tuyến tại chỗ"),
)
SHORTCOMINGS = (
    Shortcoming(
        "A2",
        "Một số hồ sơ quá hạn giải quyết nhưng không có phiếu xin lỗi và hẹn lại ngày trả kết quả",
        SUBJECTIVE,
        "công chức chưa theo dõi cảnh báo trên phần mềm một cửa điện tử",
        "Thực hiện nghiêm việc xin lỗi bằng văn bản đối với hồ sơ quá hạn",
        sector="land",
        basis="Nghị định 61/2018/NĐ-CP",
    ),
    Shortcoming(
        "A6",
        "Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn thấp so với chỉ tiêu giao",
        OBJECTIVE,
        "máy quét tại Bộ phận Một cửa chưa được trang bị đủ",
        "Tập trung số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực",
        target=100,
        basis="Kế hoạch cải cách hành chính năm của UBND tỉnh",
    ),
    Shortcoming(
        "A6",
        "Tỷ lệ thanh toán trực tuyến phí, lệ phí chưa đạt chỉ tiêu",
        OBJECTIVE,
        "người dân quen dùng tiền mặt, nhiều hộ chưa có tài khoản",
        "Đẩy mạnh hướng dẫn thanh toán trực tuyến tại quầy",
        target=50,
    ),
    Shortcoming(
        "A0",
        "Kế hoạch tự kiểm tra công tác cải cách hành chính chậm ban hành, chưa kiểm tra đơn vị "
        "trực thuộc",
        SUBJECTIVE,
        "người đứng đầu chưa chỉ đạo sát sao",
        "Ban hành và thực hiện kế hoạch tự kiểm tra, báo cáo kết quả đúng thời hạn",
    ),
    Shortcoming(
        "A2",
        "Hồ sơ trả lại, bổ sung nhiều lần, một số phiếu yêu cầu bổ sung không ghi rõ lý do",
        SUBJECTIVE,
        "kỹ năng tiếp nhận hồ sơ của một số công chức còn hạn chế",
        "Tập huấn công chức tiếp nhận; chỉ yêu cầu bổ sung hồ sơ một lần bằng văn bản",
        sector="justice",
    ),
    Shortcoming(
        "A4",
        "Một số vị trí việc làm chưa có bản mô tả công việc theo quy định",
        OBJECTIVE,
        "văn bản hướng dẫn ban hành chậm",
        "Hoàn thiện bản mô tả công việc và khung năng lực của từng vị trí việc làm",
    ),
    Shortcoming(
        "A2",
        "Danh mục thủ tục hành chính niêm yết có thủ tục đã bị bãi bỏ",
        SUBJECTIVE,
        "chưa cập nhật kịp thời quyết định công bố của Chủ tịch UBND tỉnh",
        "Rà soát, cập nhật danh mục thủ tục hành chính niêm yết hằng tháng",
        sector="construction",
    ),
    Shortcoming(
        "A5",
        "Chậm công khai dự toán, quyết toán ngân sách",
        SUBJECTIVE,
        "phối hợp giữa văn phòng và bộ phận kế toán chưa chặt chẽ",
        "Công khai dự toán, quyết toán ngân sách đúng thời hạn",
    ),
    Shortcoming(
        "A1",
        "Chưa có báo cáo theo dõi tình hình thi hành pháp luật trong lĩnh vực trọng tâm",
        SUBJECTIVE,
        "chưa phân công công chức đầu mối",
        "Phân công đầu mối, xây dựng báo cáo theo dõi tình hình thi hành pháp luật",
    ),
    Shortcoming(
        "A2",
        "Trang thiết bị tại Bộ phận Một cửa xuống cấp, thiếu ghế chờ và hệ thống lấy số",
        OBJECTIVE,
        "kinh phí đầu tư hạn hẹp",
        "Bố trí kinh phí nâng cấp trang thiết bị Bộ phận Một cửa",
    ),
    Shortcoming(
        "A3",
        "Quy chế làm việc chưa được sửa đổi sau khi sắp xếp tổ chức bộ máy",
        SUBJECTIVE,
        "chưa rà soát kịp thời",
        "Ban hành quy chế làm việc mới phù hợp với tổ chức bộ máy sau sắp xếp",
    ),
    Shortcoming(
        "A6",
        "Tỷ lệ hồ sơ nộp trực tuyến toàn trình của lĩnh vực hộ tịch còn thấp",
        OBJECTIVE,
        "đường truyền tại một số thôn chưa ổn định",
        "Tuyên truyền, hướng dẫn người dân nộp hồ sơ trực tuyến toàn trình",
        sector="justice",
        target=60,
    ),
)
EXPLANATIONS = (
    "Đơn vị thừa nhận tồn tại; đã chấn chỉnh ngay sau buổi kiểm tra và phân công công chức theo dõi.",
    "Số liệu tại thời điểm kiểm tra chưa gồm hồ sơ đang đồng bộ; đơn vị gửi kèm bảng đối chiếu.",
    "Nguyên nhân chủ yếu do thiết bị hỏng, đơn vị đã đề nghị sửa chữa từ đầu năm nhưng chưa được cấp "
    "kinh phí.",
)
DECISIONS = (
    ("accept", "Giải trình có căn cứ; Đoàn kiểm tra ghi nhận việc chấn chỉnh."),
    ("accept", "Đã đối chiếu số liệu, giải trình phù hợp."),
    ("reject", "Đơn vị chưa có tài liệu chứng minh; giữ nguyên nội dung dự thảo."),
)
AGREED = "Đơn vị nhất trí với dự thảo kết luận và sẽ xây dựng kế hoạch khắc phục."
AGREED_REASON = "Đoàn kiểm tra ghi nhận ý kiến của đơn vị."
OUTCOMES = (
    "Đã ban hành văn bản chỉ đạo và tổ chức thực hiện; gửi kèm báo cáo số liệu.",
    "Đã hoàn thành nội dung kiến nghị, có biên bản nghiệm thu kèm theo.",
)
UNDER_WAY = "Đã giao bộ phận chuyên môn thực hiện, đang tổng hợp số liệu."

# What was said at the end of a public-duty check, and what the unit answered.
SPOKEN = (
    (
        "Công chức có mặt đúng giờ, đeo thẻ, mặc đúng quy định; Bộ phận Một cửa bố trí đủ người "
        "trực.\nCòn 02 hồ sơ chứng thực trả sau giờ hẹn chưa có phiếu xin lỗi. Yêu cầu UBND xã "
        "chấn chỉnh ngay, báo cáo kết quả bằng văn bản.",
        "UBND xã tiếp thu, sẽ bổ sung phiếu xin lỗi và nhắc nhở công chức phụ trách.",
    ),
    (
        "Thời điểm kiểm tra có 01 công chức vắng mặt không có lý do, sổ theo dõi đi công tác chưa "
        "ghi đầy đủ.\nYêu cầu Chủ tịch UBND xã làm rõ trách nhiệm, chấp hành nghiêm giờ làm việc.",
        "UBND xã nhận khuyết điểm, đã yêu cầu công chức giải trình bằng văn bản.",
    ),
    (
        "Việc niêm yết thủ tục hành chính đầy đủ, công chức hướng dẫn người dân đúng thái độ.\n"
        "Đề nghị bố trí thêm ghế chờ và nước uống tại Bộ phận Một cửa.",
        "UBND xã nhất trí, sẽ bố trí trong tháng.",
    ),
)


def around(items, start, count):
    """`count` items from a place on, going round: every inspection gets others."""
    return [items[(start + at) % len(items)] for at in range(count)]

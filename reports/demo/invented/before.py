"""Invented: what units reported before a visit, and the documents they were asked for."""

TEXTS = {
    "I": (
        "Bộ máy hành chính ổn định; biên chế được giao và có mặt đúng quy định. Bộ phận Một cửa "
        "làm việc đủ thời gian, công chức được phân công rõ việc."
    ),
    "II.1": (
        "Đã ban hành kế hoạch cải cách hành chính năm và kế hoạch kiểm tra; phân công lãnh đạo phụ "
        "trách, giao nhiệm vụ có thời hạn cho từng phòng."
    ),
    "II.2": "Văn bản ban hành đúng thẩm quyền; đã rà soát văn bản theo kế hoạch.",
    "II.3": (
        "Thủ tục hành chính được niêm yết công khai; hồ sơ tiếp nhận qua Bộ phận Một cửa và hệ "
        "thống thông tin giải quyết thủ tục hành chính. Hồ sơ quá hạn chủ yếu ở lĩnh vực đất đai."
    ),
    "II.4": "Thực hiện quy chế làm việc; sử dụng biên chế không vượt số được giao.",
    "II.5": "Chấp hành giờ làm việc; cử công chức đi đào tạo, bồi dưỡng theo kế hoạch.",
    "II.6": "Công khai dự toán, quyết toán; thực hiện quy chế chi tiêu nội bộ.",
    "II.7": (
        "Văn bản đi được ký số; tỷ lệ thanh toán trực tuyến còn thấp ở địa bàn vùng cao; đang số "
        "hóa kết quả giải quyết còn hiệu lực."
    ),
    "III.1": "Bộ phận Một cửa được bố trí trụ sở, trang thiết bị cơ bản đáp ứng yêu cầu.",
    "III.2": "Thanh toán trực tuyến và số hóa kết quả giải quyết còn chậm.",
    "III.3": (
        "Khách quan: người dân quen dùng tiền mặt. Chủ quan: việc hướng dẫn tại chỗ chưa thường "
        "xuyên."
    ),
    "IV": "Các kiến nghị của lần kiểm tra trước đã được giao thực hiện và theo dõi.",
    "V": "Tập trung số hóa hồ sơ, đẩy mạnh dịch vụ công trực tuyến, kiểm tra cấp dưới.",
    "VI": "Đề nghị tỉnh quan tâm kinh phí trang thiết bị cho Bộ phận Một cửa.",
}
BEGUN = ("I", "II.1", "II.3")
# code: what was counted, out of what
FIGURES = {
    "A0.02": (30, 48),
    "A0.03": (0, None),
    "A0.10": (61, 64),
    "A2.02": (298, 298),
    "A2.08": (1406, 1420),
    "A2.09": (14, None),
    "A2.10": (9, 14),
    "A2.11": (23, 1466),
    "A3.03": (102, 108),
    "A4.05": (58, 110),
    "A6.01": (2315, 2318),
    "A6.03": (842, 1466),
    "A6.05": (214, 905),
    "A6.07": (3120, 5400),
}
DOCUMENTS = (
    ("Quy chế làm việc", "Bản đang có hiệu lực, kèm quyết định ban hành."),
    ("Sổ theo dõi hồ sơ thủ tục hành chính", "Từ đầu kỳ báo cáo, đủ các lĩnh vực."),
)
NOTICE = {
    "symbol": "TB-SNV",
    "capacity": "GIÁM ĐỐC",
    "participants": "Lãnh đạo UBND phường, các phòng chuyên môn, Trung tâm Phục vụ hành chính công",
    "preparation": "Báo cáo theo đề cương; hồ sơ, sổ theo dõi; nơi làm việc cho Đoàn kiểm tra",
    "contact": "Đồng chí Nguyễn Hải Hoàng, Chuyên viên, Sở Nội vụ.",
}
NOTICE_NUMBER = 305
MADE_CLEAR = "Đoàn kiểm tra ghi nhận ý kiến của UBND huyện; hai bên thống nhất nội dung trả lời."

"""Sentences official papers share: what an inspection of an area looks at, how work is done.

Composed from the usual content of such papers; nothing here is quoted from one of them.
"""

# What is looked at under each reform area, by its code.
LOOKED_AT = {
    "A0": "Việc ban hành, triển khai kế hoạch cải cách hành chính; trách nhiệm của người đứng đầu; "
    "công tác tự kiểm tra, tuyên truyền, chế độ thông tin, báo cáo và việc khắc phục tồn tại, "
    "hạn chế đã được chỉ ra",
    "A1": "Việc xây dựng, ban hành, rà soát, hệ thống hóa văn bản quy phạm pháp luật; theo dõi "
    "thi hành pháp luật",
    "A2": "Việc kiểm soát, niêm yết, công khai thủ tục hành chính; tổ chức và hoạt động của Bộ phận "
    "Một cửa; tiếp nhận, giải quyết hồ sơ, trả kết quả; tiếp nhận, xử lý phản ánh, kiến nghị",
    "A3": "Việc thực hiện quy định về tổ chức bộ máy, phân cấp quản lý, quản lý và sử dụng biên chế",
    "A4": "Việc tuyển dụng, sử dụng, đánh giá, đào tạo, bồi dưỡng cán bộ, công chức, viên chức; "
    "chấp hành kỷ luật, kỷ cương hành chính",
    "A5": "Việc thực hiện cơ chế tự chủ, quản lý, sử dụng kinh phí và tài sản công",
    "A6": "Việc gửi, nhận văn bản điện tử; cung cấp dịch vụ công trực tuyến, thanh toán trực "
    "tuyến; số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
}
REQUIREMENTS = (
    "Kiểm tra có trọng tâm, trọng điểm, khách quan, trung thực, đúng quy định của pháp luật; "
    "không làm cản trở hoạt động bình thường của cơ quan, đơn vị được kiểm tra.",
    "Qua kiểm tra phải ghi nhận kết quả đạt được, chỉ rõ tồn tại, hạn chế, nguyên nhân, trách "
    "nhiệm và kiến nghị biện pháp khắc phục cụ thể, có thời hạn.",
)
DUTIES = (
    "Kiểm tra theo nội dung, đối tượng, thời gian của kế hoạch; đánh giá khách quan, trung thực, "
    "đúng quy định của pháp luật.",
    "Được yêu cầu cơ quan, đơn vị được kiểm tra báo cáo, cung cấp hồ sơ, tài liệu, số liệu và làm "
    "rõ những vấn đề liên quan đến nội dung kiểm tra.",
    "Lập biên bản kiểm tra; dự thảo, công bố dự thảo và thông báo kết luận kiểm tra; kiến nghị cơ "
    "quan có thẩm quyền xử lý những vấn đề vượt quá thẩm quyền.",
    "Đoàn kiểm tra tự giải thể sau khi hoàn thành nhiệm vụ.",
)
BUDGET = (
    "Kinh phí thực hiện được bố trí trong dự toán chi thường xuyên được giao cho công tác cải cách "
    "hành chính và các nguồn kinh phí hợp pháp khác theo quy định của pháp luật."
)
TO_PREPARE = (
    "Báo cáo bằng văn bản theo đề cương kèm theo và các phụ lục số liệu.",
    "Văn bản chỉ đạo, điều hành, kế hoạch, báo cáo về cải cách hành chính trong thời kỳ kiểm tra.",
    "Hồ sơ, sổ theo dõi tiếp nhận và giải quyết thủ tục hành chính; kết quả trên Hệ thống thông "
    "tin giải quyết thủ tục hành chính.",
    "Hồ sơ, tài liệu khác có liên quan đến nội dung kiểm tra.",
)
MADE_ALIKE = (
    "Biên bản được lập thành 03 bản có giá trị như nhau: Đoàn kiểm tra giữ 02 bản, đơn vị được "
    "kiểm tra giữ 01 bản; đã đọc lại cho những người tham dự cùng nghe, công nhận là đúng và cùng "
    "ký tên."
)
# The six headings of a self-report; the second holds the results by area.
GENERAL = (
    "Đặc điểm, tình hình chung; cơ cấu tổ chức, biên chế được giao, có mặt.",
    "Việc phân công lãnh đạo, bộ phận phụ trách công tác cải cách hành chính.",
)
SELF_ASSESSED = (
    "Ưu điểm, kết quả nổi bật; mô hình, cách làm hay.",
    "Tồn tại, hạn chế.",
    "Nguyên nhân khách quan, nguyên nhân chủ quan; trách nhiệm của tập thể, cá nhân.",
)
REMEDIED = (
    "Kết quả thực hiện từng kiến nghị của lần kiểm tra trước (nếu có): đã xong, đang thực hiện, "
    "chưa thực hiện; lý do và thời hạn hoàn thành.",
)
AHEAD = ("Nhiệm vụ, giải pháp trọng tâm trong thời gian tới.",)
PROPOSED = ("Kiến nghị, đề xuất với cấp trên và với Đoàn kiểm tra.",)

"""Invented: what the article about Cao Lộc does not state, so that its inspection is complete.

The number and date of the conclusion, further members, the days around 17/6/2024, and the words
of questions, answers, minutes and explanation. The facts are in reports/demo/cao_loc.py; the
assessment and the carrying out below keep to what the article says.
"""

from datetime import date

from inspections.models import DelegationMember

R = DelegationMember.Role
OFFICIAL, SECRETARY = "hoang_van_nam", "luong_thu_trang"

PLAN_SUBMITTED = date(2024, 5, 27)
PERIOD = (date(2023, 6, 15), date(2024, 6, 14))
PURPOSE = (
    "Đánh giá việc thực hiện nhiệm vụ cải cách hành chính tại cơ quan, địa phương; ghi nhận kết "
    "quả, chỉ ra tồn tại, hạn chế và kiến nghị giải pháp khắc phục."
)
FORMED = date(2024, 6, 3)
DECISION = {"decision": "12/QĐ-BCĐCCHC", "decision_on": date(2024, 6, 3)}
NOTIFIED, ACKNOWLEDGED = date(2024, 6, 5), date(2024, 6, 6)
NOTICE_SIGNER = "hoang_thi_hien"
NOTICE = {
    "number": 118,
    "symbol": "TB-SNV",
    "issued_on": NOTIFIED,
    "capacity": "GIÁM ĐỐC",
    "participants": (
        "Lãnh đạo UBND huyện; lãnh đạo Văn phòng HĐND và UBND huyện, Phòng Nội vụ và các phòng "
        "chuyên môn có thủ tục hành chính\n"
        "Lãnh đạo UBND, công chức Bộ phận Một cửa xã Thanh Lòa, xã Hòa Cư"
    ),
    "preparation": (
        "Kế hoạch cải cách hành chính năm 2024 và các văn bản chỉ đạo, điều hành\n"
        "Sổ theo dõi, hồ sơ tiếp nhận và giải quyết thủ tục hành chính từ ngày 15/6/2023\n"
        "Hồ sơ khắc phục tồn tại, hạn chế sau lần kiểm tra trước"
    ),
    "contact": (
        "Đồng chí Nguyễn Hải Hoàng, Chuyên viên Phòng Tổ chức biên chế và Cải cách hành chính, Sở "
        "Nội vụ."
    ),
}
DELIVERED = "Gửi qua hệ thống quản lý văn bản và điều hành của tỉnh."
SELF_REPORT_DUE = date(2024, 6, 10)
SELF_REPORT_RECEIVED = date(2024, 6, 10)
ANNOUNCED = date(2024, 6, 18)
EXPLAINED = date(2024, 6, 20)
DECIDED = date(2024, 6, 24)
CONCLUDED = date(2024, 6, 28)
NUMBER = 3
REPORTED = date(2024, 7, 26)
VERIFIED = date(2024, 8, 5)

MEMBERS = (
    ("nong_thi_hoa", R.DEPUTY_HEAD, ("A1", "A3")),
    (SECRETARY, R.SECRETARY),
    ("ly_thi_mai", R.MEMBER, ("A2", "A6")),
    ("be_van_thanh", R.MEMBER, ("A4", "A5")),
)
# who asked, what, the unit's answer
QUESTIONS = (
    (
        "ly_thi_mai",
        "Đề nghị làm rõ tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực "
        "nêu trong báo cáo 6 tháng đầu năm 2024, nhất là ở cấp xã.",
        "UBND huyện đã giao chỉ tiêu số hóa cho từng phòng, từng xã; phần còn lại sẽ hoàn thành "
        "trong năm 2024 theo chỉ đạo của UBND tỉnh.",
    ),
    (
        "be_van_thanh",
        "Đề nghị cho biết nguyên nhân tỷ lệ thanh toán trực tuyến của một số xã còn thấp.",
        "Người dân ở xã vùng cao quen dùng tiền mặt, nhiều hộ chưa có tài khoản; Bộ phận Một cửa "
        "đang hướng dẫn tại chỗ và bố trí mã QR tại quầy.",
    ),
    (
        "luong_thu_trang",
        "Đề nghị báo cáo thêm về việc UBND huyện kiểm tra công tác cải cách hành chính của các xã.",
        "Sáu tháng đầu năm UBND huyện đã kiểm tra một số xã; các xã còn lại sẽ kiểm tra trong "
        "quý III và quý IV năm 2024.",
    ),
)
ATTENDEES = (
    "Đoàn kiểm tra: Sái Văn Đông, Giám đốc Sở Tư pháp, Trưởng đoàn; Nông Thị Hoa, Phó Trưởng "
    "đoàn; Lương Thu Trang, Thư ký; Lý Thị Mai, Bế Văn Thành, Thành viên.\n"
    "UBND huyện Cao Lộc: Hoàng Văn Nam, Phó Chủ tịch; đại diện các phòng chuyên môn; đại diện "
    "UBND xã Thanh Lòa, UBND xã Hòa Cư."
)
MINUTES = (
    "Đại diện UBND huyện trình bày báo cáo kết quả công tác cải cách hành chính 6 tháng đầu năm "
    "2024. Các thành viên Đoàn kiểm tra trao đổi, đề nghị làm rõ một số nội dung; đại diện UBND "
    "huyện giải trình. Trưởng Đoàn kiểm tra tổng hợp, kết luận các nội dung kiểm tra."
)
ANNOUNCEMENT = {
    "place": "Hội trường UBND huyện Cao Lộc",
    "attended_delegation": "Sái Văn Đông, Giám đốc Sở Tư pháp, Trưởng đoàn\n"
    "Lương Thu Trang, Thư ký đoàn",
    "attended_unit": "Hoàng Văn Nam, Phó Chủ tịch UBND huyện Cao Lộc\n"
    "Đại diện các phòng chuyên môn; đại diện UBND xã Thanh Lòa, UBND xã Hòa Cư",
    "course": "Trưởng Đoàn kiểm tra công bố dự thảo kết luận; đại diện UBND huyện tiếp nhận dự "
    "thảo và sẽ gửi văn bản giải trình trong thời hạn quy định.",
}
EXPLANATION = (
    "UBND huyện Cao Lộc nhất trí với dự thảo kết luận. Các tồn tại, hạn chế Đoàn kiểm tra chỉ ra "
    "tại buổi làm việc chủ yếu do nhân lực của Bộ phận Một cửa cấp xã còn mỏng và kinh phí đầu tư "
    "trang thiết bị hạn hẹp; UBND huyện tiếp thu và sẽ chỉ đạo các phòng chuyên môn, UBND các xã, "
    "thị trấn khắc phục."
)
ACCEPTANCE = "Giải trình rõ ràng, phù hợp với kết quả kiểm tra trực tiếp; Đoàn kiểm tra ghi nhận."
PAPER = {
    "symbol": "TB-ĐKT",
    "place_name": "Lạng Sơn",
    "superior_body": "BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH TỈNH LẠNG SƠN",
    "issuing_body": "ĐOÀN KIỂM TRA",
    "subject": "Kết luận kiểm tra công tác cải cách hành chính năm 2024 tại huyện Cao Lộc",
    "bases": (
        "Kế hoạch số 80/KH-BCĐCCHC ngày 29/5/2024 của Ban Chỉ đạo cải cách hành chính tỉnh về "
        "việc kiểm tra công tác cải cách hành chính năm 2024\n"
        "Căn cứ kết quả kiểm tra trực tiếp ngày 17/6/2024 và ý kiến báo cáo, giải trình của UBND "
        "huyện Cao Lộc"
    ),
    "opening": (
        "Sáng ngày 17/6/2024, Đoàn kiểm tra của Ban Chỉ đạo do đồng chí Sái Văn Đông, Giám đốc Sở "
        "Tư pháp, thành viên Ban Chỉ đạo cải cách hành chính tỉnh làm Trưởng đoàn đã kiểm tra "
        "công tác cải cách hành chính tại huyện Cao Lộc; kiểm tra trực tiếp tại bộ phận một cửa "
        "của UBND huyện và 02 UBND xã (Thanh Lòa, Hòa Cư). Trên cơ sở kết quả kiểm tra và ý kiến "
        "báo cáo, giải trình của UBND huyện, Trưởng Đoàn kiểm tra thông báo kết luận như sau:"
    ),
    "assessment": (
        "Đoàn kiểm tra ghi nhận những kết quả tích cực UBND huyện Cao Lộc đã đạt được trong công "
        "tác cải cách hành chính. Những tồn tại, hạn chế đã được các thành viên Đoàn kiểm tra chỉ "
        "ra tại buổi làm việc với UBND huyện."
    ),
    "implementation": (
        "UBND huyện Cao Lộc tập trung lãnh đạo, chỉ đạo các phòng ban chuyên môn, UBND các xã, "
        "thị trấn thực hiện đồng bộ các giải pháp trên tất cả các lĩnh vực, góp phần nâng cao "
        "chất lượng công tác cải cách hành chính trên địa bàn huyện. Sở Nội vụ theo dõi, tổng hợp."
    ),
    "remediation_report_due_on": date(2024, 7, 29),
    "capacity": "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN",
    "recipients": (
        "Ban Chỉ đạo CCHC tỉnh (báo cáo)\n"
        "Sở Nội vụ\n"
        "UBND huyện Cao Lộc\n"
        "Thành viên Đoàn kiểm tra\n"
        "Lưu: VT, CCHC"
    ),
}
# What the district had done by its report, and what it had begun; the rest it left open.
OUTCOMES = (
    "UBND huyện ban hành văn bản chấn chỉnh kỷ luật, kỷ cương hành chính; tự kiểm tra giờ làm việc "
    "tại 06 phòng chuyên môn và 09 xã, thị trấn, nhắc nhở 02 trường hợp.",
    "Phòng Nội vụ phối hợp Trung tâm Văn hóa, Thể thao và Truyền thông đăng 24 tin, bài; niêm yết "
    "mã QR hướng dẫn tại Bộ phận Một cửa của 22 xã, thị trấn.",
    "UBND huyện thành lập tổ hướng dẫn, đã kiểm tra việc tiếp nhận, giải quyết hồ sơ tại 11 xã, "
    "thị trấn; các đơn vị khắc phục ngay sau kiểm tra.",
)
UNDER_WAY = (
    "Đã tập huấn công chức Bộ phận Một cửa về thanh toán trực tuyến; đang vận động người dân mở "
    "tài khoản tại 05 xã vùng cao.",
    60,
)

"""The usual words of what comes before and during a visit: notice, outline, minutes."""

from django.utils.translation import gettext_lazy as _

from ..catalogue import CLOSING, OPENING, Form, Kind, Slot, bases, recipients, signature

PROPOSED = _("One on each line; proposed when a notice is begun, and may be changed there.")
NOTICE = Form(
    Kind.NOTICE,
    (
        Slot(
            "opening",
            OPENING,
            "Thực hiện {ke_hoach}, {don_vi_ban_hanh} thông báo đến {don_vi_duoc_kiem_tra} như sau:",
        ),
        Slot(
            "invited",
            _("Who attends"),
            "Lãnh đạo {don_vi_duoc_kiem_tra}; lãnh đạo các phòng, bộ phận có liên quan đến nội "
            "dung kiểm tra\n"
            "Công chức phụ trách công tác cải cách hành chính và công chức Bộ phận Một cửa",
            hint=PROPOSED,
        ),
        Slot(
            "prepared",
            _("What the unit prepares"),
            "Báo cáo bằng văn bản theo đề cương kèm theo và các phụ lục số liệu.\n"
            "Văn bản chỉ đạo, điều hành, kế hoạch, báo cáo về cải cách hành chính trong thời kỳ "
            "kiểm tra.\n"
            "Hồ sơ, sổ theo dõi tiếp nhận và giải quyết thủ tục hành chính; kết quả trên Hệ thống "
            "thông tin giải quyết thủ tục hành chính.\n"
            "Hồ sơ, tài liệu khác có liên quan đến nội dung kiểm tra.",
            hint=PROPOSED,
        ),
        Slot(
            "contact",
            _("Whom to ask, where the notice names nobody"),
            "{don_vi_ban_hanh}, bộ phận cải cách hành chính.",
        ),
        Slot(
            "closing",
            CLOSING,
            "{don_vi_ban_hanh} thông báo để {don_vi_duoc_kiem_tra} biết, chuẩn bị và phối hợp thực "
            "hiện",
        ),
        Slot(
            "called_off",
            _("Closing sentence of a notice that calls the inspection off"),
            "Cuộc kiểm tra tại {don_vi_duoc_kiem_tra} theo {ke_hoach} không tiến hành; các thông "
            "báo trước về lịch kiểm tra tại {don_vi_duoc_kiem_tra} hết hiệu lực",
        ),
        recipients("{don_vi_duoc_kiem_tra}", "Thành viên Đoàn kiểm tra", "Lưu: VT, CCHC"),
        signature(),
    ),
    ("don_vi_ban_hanh", "ke_hoach", "doan_kiem_tra", "don_vi_duoc_kiem_tra", "tham_quyen_ky"),
)
OUTLINE = Form(
    Kind.OUTLINE,
    (
        Slot("opening", OPENING, "Thực hiện {ke_hoach}, {don_vi_bao_cao} báo cáo như sau:"),
        Slot(
            "general",
            _("Part I, general: what is asked"),
            "Đặc điểm, tình hình chung; cơ cấu tổ chức, biên chế được giao, có mặt.\n"
            "Việc phân công lãnh đạo, bộ phận phụ trách công tác cải cách hành chính.",
        ),
        Slot(
            "assessed",
            _("Part III, self-assessment: what is asked"),
            "Ưu điểm, kết quả nổi bật; mô hình, cách làm hay.\n"
            "Tồn tại, hạn chế.\n"
            "Nguyên nhân khách quan, nguyên nhân chủ quan; trách nhiệm của tập thể, cá nhân.",
        ),
        Slot(
            "remedied",
            _("Part IV, what was remedied: what is asked"),
            "Kết quả thực hiện từng kiến nghị của lần kiểm tra trước (nếu có): đã xong, đang thực "
            "hiện, chưa thực hiện; lý do và thời hạn hoàn thành.",
        ),
        Slot(
            "ahead",
            _("Part V, what is ahead: what is asked"),
            "Nhiệm vụ, giải pháp trọng tâm trong thời gian tới.",
        ),
        Slot(
            "proposed",
            _("Part VI, proposals: what is asked"),
            "Kiến nghị, đề xuất với cấp trên và với Đoàn kiểm tra.",
        ),
        Slot(
            "closing",
            CLOSING,
            "Trên đây là báo cáo của {don_vi_bao_cao}, kính gửi Đoàn kiểm tra xem xét.",
        ),
        recipients("Như trên", "Lưu: VT"),
        signature(),
    ),
    ("ke_hoach", "doan_kiem_tra", "don_vi_bao_cao", "tham_quyen_ky"),
)
MINUTES = Form(
    Kind.MINUTES,
    (
        bases("{ke_hoach}\nQuyết định số {so_quyet_dinh_doan} về việc thành lập Đoàn kiểm tra"),
        Slot(
            "opening",
            OPENING,
            "Hôm nay, hồi …… giờ ……, ngày {ngay}, tại {dia_diem}, {doan_kiem_tra} tiến hành làm "
            "việc với {don_vi_duoc_kiem_tra}.",
        ),
        Slot(
            "ended",
            _("When it ended"),
            "Buổi làm việc kết thúc hồi …… giờ ……, ngày {ngay}.",
        ),
        Slot(
            "closing",
            CLOSING,
            "Biên bản được lập thành 03 bản có giá trị như nhau: Đoàn kiểm tra giữ 02 bản, đơn vị "
            "được kiểm tra giữ 01 bản; đã đọc lại cho những người tham dự cùng nghe, công nhận là "
            "đúng và cùng ký tên.",
        ),
        signature(
            "ĐẠI DIỆN\n{don_vi_duoc_kiem_tra}",
            name="unit_signature",
            label=_("Above the signature of the unit"),
        ),
        signature(
            "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN",
            label=_("Above the signature of the head of the delegation"),
        ),
        recipients("{don_vi_duoc_kiem_tra}", "{doan_kiem_tra}", "Lưu: Hồ sơ kiểm tra"),
    ),
    ("ke_hoach", "so_quyet_dinh_doan", "doan_kiem_tra", "don_vi_duoc_kiem_tra", "ngay", "dia_diem"),
)
FORMS = (NOTICE, OUTLINE, MINUTES)

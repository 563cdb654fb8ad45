"""The usual words of the conclusion and of what follows it: the letter, the unit's report."""

from django.utils.translation import gettext_lazy as _

from ..catalogue import CLOSING, OPENING, Form, Kind, Slot, recipients, signature

PROPOSED = _("Proposed when a conclusion is begun; the head may write otherwise.")
CONCLUSION = Form(
    Kind.CONCLUSION,
    (
        Slot(
            "bases",
            _("Bases"),
            "{ke_hoach}\nQuyết định số {so_quyet_dinh_doan} về việc thành lập Đoàn kiểm tra",
            hint=PROPOSED,
        ),
        Slot(
            "opening",
            OPENING,
            "{thoi_gian}, {doan_va_truong_doan} đã tiến hành kiểm tra {noi_dung_kiem_tra} năm "
            "{nam} tại {don_vi_duoc_kiem_tra}.\n"
            "Trên cơ sở {co_so_ket_luan}, Trưởng đoàn kết luận như sau:",
            hint=PROPOSED,
        ),
        Slot(
            "visited",
            _("Before the places that were seen"),
            "Đoàn kiểm tra đã làm việc, kiểm tra trực tiếp tại:",
            most_lines=1,
        ),
        Slot(
            "advised",
            _("Before the recommendations"),
            "Đoàn kiểm tra kiến nghị các cơ quan, đơn vị thực hiện các nội dung sau:",
            most_lines=1,
        ),
        Slot(
            "implementation",
            _("How it is carried out"),
            "{don_vi_duoc_kiem_tra} xây dựng kế hoạch khắc phục, tổ chức thực hiện các kiến nghị "
            "nêu trên và báo cáo kết quả về {noi_bao_cao} trước ngày {han_bao_cao}.",
            hint=PROPOSED,
        ),
        Slot(
            "recipients",
            _("Recipients (Nơi nhận)"),
            "{co_quan_ban_hanh_ke_hoach} (để báo cáo)\n{don_vi_thuc_hien}\n"
            "Thành viên Đoàn kiểm tra\nLưu: VT, CCHC",
            hint=PROPOSED,
        ),
        Slot(
            "signature",
            _("Lines of capacity above the signature"),
            "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN",
            longest_line=100,
            most_lines=4,
            hint=PROPOSED,
        ),
    ),
    (
        "ke_hoach",
        "so_quyet_dinh_doan",
        "co_quan_ban_hanh_ke_hoach",
        "doan_va_truong_doan",
        "noi_dung_kiem_tra",
        "nam",
        "thoi_gian",
        "don_vi_duoc_kiem_tra",
        "don_vi_thuc_hien",
        "co_so_ket_luan",
        "noi_bao_cao",
        "han_bao_cao",
    ),
)
URGING = Form(
    Kind.URGING,
    (
        Slot(
            "opening",
            OPENING,
            "{thong_bao_ket_luan}, trong đó kiến nghị các cơ quan, đơn vị khắc phục tồn tại, hạn "
            "chế và báo cáo kết quả thực hiện.",
        ),
        Slot(
            "asked",
            _("What is asked for"),
            "Đề nghị các cơ quan, đơn vị khẩn trương chỉ đạo thực hiện dứt điểm các nội dung nêu "
            "trên; đối với nội dung chưa thể hoàn thành, nêu rõ lý do, biện pháp và thời hạn hoàn "
            "thành.",
        ),
        Slot(
            "closing",
            CLOSING,
            "Báo cáo kết quả gửi về {don_vi_ban_hanh} trước ngày {han_tra_loi} để tổng hợp, báo "
            "cáo cấp có thẩm quyền",
        ),
        recipients(
            "Như trên",
            "{co_quan_ban_hanh_ke_hoach} (để báo cáo)",
            "Trưởng Đoàn kiểm tra",
            "Lưu: VT, CCHC",
        ),
        signature(),
    ),
    (
        "don_vi_ban_hanh",
        "thong_bao_ket_luan",
        "don_vi_duoc_kiem_tra",
        "co_quan_ban_hanh_ke_hoach",
        "han_tra_loi",
        "tham_quyen_ky",
    ),
)
REMEDIATION_REPORT = Form(
    Kind.REMEDIATION_REPORT,
    (
        Slot(
            "opening",
            OPENING,
            "Thực hiện {thong_bao_ket_luan}, {don_vi_bao_cao} báo cáo kết quả như sau:",
        ),
        Slot(
            "led",
            _("Part I: how it was led"),
            "{don_vi_va_nhiem_vu_tiep_nhan} đã quán triệt nội dung kết luận kiểm tra, phân công lãnh "
            "đạo, bộ phận chịu trách nhiệm và chỉ đạo khắc phục từng nội dung.",
        ),
        Slot(
            "closing",
            CLOSING,
            "Trên đây là báo cáo kết quả khắc phục của {don_vi_bao_cao}, kính gửi {noi_bao_cao} và "
            "Đoàn kiểm tra tổng hợp",
        ),
        recipients("Như trên", "Lưu: VT"),
        signature(),
    ),
    (
        "don_vi_bao_cao",
        "don_vi_va_nhiem_vu_tiep_nhan",
        "thong_bao_ket_luan",
        "don_vi_duoc_kiem_tra",
        "noi_bao_cao",
        "tham_quyen_ky",
    ),
)
FORMS = (CONCLUSION, URGING, REMEDIATION_REPORT)

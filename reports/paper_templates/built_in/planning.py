"""The usual words of a plan, of what amends it, and of the decision on a delegation."""

from django.utils.translation import gettext_lazy as _

from ..catalogue import CLOSING, OPENING, Form, Kind, Slot, bases, recipients, signature

ISSUED_TO = recipients(
    "Thành viên {ban_chi_dao}",
    "{co_quan_thuong_truc}",
    "{cac_don_vi_duoc_kiem_tra}",
    "Thành viên Đoàn kiểm tra",
    "Lưu: VT, CCHC",
)
PLAN = Form(
    Kind.PLAN,
    (
        bases("{can_cu_linh_vuc}\n{quyet_dinh_ban_chi_dao} về việc thành lập {ban_chi_dao}"),
        Slot(
            "opening",
            OPENING,
            "{don_vi_ban_hanh} ban hành Kế hoạch {trich_yeu} với các nội dung như sau:",
        ),
        Slot(
            "requirements",
            _("Requirements, where the plan states none of its own"),
            "Kiểm tra có trọng tâm, trọng điểm, khách quan, trung thực, đúng quy định của pháp "
            "luật; không làm cản trở hoạt động bình thường của cơ quan, đơn vị được kiểm tra.\n"
            "Qua kiểm tra phải ghi nhận kết quả đạt được, chỉ rõ tồn tại, hạn chế, nguyên nhân, "
            "trách nhiệm và kiến nghị biện pháp khắc phục cụ thể, có thời hạn.",
        ),
        Slot(
            "budget",
            _("Budget"),
            "Kinh phí thực hiện được bố trí trong dự toán chi thường xuyên được giao cho công tác "
            "cải cách hành chính và các nguồn kinh phí hợp pháp khác theo quy định của pháp luật.",
        ),
        Slot(
            "units_duty",
            _("What the inspected units do"),
            "Chuẩn bị báo cáo theo đề cương, hồ sơ, tài liệu liên quan và bố trí thành phần, địa "
            "điểm làm việc theo thông báo của Đoàn kiểm tra; thực hiện các kiến nghị sau kiểm tra.",
        ),
        Slot(
            "delegation_duty",
            _("What head and members of the delegation do"),
            "Trưởng đoàn chủ trì, phân công nhiệm vụ cho các thành viên và kết luận nội dung kiểm "
            "tra; các thành viên chịu trách nhiệm về lĩnh vực được phân công.",
        ),
        Slot(
            "agency_duty",
            _("What the standing agency does"),
            "{co_quan_thuong_truc} là cơ quan đầu mối theo dõi, đôn đốc, tham mưu triển khai Kế "
            "hoạch này; tổng hợp, báo cáo kết quả kiểm tra {noi_dung_kiem_tra} năm {nam} theo quy "
            "định.",
        ),
        Slot(
            "closing",
            CLOSING,
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh "
            "về {co_quan_thuong_truc} để tổng hợp, báo cáo {don_vi_ban_hanh} xem xét, quyết định",
        ),
        ISSUED_TO,
        signature(),
    ),
    (
        "don_vi_ban_hanh",
        "ban_chi_dao",
        "quyet_dinh_ban_chi_dao",
        "co_quan_thuong_truc",
        "trich_yeu",
        "nam",
        "noi_dung_kiem_tra",
        "can_cu_linh_vuc",
        "cac_don_vi_duoc_kiem_tra",
        "tham_quyen_ky",
    ),
)
AMENDING_PLAN = Form(
    Kind.AMENDING_PLAN,
    (
        bases("", required=False),
        Slot(
            "opening",
            OPENING,
            "{don_vi_ban_hanh} sửa đổi, bổ sung {ke_hoach_duoc_sua} với các nội dung như sau:",
        ),
        Slot(
            "closing",
            CLOSING,
            "Các nội dung khác giữ nguyên theo Kế hoạch số {so_ky_hieu_ke_hoach_duoc_sua}. Các cơ "
            "quan, đơn vị có liên quan chịu trách nhiệm thực hiện Kế hoạch này",
        ),
        ISSUED_TO,
        signature(),
    ),
    (*PLAN.fields, "ke_hoach_duoc_sua", "so_ky_hieu_ke_hoach_duoc_sua"),
)
DECISION = Form(
    Kind.DECISION,
    (
        bases(
            "{quyet_dinh_ban_chi_dao} về việc thành lập {ban_chi_dao}\n{ke_hoach}\n"
            "Theo đề nghị của {nguoi_de_nghi}"
        ),
        Slot(
            "duties",
            _("Article 2: duties and powers of the delegation"),
            "Kiểm tra các nội dung nêu tại Kế hoạch số {so_ky_hieu_ke_hoach}. Kiểm tra theo nội "
            "dung, đối tượng, thời gian của kế hoạch; đánh giá khách quan, trung thực, đúng quy "
            "định của pháp luật.\n"
            "Được yêu cầu cơ quan, đơn vị được kiểm tra báo cáo, cung cấp hồ sơ, tài liệu, số liệu "
            "và làm rõ những vấn đề liên quan đến nội dung kiểm tra.\n"
            "Lập biên bản kiểm tra; dự thảo, công bố dự thảo và thông báo kết luận kiểm tra; kiến "
            "nghị cơ quan có thẩm quyền xử lý những vấn đề vượt quá thẩm quyền.\n"
            "Đoàn kiểm tra tự giải thể sau khi hoàn thành nhiệm vụ.",
            hint=_("One on each line; they are numbered."),
        ),
        Slot(
            "units_duty",
            _("Article 3: what the inspected units do, and the budget"),
            "Cơ quan, đơn vị được kiểm tra chuẩn bị báo cáo, hồ sơ, tài liệu, bố trí thành phần "
            "làm việc và thực hiện yêu cầu, kiến nghị của Đoàn kiểm tra. Kinh phí hoạt động của "
            "Đoàn kiểm tra thực hiện theo quy định hiện hành.",
        ),
        Slot(
            "closing",
            _("Article 4: effect and carrying out"),
            "Quyết định này có hiệu lực kể từ ngày ký. Các đồng chí có tên tại Điều 1, "
            "{nguoi_thi_hanh} và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết "
            "định này",
        ),
        recipients(
            "Như Điều 4",
            "{don_vi_ban_hanh} (để báo cáo)",
            "{co_quan_thuong_truc}",
            "{cac_don_vi_duoc_kiem_tra}",
            "Lưu: VT, CCHC",
        ),
        signature(),
    ),
    (
        "don_vi_ban_hanh",
        "ban_chi_dao",
        "quyet_dinh_ban_chi_dao",
        "co_quan_thuong_truc",
        "ke_hoach",
        "so_ky_hieu_ke_hoach",
        "doan_kiem_tra",
        "nguoi_de_nghi",
        "nguoi_thi_hanh",
        "cac_don_vi_duoc_kiem_tra",
        "tham_quyen_ky",
    ),
)
FORMS = (PLAN, AMENDING_PLAN, DECISION)

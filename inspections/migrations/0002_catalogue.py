"""The catalogues a new portal starts with; administrators change them by adding rows.

Reform areas: Resolution 76/NQ-CP (15/7/2021) and before it 30c/NQ-CP (8/11/2011); names as in
Circular 06/2026/TT-BNV. Deadlines: usual practice (domain §5.1), no national rule fixes them.
"""

from datetime import date

from django.db import migrations

BEGIN = date(2011, 11, 8)
NQ76 = date(2021, 7, 15)

TYPES = (
    ("cchc", "Kiểm tra công tác cải cách hành chính", "Nghị quyết 76/NQ-CP"),
    ("tthc_control", "Kiểm tra việc kiểm soát thủ tục hành chính", "Nghị định 63/2010/NĐ-CP"),
    ("public_duty", "Kiểm tra công vụ", "Chỉ thị 26/CT-TTg năm 2016"),
)
AREAS = (
    ("A0", "Công tác chỉ đạo, điều hành cải cách hành chính", BEGIN, None),
    ("A1", "Cải cách thể chế", BEGIN, None),
    ("A2", "Cải cách thủ tục hành chính", BEGIN, None),
    ("A3", "Cải cách tổ chức bộ máy hành chính nhà nước", BEGIN, None),
    (
        "A4",
        "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức",
        BEGIN,
        NQ76,
    ),
    ("A4", "Cải cách chế độ công vụ", NQ76, None),
    ("A5", "Cải cách tài chính công", BEGIN, None),
    ("A6", "Hiện đại hóa hành chính", BEGIN, NQ76),
    ("A6", "Xây dựng và phát triển chính quyền điện tử, chính quyền số", NQ76, None),
)
SECTORS = (
    ("land", "Đất đai"),
    ("construction", "Xây dựng"),
    ("justice", "Tư pháp - hộ tịch"),
    ("business", "Đăng ký kinh doanh"),
    ("tax", "Thuế"),
    ("social", "Lao động, người có công và xã hội"),
    ("health", "Y tế"),
    ("education", "Giáo dục và đào tạo"),
    ("insurance", "Bảo hiểm xã hội"),
    ("agriculture", "Nông nghiệp và môi trường"),
)
DEADLINES = (
    ("self_report", "Nộp báo cáo trước ngày kiểm tra", 5, "working"),
    ("explanation", "Giải trình dự thảo kết luận", 5, "working"),
    ("conclusion", "Ban hành kết luận sau ngày giải trình", 15, "calendar"),
    ("remediation_report", "Báo cáo kết quả khắc phục", 30, "calendar"),
)
PRACTICE = "Thông lệ; không có quy định chung"


def fill(apps, schema_editor):
    def rows(model, values):
        objects = apps.get_model("inspections", model).objects
        objects.bulk_create(objects.model(**value) for value in values)

    rows(
        "InspectionType",
        ({"code": c, "name": n, "valid_from": BEGIN, "basis": b} for c, n, b in TYPES),
    )
    rows(
        "ReformArea",
        (
            {
                "code": c,
                "name": n,
                "valid_from": begin,
                "valid_to": end,
                "basis": "Nghị quyết 30c/NQ-CP" if end else "Nghị quyết 76/NQ-CP",
            }
            for c, n, begin, end in AREAS
        ),
    )
    rows("ServiceSector", ({"code": c, "name": n, "valid_from": BEGIN} for c, n in SECTORS))
    rows(
        "DeadlineRule",
        (
            {
                "code": c,
                "name": n,
                "days": days,
                "counted": counted,
                "valid_from": BEGIN,
                "basis": PRACTICE,
            }
            for c, n, days, counted in DEADLINES
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("inspections", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]

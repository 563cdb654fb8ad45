"""Outlines of self-reports, and the figures units give in them.

The figures are the percentages and counts of the checklist of areas A0 to A6 (wording ours, on the
laws named with each); targets are those often quoted, a province sets its own by further rows. The
headings follow the usual outline (đề cương) of such reports; part II goes by the areas of its time.
"""

from datetime import date

import django.db.models.deletion
from django.db import migrations, models

BEGIN = date(2011, 11, 8)  # the first reform programme the catalogue knows, 30c/NQ-CP
NQ76 = date(2021, 7, 15)
OPENING = (
    "I",
    "Khái quát chung",
    "Đặc điểm tình hình; tổ chức bộ máy; biên chế được giao và có mặt.",
    "",
)
CLOSING = (
    ("III.1", "Ưu điểm, kết quả nổi bật", "Kết quả đạt được, mô hình, cách làm hay.", ""),
    ("III.2", "Tồn tại, hạn chế", "Nêu cụ thể theo từng lĩnh vực.", ""),
    ("III.3", "Nguyên nhân", "Nguyên nhân khách quan và nguyên nhân chủ quan.", ""),
    (
        "IV",
        "Việc khắc phục kết luận kiểm tra lần trước",
        "Từng kiến nghị: đã thực hiện, đang thực hiện, chưa thực hiện và lý do; ghi rõ nếu chưa "
        "được kiểm tra.",
        "",
    ),
    ("V", "Phương hướng, nhiệm vụ", "Nhiệm vụ trọng tâm đến hết năm.", ""),
    ("VI", "Kiến nghị, đề xuất", "Với cấp tỉnh, với các sở, ngành.", ""),
)
OPTIONAL = ("VI",)
DIRECTION = ("A0", "Công tác chỉ đạo, điều hành cải cách hành chính")
FROM_A1_TO_A3 = (
    ("A1", "Cải cách thể chế"),
    ("A2", "Cải cách thủ tục hành chính"),
    ("A3", "Cải cách tổ chức bộ máy hành chính nhà nước"),
)
BEFORE_76 = (
    DIRECTION,
    *FROM_A1_TO_A3,
    ("A4", "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức"),
    ("A5", "Cải cách tài chính công"),
    ("A6", "Hiện đại hóa hành chính"),
)
SINCE_76 = (
    DIRECTION,
    *FROM_A1_TO_A3,
    ("A4", "Cải cách chế độ công vụ"),
    ("A5", "Cải cách tài chính công"),
    ("A6", "Xây dựng và phát triển chính quyền điện tử, chính quyền số"),
)
# The content groups of Article 35a of Decree 63/2010/NĐ-CP.
CONTROL = (
    ("A0", "Chỉ đạo, điều hành hoạt động kiểm soát thủ tục hành chính"),
    ("", "Kiểm soát quy định thủ tục hành chính trong dự án văn bản quy phạm pháp luật"),
    ("A2", "Kiểm soát việc thực hiện thủ tục hành chính"),
    ("", "Rà soát, đánh giá thủ tục hành chính"),
    ("", "Tiếp nhận, xử lý phản ánh, kiến nghị về quy định hành chính"),
    ("A6", "Giải quyết thủ tục hành chính trên môi trường điện tử và nội dung khác"),
)
DUTY = (
    ("A4", "Chấp hành kỷ luật, kỷ cương hành chính và thời giờ làm việc"),
    ("A2", "Tiếp nhận, giải quyết thủ tục hành chính cho người dân, tổ chức"),
)
SAID = "Kết quả thực hiện trong kỳ báo cáo, kèm số liệu."
# code of the type, name, basis, from, to, headings of part II
OUTLINES = (
    (
        "cchc",
        "Đề cương báo cáo công tác cải cách hành chính",
        "Nghị quyết 30c/NQ-CP",
        BEGIN,
        NQ76,
        BEFORE_76,
    ),
    (
        "cchc",
        "Đề cương báo cáo công tác cải cách hành chính",
        "Nghị quyết 76/NQ-CP",
        NQ76,
        None,
        SINCE_76,
    ),
    (
        "tthc_control",
        "Đề cương báo cáo kiểm soát thủ tục hành chính",
        "Nghị định 63/2010/NĐ-CP, Điều 35a",
        BEGIN,
        None,
        CONTROL,
    ),
    (
        "public_duty",
        "Đề cương báo cáo thực hiện công vụ",
        "Chỉ thị 26/CT-TTg năm 2016",
        BEGIN,
        None,
        DUTY,
    ),
)
PAR = "PAR Index"
ONE_STOP = "Nghị định 61/2018/NĐ-CP; từ 01/7/2025 Nghị định 118/2025/NĐ-CP"
SHARE, RATIO, COUNT = "share", "ratio", "count"
UP, DOWN = "up", "down"
ALL, SH, HX = "SHX", "SH", "HX"


def of(what, part, unit):
    return what, part, unit


# code, kind, name, (what is counted, out of, unit), better, target, its words, levels, basis,
# from, to. Without the two that only the delegation can count: A2.07 (a sample drawn at random)
# and A4.02 (who is absent when it comes).
FIGURES = (
    ("A0.02", SHARE, "Nhiệm vụ trong kế hoạch CCHC năm đã hoàn thành",
     of("Nhiệm vụ đã hoàn thành", "Nhiệm vụ trong kế hoạch năm", "nhiệm vụ"),
     UP, None, "100% cuối năm; theo kỳ báo cáo", ALL, f"Nghị quyết 76/NQ-CP; {PAR}", BEGIN, None),
    ("A0.03", COUNT, "Báo cáo CCHC định kỳ gửi chậm hoặc thiếu nội dung",
     of("Báo cáo gửi chậm hoặc thiếu", "", "báo cáo"),
     DOWN, 0, "0", ALL, "Nghị định 09/2019/NĐ-CP", BEGIN, None),
    ("A0.05", SHARE, "Phòng, đơn vị trực thuộc, UBND cấp xã được kiểm tra trong năm",
     of("Đơn vị đã được kiểm tra", "Đơn vị trực thuộc", "đơn vị"),
     UP, 30, "≥30%; tỉnh có thể đặt mức cao hơn", ALL, PAR, BEGIN, None),
    ("A0.06", SHARE, "Vấn đề phát hiện qua kiểm tra đã được xử lý",
     of("Vấn đề đã xử lý", "Vấn đề phát hiện", "vấn đề"), UP, 100, "100%", ALL, PAR, BEGIN, None),
    ("A0.09", COUNT, "Cuộc đối thoại của người đứng đầu với người dân, doanh nghiệp",
     of("Cuộc đối thoại", "", "cuộc"), UP, 1, "ít nhất 1 cuộc/năm", ALL,
     "Nghị quyết 76/NQ-CP", NQ76, None),
    ("A0.10", SHARE, "Nhiệm vụ cấp trên giao hoàn thành đúng hạn",
     of("Nhiệm vụ hoàn thành đúng hạn", "Nhiệm vụ được giao", "nhiệm vụ"),
     UP, 100, "100%", ALL, "Quy chế làm việc của UBND", BEGIN, None),
    ("A0.11", COUNT, "Mô hình, sáng kiến CCHC mới được áp dụng",
     of("Mô hình, sáng kiến", "", "mô hình"), UP, 1, "ít nhất 1", ALL, PAR, BEGIN, None),
    ("A0.13", SHARE, "Kiến nghị của kỳ kiểm tra trước đã khắc phục xong",
     of("Kiến nghị đã khắc phục xong", "Kiến nghị của kỳ trước", "kiến nghị"),
     UP, 100, "100%", ALL, "Kết luận kiểm tra kỳ trước", BEGIN, None),
    ("A1.02", SHARE, "Văn bản quy phạm pháp luật, đề án được giao ban hành đúng tiến độ",
     of("Văn bản đúng tiến độ", "Văn bản được giao", "văn bản"),
     UP, 100, "100%", SH, "Luật Ban hành văn bản quy phạm pháp luật", BEGIN, None),
    ("A1.03", COUNT, "Văn bản trái thẩm quyền, trái pháp luật đã phát hiện mà chưa xử lý",
     of("Văn bản chưa xử lý", "", "văn bản"), DOWN, 0, "0", ALL,
     "Luật Ban hành văn bản quy phạm pháp luật", BEGIN, None),
    ("A2.02", SHARE, "Thủ tục hành chính được cập nhật, công khai đúng hạn",
     of("TTHC công khai đúng hạn", "TTHC thuộc thẩm quyền", "TTHC"),
     UP, 100, "100%", ALL, "Quyết định 766/QĐ-TTg", date(2022, 6, 23), None),
    ("A2.08", SHARE, "Hồ sơ giải quyết đúng hạn và trước hạn",
     of("Hồ sơ đúng hạn, trước hạn", "Hồ sơ đã giải quyết", "hồ sơ"),
     UP, 95, "≥95%; địa phương tự đặt", ALL, f"Quyết định 766/QĐ-TTg; {PAR}", BEGIN, None),
    ("A2.09", COUNT, "Hồ sơ giải quyết quá hạn trong kỳ",
     of("Hồ sơ quá hạn", "", "hồ sơ"), DOWN, 0, "0", ALL, ONE_STOP, BEGIN, None),
    ("A2.10", SHARE, "Hồ sơ quá hạn có văn bản xin lỗi và hẹn lại",
     of("Hồ sơ có văn bản xin lỗi", "Hồ sơ quá hạn", "hồ sơ"), UP, 100, "100%", ALL,
     "Thông tư 01/2018/TT-VPCP; từ 01/7/2025 Thông tư 03/2025/TT-VPCP", BEGIN, None),
    ("A2.11", SHARE, "Hồ sơ bị trả lại, từ chối",
     of("Hồ sơ trả lại, từ chối", "Tổng số hồ sơ tiếp nhận", "hồ sơ"),
     DOWN, None, "càng thấp càng tốt", ALL, ONE_STOP, BEGIN, None),
    ("A2.12", COUNT, "Hồ sơ trả lại không có lý do bằng văn bản",
     of("Hồ sơ trả lại không có lý do", "", "hồ sơ"), DOWN, 0, "0", ALL,
     "Thông tư 01/2018/TT-VPCP; từ 01/7/2025 Thông tư 03/2025/TT-VPCP", BEGIN, None),
    ("A2.13", COUNT, "Hồ sơ giải quyết sai thẩm quyền hoặc đòi giấy tờ ngoài quy định",
     of("Hồ sơ sai quy định", "", "hồ sơ"), DOWN, 0, "0", ALL,
     "Nghị định 63/2010/NĐ-CP", BEGIN, None),
    ("A2.14", SHARE, "Hồ sơ được cập nhật trên hệ thống thông tin giải quyết TTHC",
     of("Hồ sơ đã cập nhật", "Tổng số hồ sơ tiếp nhận", "hồ sơ"),
     UP, 100, "100%", ALL, ONE_STOP, date(2018, 6, 21), None),
    ("A2.18", SHARE, "Phản ánh, kiến nghị về quy định hành chính xử lý đúng hạn",
     of("Phản ánh xử lý đúng hạn", "Phản ánh đã tiếp nhận", "phản ánh"), UP, 100, "100%", ALL,
     "Nghị định 20/2008/NĐ-CP, Nghị định 92/2017/NĐ-CP", BEGIN, None),
    ("A2.19", COUNT, "TTHC được rà soát, kiến nghị đơn giản hóa hoặc cắt giảm thời gian",
     of("TTHC được rà soát", "", "TTHC"), UP, None, "theo kế hoạch rà soát", ALL,
     "Nghị định 63/2010/NĐ-CP, Chương V", BEGIN, None),
    ("A2.20", SHARE, "Người dân, tổ chức hài lòng về giải quyết TTHC",
     of("Phiếu hài lòng", "Phiếu khảo sát thu về", "phiếu"), UP, 90, "≥90% vào năm 2025", ALL,
     "Nghị quyết 76/NQ-CP", NQ76, date(2026, 1, 1)),
    ("A2.20", SHARE, "Người dân, tổ chức hài lòng về giải quyết TTHC",
     of("Phiếu hài lòng", "Phiếu khảo sát thu về", "phiếu"), UP, 95, "≥95% vào năm 2030", ALL,
     "Nghị quyết 76/NQ-CP", date(2026, 1, 1), None),
    ("A3.03", RATIO, "Biên chế có mặt so với số được giao",
     of("Người có mặt", "Biên chế được giao", "người"), DOWN, 100, "không vượt số được giao", ALL,
     "Nghị định 62/2020/NĐ-CP", BEGIN, None),
    ("A3.04", RATIO, "Thực hiện kế hoạch tinh giản biên chế",
     of("Người đã tinh giản", "Kế hoạch tinh giản", "người"), UP, 100, "100% kế hoạch", ALL,
     "Nghị định 29/2023/NĐ-CP; sau đó Nghị định 154/2025/NĐ-CP", BEGIN, None),
    ("A3.05", RATIO, "Sắp xếp, giảm đầu mối đơn vị sự nghiệp công lập",
     of("Đơn vị đã giảm", "Kế hoạch giảm", "đơn vị"), UP, 100, "100% kế hoạch", SH,
     "Nghị định 120/2020/NĐ-CP", date(2020, 12, 1), None),
    ("A4.03", SHARE, "Công chức, viên chức bố trí đúng vị trí việc làm",
     of("Người bố trí đúng", "Tổng số công chức, viên chức", "người"), UP, 100, "100%", ALL,
     "Nghị định 62/2020/NĐ-CP, Nghị định 106/2020/NĐ-CP", BEGIN, None),
    ("A4.04", SHARE, "Cán bộ, công chức cấp xã đạt chuẩn theo quy định",
     of("Cán bộ, công chức đạt chuẩn", "Cán bộ, công chức cấp xã", "người"), UP, 100, "100%", HX,
     "Nghị định 33/2023/NĐ-CP; từ 01/7/2025 Luật Cán bộ, công chức 80/2025/QH15", BEGIN, None),
    ("A4.05", RATIO, "Thực hiện kế hoạch đào tạo, bồi dưỡng",
     of("Lượt người đã đào tạo", "Lượt người theo kế hoạch năm", "lượt người"),
     UP, None, "≥50% sau 6 tháng; 100% cả năm", ALL,
     "Nghị định 101/2017/NĐ-CP, Nghị định 89/2021/NĐ-CP", BEGIN, None),
    ("A5.04", SHARE, "Đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên trở lên",
     of("Đơn vị tự bảo đảm", "Đơn vị sự nghiệp công lập", "đơn vị"),
     UP, None, "theo kế hoạch", SH, "Nghị định 60/2021/NĐ-CP", date(2021, 8, 15), None),
    ("A5.05", SHARE, "Giải ngân vốn đầu tư công trong năm",
     of("Vốn đã giải ngân", "Vốn được giao", "triệu đồng"), UP, None, "theo chỉ đạo năm", ALL,
     PAR, BEGIN, None),
    ("A6.01", SHARE, "Văn bản đi được ký số và gửi trên môi trường điện tử",
     of("Văn bản ký số, gửi điện tử", "Văn bản đi, trừ văn bản mật", "văn bản"),
     UP, 100, "100%", ALL, "Quyết định 28/2018/QĐ-TTg; Nghị định 30/2020/NĐ-CP",
     date(2018, 7, 12), None),
    ("A6.02", SHARE, "Lãnh đạo, công chức được cấp và sử dụng chữ ký số cá nhân",
     of("Người dùng chữ ký số", "Lãnh đạo, công chức", "người"), UP, None, "100% lãnh đạo", ALL,
     "Nghị định 68/2024/NĐ-CP và quy định trước đó", BEGIN, None),
    ("A6.03", SHARE, "Hồ sơ tiếp nhận, xử lý trực tuyến (toàn trình và một phần)",
     of("Hồ sơ trực tuyến", "Tổng số hồ sơ tiếp nhận", "hồ sơ"),
     UP, None, "theo chỉ tiêu tỉnh", ALL, "Nghị định 42/2022/NĐ-CP",
     date(2022, 8, 15), date(2026, 7, 1)),
    ("A6.03", SHARE, "Hồ sơ tiếp nhận, xử lý trực tuyến",
     of("Hồ sơ trực tuyến", "Tổng số hồ sơ tiếp nhận", "hồ sơ"),
     UP, None, "theo chỉ tiêu tỉnh", ALL, "Nghị định 224/2026/NĐ-CP", date(2026, 7, 1), None),
    # Levels 3 and 4 ended with Decree 43/2011; nothing later may be compared with them.
    ("A6.04", SHARE, "Hồ sơ dịch vụ công trực tuyến mức độ 3, mức độ 4",
     of("Hồ sơ trực tuyến mức độ 3, 4", "Tổng số hồ sơ tiếp nhận", "hồ sơ"),
     UP, None, "theo chỉ tiêu năm", ALL, "Nghị định 43/2011/NĐ-CP", BEGIN, date(2022, 8, 15)),
    ("A6.05", SHARE, "Giao dịch thanh toán trực tuyến phí, lệ phí, nghĩa vụ tài chính",
     of("Giao dịch trực tuyến", "Tổng số giao dịch", "giao dịch"),
     UP, 30, "≥30% vào năm 2025 hoặc chỉ tiêu tỉnh", ALL, "Nghị quyết 76/NQ-CP",
     NQ76, date(2026, 1, 1)),
    ("A6.05", SHARE, "Giao dịch thanh toán trực tuyến phí, lệ phí, nghĩa vụ tài chính",
     of("Giao dịch trực tuyến", "Tổng số giao dịch", "giao dịch"),
     UP, None, "theo chỉ tiêu tỉnh", ALL, "Nghị quyết 76/NQ-CP", date(2026, 1, 1), None),
    ("A6.06", SHARE, "Hồ sơ TTHC được số hóa khi tiếp nhận",
     of("Hồ sơ đã số hóa", "Tổng số hồ sơ tiếp nhận", "hồ sơ"), UP, None, "theo chỉ tiêu tỉnh",
     ALL, "Nghị định 107/2021/NĐ-CP; từ 01/7/2025 Nghị định 118/2025/NĐ-CP",
     date(2021, 12, 6), None),
    ("A6.07", SHARE, "Kết quả giải quyết TTHC còn hiệu lực đã số hóa",
     of("Kết quả đã số hóa", "Kết quả còn hiệu lực", "kết quả"), UP, None,
     "theo chỉ đạo của UBND tỉnh", ALL, "Nghị định 107/2021/NĐ-CP", date(2021, 12, 6), None),
    ("A6.08", SHARE, "Hồ sơ được cấp kết quả điện tử",
     of("Hồ sơ có kết quả điện tử", "Hồ sơ đã giải quyết", "hồ sơ"), UP, None,
     "theo chỉ tiêu tỉnh", ALL, "Nghị định 45/2020/NĐ-CP", date(2020, 5, 22), None),
    ("A6.09", SHARE, "Hồ sơ công việc xử lý trên môi trường mạng",
     of("Hồ sơ xử lý trên mạng", "Tổng số hồ sơ công việc", "hồ sơ"), UP, None,
     "theo chỉ tiêu tỉnh", ALL, "Nghị quyết 76/NQ-CP; Quyết định 942/QĐ-TTg", NQ76, None),
    ("A6.11", COUNT, "Mô hình, điểm hỗ trợ người dân dùng dịch vụ công trực tuyến",
     of("Mô hình, điểm hỗ trợ", "", "điểm"), UP, 1, "ít nhất 1", HX,
     "Nghị định 224/2026/NĐ-CP", BEGIN, None),
)  # fmt: skip


def fill(apps, schema_editor):
    outlines = apps.get_model("inspections", "ReportOutline").objects
    for code, name, basis, begin, end, parts in OUTLINES:
        words = {"name": name, "basis": basis, "valid_from": begin, "valid_to": end}
        write_headings(apps, outlines.create(code=code, **words), parts)
    figures = apps.get_model("inspections", "IndicatorDefinition").objects
    names = ("better", "target", "target_words", "levels", "basis", "valid_from", "valid_to")
    for code, kind, name, (counted, out_of, unit), *rest in FIGURES:
        figures.create(
            code=code,
            name=name,
            area_code=code[:2],
            kind=kind,
            numerator_label=counted,
            denominator_label=out_of,
            unit=unit,
            **dict(zip(names, rest, strict=True)),
        )


def write_headings(apps, outline, parts):
    second = ((f"II.{at}", title, SAID, area) for at, (area, title) in enumerate(parts, start=1))
    items = apps.get_model("inspections", "OutlineItem").objects
    for at, (mark, title, hint, area) in enumerate([OPENING, *second, *CLOSING], start=1):
        items.create(
            outline=outline,
            position=at,
            mark=mark,
            title=title,
            hint=hint,
            area_code=area,
            is_required=mark not in OPTIONAL,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0014_notices"),
    ]

    operations = [
        migrations.AddField(
            model_name="selfreport",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "Being written"),
                    ("submitted", "Submitted"),
                    ("returned", "Returned"),
                ],
                default="draft",
                editable=False,
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="IndicatorDefinition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="legal basis")),
                ("area_code", models.CharField(max_length=20, verbose_name="area")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("share", "part of a whole"),
                            ("ratio", "one count against another"),
                            ("count", "count"),
                        ],
                        max_length=5,
                        verbose_name="kind",
                    ),
                ),
                (
                    "numerator_label",
                    models.CharField(max_length=200, verbose_name="what is counted"),
                ),
                (
                    "denominator_label",
                    models.CharField(blank=True, max_length=200, verbose_name="out of"),
                ),
                ("unit", models.CharField(max_length=40, verbose_name="unit")),
                (
                    "better",
                    models.CharField(
                        blank=True,
                        choices=[("up", "the more the better"), ("down", "the fewer the better")],
                        max_length=4,
                        verbose_name="better",
                    ),
                ),
                (
                    "target",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        verbose_name="target",
                    ),
                ),
                (
                    "target_words",
                    models.CharField(blank=True, max_length=200, verbose_name="target in words"),
                ),
                (
                    "levels",
                    models.CharField(
                        help_text="S: departments, H: districts, X: communes.",
                        max_length=10,
                        verbose_name="levels",
                    ),
                ),
            ],
            options={
                "verbose_name": "figure of a report",
                "verbose_name_plural": "figures of reports",
                "ordering": ["code", "valid_from"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "valid_from"), name="indicatordefinition_once_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="indicatordefinition_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportOutline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="legal basis")),
            ],
            options={
                "verbose_name": "report outline",
                "verbose_name_plural": "report outlines",
                "ordering": ["code", "valid_from"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "valid_from"), name="reportoutline_once_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="reportoutline_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutlineItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                (
                    "mark",
                    models.CharField(
                        help_text="As papers number it: II.3", max_length=10, verbose_name="mark"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "hint",
                    models.CharField(blank=True, max_length=500, verbose_name="what to write"),
                ),
                (
                    "area_code",
                    models.CharField(
                        blank=True, max_length=20, verbose_name="area whose figures belong here"
                    ),
                ),
                ("is_required", models.BooleanField(default=True, verbose_name="must be written")),
                (
                    "outline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="inspections.reportoutline",
                    ),
                ),
            ],
            options={
                "verbose_name": "heading of an outline",
                "verbose_name_plural": "headings of outlines",
                "ordering": ["outline", "position"],
            },
        ),
        migrations.AddField(
            model_name="selfreport",
            name="outline",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="inspections.reportoutline",
            ),
        ),
        migrations.CreateModel(
            name="ReportSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("text", models.TextField(blank=True, max_length=30000, verbose_name="text")),
                (
                    "item",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspections.outlineitem",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="inspections.selfreport",
                    ),
                ),
            ],
            options={
                "verbose_name": "section of a self-report",
                "verbose_name_plural": "sections of self-reports",
                "ordering": ["report", "item__position"],
            },
        ),
        migrations.CreateModel(
            name="ReportFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("numerator", models.BigIntegerField(verbose_name="numerator")),
                ("denominator", models.BigIntegerField(null=True, verbose_name="denominator")),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspections.indicatordefinition",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="inspections.reportsection",
                    ),
                ),
            ],
            options={
                "verbose_name": "reported figure",
                "verbose_name_plural": "reported figures",
                "ordering": ["indicator__code"],
            },
        ),
        migrations.AddConstraint(
            model_name="outlineitem",
            constraint=models.UniqueConstraint(
                fields=("outline", "mark"), name="a_mark_once_an_outline"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportsection",
            constraint=models.UniqueConstraint(
                fields=("report", "item"), name="a_section_once_a_report"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportfigure",
            constraint=models.UniqueConstraint(
                fields=("section", "indicator"), name="a_figure_once_a_section"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("numerator__gte", 0),
                    models.Q(("denominator", None), ("denominator__gte", 0), _connector="OR"),
                ),
                name="figures_are_not_negative",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]

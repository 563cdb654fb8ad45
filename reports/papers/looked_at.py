"""What an inspection looks at under each reform area, by the code of the area.

Composed from the usual content of such papers; nothing here is quoted from one of them.
"""

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

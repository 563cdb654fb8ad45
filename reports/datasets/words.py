"""Vietnamese words of stored values, as papers write them; papers are not translated."""

from findings.models import Explanation, Finding, Remediation
from inspections.models import Inspection, PlanDeadline, PlanUnit, Visit

SESSION = {
    Visit.Session.MORNING: "sáng",
    Visit.Session.AFTERNOON: "chiều",
    Visit.Session.WHOLE_DAY: "cả ngày",
}
VISIT = {
    Visit.Kind.ONE_STOP: "bộ phận một cửa",
    Visit.Kind.WORKING_SESSION: "buổi làm việc",
    Visit.Kind.OFFICE: "nơi làm việc",
}
KIND = {Finding.Kind.STRENGTH: "Ưu điểm", Finding.Kind.SHORTCOMING: "Tồn tại, hạn chế"}
CAUSE = {Finding.Cause.OBJECTIVE: "Khách quan", Finding.Cause.SUBJECTIVE: "Chủ quan"}
DECISION = {
    Explanation.Status.PENDING: "Đang xem xét",
    Explanation.Status.ACCEPTED: "Chấp nhận",
    Explanation.Status.REJECTED: "Không chấp nhận",
}
REMEDIATION = {
    Remediation.Status.ASSIGNED: "Đã giao",
    Remediation.Status.IN_PROGRESS: "Đang thực hiện",
    Remediation.Status.REPORTED: "Đã báo cáo",
    Remediation.Status.ACCEPTED: "Đã chấp nhận",
    Remediation.Status.DROPPED: "Không còn đối tượng",
}
INSPECTION = {
    Inspection.Status.PLANNED: "Đã lên lịch",
    Inspection.Status.ON_SITE: "Đang kiểm tra",
    Inspection.Status.DRAFTING: "Đang dự thảo kết luận",
    Inspection.Status.ANNOUNCED: "Đã công bố dự thảo",
    Inspection.Status.EXPLAINED: "Đã giải trình",
    Inspection.Status.CONCLUDED: "Đã kết luận",
    Inspection.Status.CLOSED: "Đã kết thúc",
    Inspection.Status.CANCELLED: "Đã hủy",
}
FORM = {
    PlanUnit.Form.ON_SITE: "Kiểm tra trực tiếp",
    PlanUnit.Form.BY_REPORT: "Kiểm tra qua báo cáo",
    PlanUnit.Form.AGAIN: "Phúc tra",
    PlanUnit.Form.UNANNOUNCED: "Kiểm tra đột xuất",
}
STEP = {
    PlanDeadline.Code.ESTABLISHING: "Ban hành quyết định thành lập đoàn kiểm tra",
    PlanDeadline.Code.NOTICE: "Thông báo lịch kiểm tra đến đơn vị",
    PlanDeadline.Code.SELF_REPORT: "Đơn vị gửi báo cáo tự kiểm tra",
    PlanDeadline.Code.DRAFT: "Thông báo dự thảo kết luận",
    PlanDeadline.Code.EXPLANATION: "Đơn vị gửi văn bản giải trình",
    PlanDeadline.Code.CONCLUSION: "Ban hành kết luận kiểm tra",
    PlanDeadline.Code.REMEDIATION_PLAN: "Đơn vị gửi kế hoạch khắc phục",
    PlanDeadline.Code.REMEDIATION_REPORT: "Đơn vị báo cáo kết quả khắc phục",
    PlanDeadline.Code.YEAR_FINISHED: "Hoàn thành kiểm tra trong năm",
    PlanDeadline.Code.YEAR_SUMMARY: "Tổng hợp kết quả kiểm tra trong năm",
}
COUNTED = {
    PlanDeadline.Counted.WORKING: "ngày làm việc",
    PlanDeadline.Counted.CALENDAR: "ngày",
}
ANCHOR = {
    PlanDeadline.Anchor.BEFORE_FIRST_VISIT: "trước buổi kiểm tra đầu tiên",
    PlanDeadline.Anchor.AFTER_LAST_VISIT: "sau buổi kiểm tra cuối cùng",
    PlanDeadline.Anchor.AFTER_DRAFT: "sau khi thông báo dự thảo kết luận",
    PlanDeadline.Anchor.AFTER_CONCLUSION: "sau khi ban hành kết luận",
    PlanDeadline.Anchor.BEFORE_YEAR_END: "trước khi kết thúc năm",
}
MEMBER = {
    "head": "Trưởng đoàn",
    "deputy_head": "Phó Trưởng đoàn",
    "secretary": "Thư ký",
    "member": "Thành viên",
}
WHOLE_DRAFT = "Toàn bộ dự thảo kết luận"


def capital(word):
    """Sáng, Buổi làm việc: the word at the start of a cell."""
    return word[:1].upper() + word[1:]

"""Vietnamese words of stored values, as papers write them; papers are not translated."""

from findings.models import Explanation, Finding, Remediation
from inspections.models import Inspection, PlanUnit, Visit

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

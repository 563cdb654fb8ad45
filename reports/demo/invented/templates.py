"""Invented: words of its own that the committee chose for its papers this year.

A version for plans is in force, as the plan of today shows; one for conclusions waits for the head
of the committee.
"""

from datetime import timedelta

from inspections.issuers import Issuer
from reports.paper_templates import actions
from reports.paper_templates.built_in import FORMS

from .. import script

PLAN = {
    "bases": "{can_cu_linh_vuc}\n"
    "{quyet_dinh_ban_chi_dao} về việc thành lập {ban_chi_dao}\n"
    "Theo đề nghị của {co_quan_thuong_truc}",
    "opening": "Để đánh giá đúng thực trạng và kịp thời chấn chỉnh, khắc phục hạn chế trong thực "
    "hiện nhiệm vụ được giao, {don_vi_ban_hanh} ban hành Kế hoạch {trich_yeu} như sau:",
    "closing": "Trên đây là Kế hoạch {trich_yeu}; yêu cầu các cơ quan, đơn vị nghiêm túc triển khai "
    "thực hiện. Khó khăn, vướng mắc phản ánh về {co_quan_thuong_truc} để tổng hợp, báo cáo "
    "{don_vi_ban_hanh}",
    "recipients": "Thường trực Tỉnh ủy, Thường trực HĐND tỉnh (để báo cáo)\n"
    "Chủ tịch, các Phó Chủ tịch UBND tỉnh\n"
    "Thành viên {ban_chi_dao}\n"
    "{co_quan_thuong_truc}\n"
    "{cac_don_vi_duoc_kiem_tra}\n"
    "Lưu: VT, CCHC",
}
CONCLUSION = {
    "advised": "Từ kết quả kiểm tra, Đoàn kiểm tra yêu cầu các cơ quan, đơn vị thực hiện nghiêm "
    "các nội dung sau:",
}
WHY_PLAN = "Thống nhất nơi nhận và câu kết với văn bản của UBND tỉnh"
WHY_CONCLUSION = "Nêu rõ trách nhiệm thực hiện kiến nghị"


def write(stage, year):
    """One in force since some days, one submitted."""
    on = year[-30]
    plan = _draft(stage, "plan", PLAN, on=on, reason=WHY_PLAN)
    plan = actions.take_step(plan, "submit", by=stage.actor(script.PLANNER, on))
    by = stage.actor(script.CHAIR, on)
    actions.put_in_force(plan, by=by, valid_from=on + timedelta(days=1))
    told = _draft(stage, "conclusion", CONCLUSION, on=year[-1], reason=WHY_CONCLUSION)
    actions.take_step(told, "submit", by=stage.actor(script.PLANNER, year[-1]))


def _draft(stage, kind, texts, *, on, reason):
    issuer = Issuer(stage.version("lang_son", on), stage.committee)
    by = stage.actor(script.PLANNER, on)
    texts = FORMS[kind].built_in | texts
    return actions.draft_template(issuer, kind, by=by, texts=texts, reason=reason)

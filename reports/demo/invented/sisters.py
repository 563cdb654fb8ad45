"""The three delegations of 24/6/2024 (KT-2024-002 to 004): three facts each, the rest invented.

Stated (article of 24/6/2024): the day, the three districts, and the heads' offices: the
Vice-Chair of UBND who is a deputy head of the committee, the Director of Home Affairs, the
Director of Finance. The first two are read as the people whom the article of 1/11/2023 names in
those offices; the third, and all that was found, is invented.
"""

from datetime import date

from inspections.models import DelegationMember, Inspection

from .. import script
from . import case

R = DelegationMember.Role
S = Inspection.Status
DAY = date(2024, 6, 24)
FORMED = date(2024, 6, 5)

# unit, name of the district, head, secretary, state, number
DELEGATIONS = (
    ("van_lang", "Văn Lãng", "duong_xuan_huyen", "luong_thu_trang", S.CONCLUDED, 4),
    ("trang_dinh", "Tràng Định", "hoang_thi_hien", "ly_thi_mai", S.CLOSED, 5),
    ("bac_son", "Bắc Sơn", "trieu_quoc_huy", "hua_thi_lan", S.CONCLUDED, 6),
)


def play(stage, plan):
    for seed, (unit, district, head, secretary, state, number) in enumerate(DELEGATIONS):
        team = script.form_delegation(
            stage,
            plan,
            on=FORMED,
            name=f"Đoàn kiểm tra của Ban Chỉ đạo tại huyện {district}",
            head=head,
            members=[(secretary, R.SECRETARY)],
        )
        told = case.Case(unit, DAY, state, seed, number, secretary)
        inspection = case.play(stage, team, told, scheduled=FORMED)
        if state == S.CONCLUDED:
            case.carry_out_in_part(stage, inspection, told)

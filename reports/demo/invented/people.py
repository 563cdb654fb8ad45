"""Invented: people no source names, the districts' officials, and the committee's decision."""

from datetime import date

from reform_portal.common.roles import Role
from units.models import CommitteeMember

from .. import people
from ..places import NEW_COMMUNES, REFORM
from .places import HEIR_OF

SEAT = CommitteeMember.Role
DECISION = "Quyết định số 1415/QĐ-UBND ngày 12/7/2021 của Chủ tịch UBND tỉnh"
ESTABLISHED = date(2021, 7, 12)

# key, name, unit, post, roles
STAFF = (
    ("ly_thi_mai", "Lý Thị Mai", "phong_cchc", "Chuyên viên", [Role.INSPECTOR]),
    ("luong_thu_trang", "Lương Thu Trang", "phong_cchc", "Chuyên viên", [Role.INSPECTOR]),
    ("nong_thi_hoa", "Nông Thị Hoa", "so_noi_vu", "Phó Giám đốc", [Role.INSPECTOR]),
    ("be_van_thanh", "Bế Văn Thành", "van_phong", "Phó Trưởng phòng", [Role.INSPECTOR]),
    ("trieu_quoc_huy", "Triệu Quốc Huy", "so_tai_chinh", "Giám đốc", [Role.INSPECTOR]),
    ("hua_thi_lan", "Hứa Thị Lan", "trung_tam", "Phó Giám đốc", [Role.INSPECTOR]),
    ("vu_minh_khoa", "Vũ Minh Khoa", "van_phong", "Chuyên viên", [Role.AUDITOR]),
    ("do_quang_tri", "Đỗ Quang Trí", "so_tttt", "Chuyên viên", [Role.ADMINISTRATOR]),
)
SEATS = (
    ("trieu_quoc_huy", SEAT.MEMBER),
    ("nguyen_trong_hung", SEAT.MEMBER),
    ("nong_thi_hoa", SEAT.SECRETARIAT_HEAD),
    ("nguyen_hai_hoang", SEAT.SECRETARIAT),
    ("luong_thu_trang", SEAT.SECRETARIAT),
)
# Who answers for a unit: unit, key, name. Those of a district go to the commune that took it over.
OFFICIALS = (
    ("cao_loc", "hoang_van_nam", "Hoàng Văn Nam"),
    ("van_lang", "tran_van_xa", "Trần Văn Xá"),
    ("trang_dinh", "dam_van_tuan", "Đàm Văn Tuấn"),
    ("bac_son", "duong_thi_nga", "Dương Thị Nga"),
    ("loc_binh", "hoang_duc_long", "Hoàng Đức Long"),
    ("huu_lung", "nguyen_ba_son", "Nguyễn Bá Sơn"),
    ("chi_lang", "vi_thi_thu", "Vi Thị Thu"),
    ("van_quan", "luong_van_khanh", "Lương Văn Khánh"),
    ("binh_gia", "hoang_thi_yen", "Hoàng Thị Yến"),
    ("dinh_lap", "to_van_hai", "Tô Văn Hải"),
    ("xa_cong_son", "la_thi_bich", "Lã Thị Bích"),
    ("xa_cao_loc", "phung_van_duc", "Phùng Văn Đức"),
    ("xa_ba_son", "hoang_van_thai", "Hoàng Văn Thái"),
    ("phuong_ky_lua", "be_thi_ngoc", "Bế Thị Ngọc"),
    ("phuong_dong_kinh", "chu_quang_vinh", "Chu Quang Vinh"),
    ("so_xay_dung", "mai_xuan_phuc", "Mai Xuân Phúc"),
    ("so_tnmt", "ly_kim_soan", "Lý Kim Soạn"),
    ("so_nnptnt", "dinh_thi_thao", "Đinh Thị Thảo"),
)
OFFICIAL_OF = {unit: key for unit, key, _name in OFFICIALS}
NAME_OF = {key: name for _unit, key, name in OFFICIALS}
OFFICIAL_OF |= {heir: OFFICIAL_OF[district] for district, heir in HEIR_OF.items()}


def build(stage):
    for key, name, unit, title, roles in STAFF:
        people.add(stage, key, name, unit, title, roles)
    begun = {key for key, *_rest in NEW_COMMUNES}
    for unit, key, name in OFFICIALS:
        title = "Phó Giám đốc" if unit.startswith("so_") else "Phó Chủ tịch"
        held = {"since": REFORM} if unit in begun else {}
        held |= {"until": REFORM} if unit in HEIR_OF else {}
        people.add(stage, key, name, unit, title, [Role.OFFICIAL], answers=True, **held)
        if unit in HEIR_OF:
            heir = HEIR_OF[unit]
            people.appoint(stage, key, heir, "Chủ tịch", answers=True, since=REFORM)


def seat(stage):
    """The further seats and the secretariat."""
    for key, role in SEATS:
        people.sit(stage, key, role)

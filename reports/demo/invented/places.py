"""Invented: that these further districts were inspected, and the paper that merged departments.

Names and codes are those of the national lists.
"""

from datetime import date

from .. import places

# key, official code until 30/6/2025
DISTRICTS = (
    ("binh_gia", "181"),
    ("van_quan", "184"),
    ("huu_lung", "186"),
    ("chi_lang", "187"),
    ("loc_binh", "188"),
    ("dinh_lap", "189"),
)
# Communes that took a district over (units/data says which one): district, key, official code.
FOLLOWED_BY = (
    ("van_lang", "xa_hoang_van_thu", "06172"),
    ("trang_dinh", "xa_trang_dinh", "06046"),
    ("bac_son", "xa_vu_lang", "06367"),
    ("binh_gia", "xa_binh_gia", "06112"),
    ("van_quan", "xa_van_quan", "06253"),
    ("huu_lung", "xa_huu_lung", "06385"),
    ("chi_lang", "xa_bang_mac", "06475"),
    ("loc_binh", "xa_loc_binh", "06529"),
    ("dinh_lap", "xa_chau_son", "06637"),
)
HEIR_OF = {"cao_loc": "xa_dong_dang"} | {district: key for district, key, _code in FOLLOWED_BY}
DECISION = "Nghị quyết số 05/NQ-HĐND"
DECIDED_ON = date(2025, 2, 20)


def build(stage):
    for key, code in DISTRICTS:
        places.find(stage, key, places.L.DISTRICT, code, places.BEFORE_THE_REFORM)
    for _district, key, code in FOLLOWED_BY:
        places.find(stage, key, places.L.COMMUNE, code, places.REFORM)


def merge_departments(stage):
    """Done by the administrator, before its day."""
    by = "do_quang_tri"
    places.merge_departments(stage, by=by, decision=DECISION, decided_on=DECIDED_ON)

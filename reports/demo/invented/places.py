"""Invented: that these further districts were inspected. Names and official codes are real."""

from units.models import UnitVersion

from ..places import open_unit

DISTRICTS = (
    ("binh_gia", "Bình Gia", "181"),
    ("van_quan", "Văn Quan", "184"),
    ("huu_lung", "Hữu Lũng", "186"),
    ("chi_lang", "Chi Lăng", "187"),
    ("loc_binh", "Lộc Bình", "188"),
    ("dinh_lap", "Đình Lập", "189"),
)


def build(stage):
    for key, name, code in DISTRICTS:
        level = UnitVersion.Level.DISTRICT
        open_unit(stage, key, "huyện", name, level, above="lang_son", code=code)

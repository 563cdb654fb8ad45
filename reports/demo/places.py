"""The places and agencies of the case, as the sources name them, and the building of units.

Sources: the article of 17/6/2024 (Cao Lộc, Thanh Lòa, Hòa Cư and their one-stop sections), the
article of 24/6/2024 (Văn Lãng, Tràng Định, Bắc Sơn), the article of 1/11/2023 (the departments),
official codes of the General Statistics Office, Resolution 1672/NQ-UBTVQH15 (1/7/2025).

One deviation, on purpose: the district level ended on 30/6/2025, but the districts stay open
here. A post gives access only while its unit is in force, and the demo must let the official of
Cao Lộc walk through KT-2024-001 today. The two communes did end, and have successors.

The day a unit opened is in no source; FOUNDED stands for it.
"""

from datetime import date

from units.actions import units
from units.models import Succession, UnitVersion

L = UnitVersion.Level
FOUNDED = date(2010, 1, 1)
REFORM = date(2025, 7, 1)
RESOLUTION = "Nghị quyết 1672/NQ-UBTVQH15 ngày 16/6/2025"

PROVINCE = ("lang_son", "tỉnh", "Lạng Sơn", "20")

# key, proper name, official code
DISTRICTS = (
    ("cao_loc", "Cao Lộc", "183"),
    ("van_lang", "Văn Lãng", "182"),
    ("trang_dinh", "Tràng Định", "180"),
    ("bac_son", "Bắc Sơn", "185"),
)
COMMUNES_OF_CAO_LOC = (
    ("thanh_loa", "Thanh Lòa", "06193"),
    ("hoa_cu", "Hòa Cư", "06223"),
)
# key, type, proper name, the unit it belongs to
AGENCIES = (
    ("so_noi_vu", "Sở", "Nội vụ", "lang_son"),
    ("so_tu_phap", "Sở", "Tư pháp", "lang_son"),
    ("so_tai_chinh", "Sở", "Tài chính", "lang_son"),
    ("so_tttt", "Sở", "Thông tin và Truyền thông", "lang_son"),
    ("so_tnmt", "Sở", "Tài nguyên và Môi trường", "lang_son"),
    ("so_xay_dung", "Sở", "Xây dựng", "lang_son"),
    ("so_nnptnt", "Sở", "Nông nghiệp và Phát triển nông thôn", "lang_son"),
    ("van_phong", "Văn phòng", "UBND tỉnh", "lang_son"),
    ("trung_tam", "Trung tâm", "Phục vụ hành chính công tỉnh", "lang_son"),
    ("phong_cchc", "Phòng", "Tổ chức biên chế và Cải cách hành chính", "so_noi_vu"),
)
ONE_STOP = ("cao_loc", "thanh_loa", "hoa_cu")

# Communes since 1/7/2025 on the land of the former district: key, type, proper name, code.
# A code stands only where a source gives it.
NEW_COMMUNES = (
    ("xa_cao_loc", "xã", "Cao Lộc", "06211"),
    ("xa_cong_son", "xã", "Công Sơn", "06220"),
    ("xa_dong_dang", "xã", "Đồng Đăng", ""),
    ("xa_ba_son", "xã", "Ba Sơn", ""),
    ("phuong_ky_lua", "phường", "Kỳ Lừa", ""),
    ("phuong_dong_kinh", "phường", "Đông Kinh", ""),
)
MERGED = (("thanh_loa", "xa_cao_loc"), ("hoa_cu", "xa_cong_son"))


def open_unit(stage, key, kind, name, level, *, above=None, code="", opened=FOUNDED):
    """A unit under the unit `above`, from the day it opened on."""
    version = units.open_unit(
        by=None,
        valid_from=opened,
        level=level,
        parent=stage.units[above] if above else None,
        name=name,
        type=kind,
        code=code,
        decision=RESOLUTION if opened == REFORM else "",
    )
    stage.units[key] = version.unit


def build(stage):
    """All places of the sources, from the province down."""
    key, kind, name, code = PROVINCE
    open_unit(stage, key, kind, name, L.PROVINCE, code=code)
    for key, name, code in DISTRICTS:
        open_unit(stage, key, "huyện", name, L.DISTRICT, above="lang_son", code=code)
    for key, name, code in COMMUNES_OF_CAO_LOC:
        open_unit(stage, key, "xã", name, L.COMMUNE, above="cao_loc", code=code)
    for key, kind, name, above in AGENCIES:
        open_unit(stage, key, kind, name, L.AGENCY, above=above)
    for host in ONE_STOP:
        name = stage.version(host, FOUNDED).authority
        open_unit(stage, f"{host}_one_stop", "Bộ phận Một cửa", name, L.ONE_STOP, above=host)
    for key, kind, name, code in NEW_COMMUNES:
        open_unit(stage, key, kind, name, L.COMMUNE, above="lang_son", code=code, opened=REFORM)


def reform(stage):
    """The communes merge into their successors; the district passes its land on."""
    for before, after in MERGED:
        close(stage, f"{before}_one_stop")
        close(stage, before, [stage.units[after]])
    for key, *_rest in NEW_COMMUNES:
        Succession.objects.create(
            predecessor=stage.units["cao_loc"],
            successor=stage.units[key],
            kind=Succession.Kind.PARTIAL,
            day=REFORM,
            decision=RESOLUTION,
        )


def close(stage, key, successors=()):
    units.close_unit(
        stage.units[key],
        by=None,
        seen_version=stage.version(key, FOUNDED).pk,
        day=REFORM,
        decision=RESOLUTION,
        successors=successors,
    )

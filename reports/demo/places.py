"""The places and agencies of the case: out of the national lists, and what the lists do not hold.

Sources: the lists of units/data (provinces, districts, communes of both eras and what became of
each); the articles of 17/6/2024, 24/6/2024 and 1/11/2023 for the agencies and one-stop sections;
the reordering of departments of 1/3/2025, which every province carried out alike.

Places go by short names; behind each stands the unit of the lists, found by its official code on
a day, because codes were reused with a new meaning.
"""

from datetime import date

from units import national
from units.actions import reorganisation, units
from units.models import Succession, UnitVersion

L = UnitVersion.Level
FOUNDED = date(2010, 1, 1)  # the first day of the lists stands for the day an agency opened
REFORM = date(2025, 7, 1)
BEFORE_THE_REFORM = date(2025, 6, 30)
DEPARTMENTS_MERGED = date(2025, 3, 1)
RESOLUTION = "1672/NQ-UBTVQH15"

PROVINCE = ("lang_son", "20")
# key, official code until 30/6/2025
DISTRICTS = (
    ("cao_loc", "183"),
    ("van_lang", "182"),
    ("trang_dinh", "180"),
    ("bac_son", "185"),
)
COMMUNES_OF_CAO_LOC = (("thanh_loa", "06193"), ("hoa_cu", "06223"))
# key, official code since 1/7/2025: communes on the land of the former district Cao Lộc
NEW_COMMUNES = (
    ("xa_dong_dang", "06184"),
    ("xa_cao_loc", "06211"),
    ("xa_cong_son", "06220"),
    ("xa_ba_son", "06196"),
    ("phuong_ky_lua", "06187"),
    ("phuong_dong_kinh", "05977"),
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
    ("so_khdt", "Sở", "Kế hoạch và Đầu tư", "lang_son"),
    ("so_khcn", "Sở", "Khoa học và Công nghệ", "lang_son"),
    ("so_gtvt", "Sở", "Giao thông vận tải", "lang_son"),
    ("so_ldtbxh", "Sở", "Lao động - Thương binh và Xã hội", "lang_son"),
    ("van_phong", "Văn phòng", "UBND tỉnh", "lang_son"),
    ("trung_tam", "Trung tâm", "Phục vụ hành chính công tỉnh", "lang_son"),
    ("phong_cchc", "Phòng", "Tổ chức biên chế và Cải cách hành chính", "so_noi_vu"),
)
# departments that became one on 1/3/2025: their keys, the key and the name of the new one
MERGERS = (
    (("so_noi_vu", "so_ldtbxh"), "so_noi_vu", "Nội vụ"),
    (("so_tai_chinh", "so_khdt"), "so_tai_chinh", "Tài chính"),
    (("so_xay_dung", "so_gtvt"), "so_xay_dung", "Xây dựng"),
    (("so_nnptnt", "so_tnmt"), "so_nnmt", "Nông nghiệp và Môi trường"),
    (("so_khcn", "so_tttt"), "so_khcn", "Khoa học và Công nghệ"),
)
# the section of a place, and the place that has the service centre since the reform
ONE_STOP = (("cao_loc", "xa_dong_dang"), ("thanh_loa", "xa_cao_loc"), ("hoa_cu", "xa_cong_son"))


def find(stage, key, level, code, day):
    """A unit of the lists by the code it had on that day."""
    version = UnitVersion.objects.on(day).select_related("unit").get(level=level, code=code)
    stage.units[key] = version.unit


def open_unit(stage, key, kind, name, level, *, above, opened=FOUNDED, until=None):
    """A unit the lists do not hold, under the unit `above`, from the day it opened on."""
    version = units.open_unit(
        by=None,
        valid_from=opened,
        valid_to=until,
        level=level,
        parent=stage.units[above],
        name=name,
        type=kind,
    )
    stage.units[key] = version.unit


def build(stage, provinces):
    """The lists (of these provinces, or the nation), then the agencies and sections."""
    national.load(provinces)
    key, code = PROVINCE
    find(stage, key, L.PROVINCE, code, REFORM)
    for key, code in DISTRICTS:
        find(stage, key, L.DISTRICT, code, BEFORE_THE_REFORM)
    for key, code in COMMUNES_OF_CAO_LOC:
        find(stage, key, L.COMMUNE, code, BEFORE_THE_REFORM)
    for key, code in NEW_COMMUNES:
        find(stage, key, L.COMMUNE, code, REFORM)
    for key, kind, name, above in AGENCIES:
        open_unit(stage, key, kind, name, L.AGENCY, above=above)
    for old, new in ONE_STOP:
        one_stop(stage, old, new)


def one_stop(stage, old, new):
    """The section of a place that ended, and the service centre of the one that follows."""
    place = stage.version(old, FOUNDED).authority
    section = f"{old}_one_stop"
    open_unit(stage, section, "Bộ phận Một cửa", place, L.ONE_STOP, above=old, until=REFORM)
    centre = f"{new}_one_stop"
    name = f"Phục vụ hành chính công {stage.version(new, REFORM).title}"
    open_unit(stage, centre, "Trung tâm", name, L.ONE_STOP, above=new, opened=REFORM)
    Succession.objects.create(
        predecessor=stage.units[section],
        successor=stage.units[centre],
        kind=Succession.Kind.MERGE,
        day=REFORM,
        decision=RESOLUTION,
        takes_over=True,
    )


def merge_departments(stage, *, by, decision, decided_on):
    """The acts of 1/3/2025; from then on a short name means the department that followed."""
    for old, key, name in MERGERS:
        act = reorganisation.merge(
            [stage.units[one] for one in old],
            by=stage.actor(by, decided_on),
            into={"type": "Sở", "name": name, "code": ""},
            decision=decision,
            decided_on=decided_on,
            day=DEPARTMENTS_MERGED,
        )
        stage.units[key] = act.versions.get(
            valid_from=DEPARTMENTS_MERGED, parent=stage.province, name=name
        ).unit

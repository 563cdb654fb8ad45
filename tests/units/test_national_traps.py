"""Codes and names that mean another unit on another day, and the lines of lives through 2025."""

from datetime import date

import pytest

from tests.units.national import EVE, REFORM, became, loaded, titles, version
from units.models import Unit, UnitVersion

pytestmark = pytest.mark.django_db
THE_YEAR_BEFORE = date(2024, 12, 31)


@pytest.fixture(scope="module", autouse=True)
def four_places(django_db_setup, django_db_blocker):
    """Lạng Sơn, Hà Nội, and what became Lâm Đồng and Đồng Tháp."""
    with loaded(django_db_blocker, "20", "01", "67", "87") as report:
        yield report


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("06211", "xã Lộc Yên", "xã Cao Lộc"),
        ("06220", "xã Hải Yến", "xã Công Sơn"),
        ("10279", "xã Phượng Dực", "xã Phượng Dực"),
    ],
)
def test_a_code_used_again_means_another_unit(code, before, after):
    old, new = version(code, EVE), version(code, REFORM)

    assert (old.title, new.title) == (before, after)
    assert old.unit_id != new.unit_id
    assert became(old) == {after: ("merge", True)}


def test_a_commune_merged_into_one_named_after_its_district():
    thanh_loa, district = version("06193", EVE), version("183", EVE, "district")

    assert [one.pk for one in Unit.objects.successors(thanh_loa.unit, REFORM)] == [
        version("06211", REFORM).unit_id
    ]
    assert thanh_loa.unit.successions.get().decision == "1672/NQ-UBTVQH15"
    assert thanh_loa.path.startswith(district.path)
    assert thanh_loa.valid_to == thanh_loa.unit.closed_on == REFORM


@pytest.mark.embedded
def test_a_new_commune_stands_under_its_province_and_knows_where_it_came_from():
    cao_loc = version("06211", REFORM)

    assert cao_loc.parent == version("20", REFORM, "province").unit
    assert (cao_loc.district_id, cao_loc.decision) == (None, "1672/NQ-UBTVQH15")
    assert titles(Unit.objects.predecessors(cao_loc.unit, EVE), EVE) == [
        "huyện Cao Lộc",
        "xã Lộc Yên",
        "xã Thanh Lòa",
        "xã Thạch Đạn",
    ]


@pytest.mark.embedded
def test_hoa_cu_became_cong_son_and_so_did_the_old_cong_son():
    hoa_cu, old_cong_son = version("06223", EVE), version("06232", EVE)

    assert old_cong_son.title == "xã Công Sơn"
    assert became(hoa_cu) == became(old_cong_son) == {"xã Công Sơn": ("merge", True)}
    assert version("06220", REFORM).title == "xã Công Sơn"


def test_a_district_passed_into_all_communes_on_its_land_and_one_takes_over():
    heirs = became(version("183", EVE, "district"))

    assert sorted(heirs) == [
        "phường Kỳ Lừa",
        "phường Đông Kinh",
        "xã Ba Sơn",
        "xã Cao Lộc",
        "xã Công Sơn",
        "xã Khánh Khê",
        "xã Tân Đoàn",
        "xã Đồng Đăng",
    ]
    assert {kind for kind, _takes_over in heirs.values()} == {"dissolved"}
    assert [title for title, (_kind, heir) in heirs.items() if heir] == ["xã Đồng Đăng"]


def test_dak_song_became_four_communes_of_another_province():
    district = version("665", EVE, "district")
    codes = ["24717", "24718", "24722", "24730"]

    assert set(Unit.objects.successors(district.unit, REFORM)) == {
        version(code, REFORM).unit for code in codes
    }
    assert {version(code, REFORM).province for code in codes} == {
        version("68", REFORM, "province").unit
    }


def test_lap_vo_became_four_communes_of_which_one_has_land_of_two_districts():
    lap_vo, lai_vung = version("875", EVE, "district"), version("876", EVE, "district")
    shared = version("30226", REFORM).unit

    assert sorted(became(lap_vo)) == [
        "xã Lai Vung",
        "xã Lấp Vò",
        "xã Mỹ An Hưng",
        "xã Tân Khánh Trung",
    ]
    assert shared in Unit.objects.successors(lai_vung.unit, REFORM)
    assert {lap_vo.unit, lai_vung.unit} <= set(Unit.objects.predecessors(shared, EVE))


def test_a_province_kept_its_name_and_took_the_code_of_another():
    old, other = version("87", EVE, "province"), version("82", EVE, "province")
    new = version("82", REFORM, "province")

    assert [old.title, other.title, new.title] == [
        "tỉnh Đồng Tháp",
        "tỉnh Tiền Giang",
        "tỉnh Đồng Tháp",
    ]
    assert len({old.unit_id, other.unit_id, new.unit_id}) == 3
    assert set(Unit.objects.predecessors(new.unit, EVE)) == {old.unit, other.unit}
    assert new.decision == "202/2025/QH15"


@pytest.mark.embedded
def test_tri_trung_took_two_steps():
    tri_trung = version("10288", THE_YEAR_BEFORE)

    on = {
        day: Unit.objects.successors(tri_trung.unit, day) for day in (THE_YEAR_BEFORE, EVE, REFORM)
    }
    assert [titles(units, day) for day, units in on.items()] == [
        [],
        ["xã Hồng Minh"],
        ["xã Phượng Dực"],
    ]
    assert on[EVE].get() == version("10276", EVE).unit != version("10276", THE_YEAR_BEFORE).unit
    assert tri_trung.unit.closed_on == date(2025, 1, 1)


def test_a_province_left_whole_is_the_same_unit_without_a_new_version():
    province = version("20", EVE, "province")

    assert version("20", REFORM, "province") == province
    assert not province.unit.successions.exists()


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [("24736", "xã Quảng Trực", "xã Quảng Trực"), ("25114", "xã Bà Gia", "xã Đạ Huoai 3")],
)
def test_a_commune_left_whole_is_the_same_unit_under_its_province(code, before, after):
    old, new = version(code, EVE), version(code, REFORM)

    assert (old.title, new.title) == (before, after)
    assert old.unit == new.unit
    assert not old.unit.successions.exists()
    assert (old.parent.versions.get().level, new.parent) == ("district", new.province)
    assert old.valid_to == new.valid_from == REFORM


@pytest.mark.embedded
def test_coordinates_lie_in_the_province():
    communes = UnitVersion.objects.on(REFORM).filter(
        province=version("20", REFORM, "province").unit
    )

    assert all(21 < float(one.latitude) < 23 for one in communes)
    assert all(106 < float(one.longitude) < 108 for one in communes)


@pytest.mark.embedded
def test_a_loaded_unit_is_found_by_its_words():
    assert version("06193", EVE) in UnitVersion.objects.matching("thanh loa 06193")

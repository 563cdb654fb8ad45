"""Units by Excel: what is new, what changes from a day on, and what is refused cell by cell."""

from datetime import date

import pytest

from reform_portal.common.models import AuditEntry
from tests import factories
from tests.units import workbooks as wb
from units.models import Unit, UnitVersion

pytestmark = pytest.mark.django_db


def row_of(version, **changes):
    """The row of a unit that stands, as an export writes it."""
    labels = {"district": "Cấp huyện", "commune": "Cấp xã", "agency": "Cơ quan"}
    above = version.parent and version.parent.versions.get()
    names = ("type", "name", "code", "valid_from", "decision")
    row = {name: getattr(version, name) for name in names}
    return (
        row
        | {"key": version.unit_id, "level": labels[version.level], "parent": above.title}
        | changes
    )


def the_one(result):
    [(place, sentence)] = wb.mistakes(result).items()
    return place, sentence


@pytest.mark.embedded
def test_what_was_exported_is_unchanged_when_it_comes_back(world, administrator):
    result = wb.tried(wb.exported(), administrator)

    assert set(wb.outcomes(result)) == {"unchanged"}
    assert len(result.lines) > 15


def test_a_new_unit_stands_where_its_row_says_and_is_audited(world, administrator):
    assert wb.done(wb.book(units=[wb.commune(code="06196")]), administrator).kept

    made = UnitVersion.objects.get(name="Ba Sơn")
    alone = factories.unit("Bên cạnh", "xã", "commune", parent=world.district)
    assert (made.parent, made.province, made.district) == (
        alone.parent,
        alone.province,
        alone.district,
    )
    assert made.path == world.district.path + made.unit.own_key
    assert (made.code, made.unit.opened_on) == ("06196", date(2024, 1, 1))
    assert "ba son" in made.search_key
    assert AuditEntry.objects.about(made).get().verb == "unit.open"


def test_a_dry_run_saves_nothing(world, administrator):
    before = Unit.objects.count()

    assert wb.outcomes(wb.tried(wb.book(units=[wb.commune()]), administrator)) == ["new"]
    assert Unit.objects.count() == before


def test_the_same_file_twice_makes_nothing_twice(world, administrator):
    content = wb.book(units=[wb.commune(), wb.district()])
    wb.done(content, administrator)

    assert wb.outcomes(wb.tried(content, administrator)) == ["unchanged", "unchanged"]


def test_a_parent_may_stand_in_a_later_row(world, administrator):
    rows = [wb.commune("Tân Văn", parent="huyện Bình Gia / tỉnh Lạng Sơn"), wb.district()]
    assert wb.done(wb.book(units=rows), administrator).kept

    commune, district = (UnitVersion.objects.get(name=name) for name in ("Tân Văn", "Bình Gia"))
    assert commune.path.startswith(district.path)
    assert commune.district_id == district.unit_id


def test_rows_that_belong_to_each_other_in_a_circle_are_refused(world, administrator):
    agency = {"level": "Cơ quan", "type": "Phòng"}
    rows = [
        wb.commune("A", parent="Phòng B", **agency),
        wb.commune("B", parent="Phòng A", **agency),
    ]

    result = wb.tried(wb.book(units=rows), administrator)

    assert wb.outcomes(result) == ["wrong", "wrong"]
    assert "Đơn vị!2 → Đơn vị!3 → Đơn vị!2" in wb.mistakes(result)["Đơn vị!F3"]


def test_a_chain_of_hundreds_of_rows_is_refused_without_harm(world, administrator):
    rows = [
        wb.commune(f"P{n}", level="Cơ quan", type="Phòng", parent=f"Phòng P{n + 1}")
        for n in range(300)
    ]

    assert set(wb.outcomes(wb.tried(wb.book(units=rows), administrator))) == {"wrong"}


def test_another_name_is_a_version_from_that_day_on(world, administrator):
    row = row_of(world.commune, name="Thanh Lòa Mới", valid_from=date(2024, 9, 1))
    result = wb.done(wb.book(units=[row]), administrator)

    old, new = world.commune.unit.versions.order_by("valid_from")
    assert wb.outcomes(result) == ["changed"]
    assert result.lines[0].changes[0] == ["Tên riêng", "Thanh Lòa → Thanh Lòa Mới"]
    assert (old.name, old.valid_to, new.name) == ("Thanh Lòa", date(2024, 9, 1), "Thanh Lòa Mới")
    assert AuditEntry.objects.about(new).get().change["name"] == ["Thanh Lòa", "Thanh Lòa Mới"]


def test_another_parent_moves_what_is_below(world, administrator):
    office = factories.unit("Văn phòng", "", "one_stop", parent=world.commune)
    row = row_of(world.commune, parent="huyện Văn Lãng", valid_from=date(2024, 9, 1))

    assert wb.done(wb.book(units=[row]), administrator).kept

    moved = office.unit.versions.get(valid_to=None)
    assert moved.path.startswith(world.other_district.path)
    assert moved.district_id == world.other_district.unit_id


def test_what_was_is_never_rewritten(world, administrator):
    place, sentence = the_one(
        wb.tried(wb.book(units=[row_of(world.commune, name="Khác")]), administrator)
    )

    assert place == "Đơn vị!G2"
    assert "Quá khứ không được viết lại" in sentence


ERAS = {
    "a district after the districts ended": (wb.district(valid_from=wb.REFORM), "B2"),
    "a commune below a district after it": (wb.commune(valid_from=wb.REFORM), "F2"),
    "a commune below a province before it": (wb.commune(parent="tỉnh Lạng Sơn"), "F2"),
    "a parent that does not stand yet": (wb.commune(valid_from=date(2019, 5, 1)), "F2"),
}


@pytest.mark.parametrize("case", ERAS)
def test_eras_are_not_mixed(case, world, administrator):
    row, cell = ERAS[case]

    assert list(wb.mistakes(wb.tried(wb.book(units=[row]), administrator))) == [f"Đơn vị!{cell}"]


def test_a_commune_stands_below_its_province_from_the_reform_on(world, administrator):
    row = wb.commune(parent="tỉnh Lạng Sơn", valid_from=wb.REFORM)

    assert wb.outcomes(wb.tried(wb.book(units=[row]), administrator)) == ["new"]


REFUSED = {
    "a code that is taken": (wb.commune(code="06193"), "E2"),
    "a name that is taken": (wb.commune("Thanh Lòa"), "D2"),
    "an unknown parent": (wb.commune(parent="huyện Không Có"), "F2"),
    "no parent": (wb.commune(parent=None), "F2"),
    "a parent of the wrong level": (wb.commune(parent="xã Thanh Lòa"), "F2"),
    "another province": (wb.district(parent="tỉnh Đồng Tháp"), "F2"),
    "a new province": (wb.district(level="Cấp tỉnh", type="tỉnh", parent=None), "F2"),
    "a type of another level": (wb.commune(type="tỉnh"), "C2"),
    "an unknown key": (wb.commune(key=987654321), "A2"),
    "a move to another province": (
        lambda world: row_of(
            world.home_affairs, parent="tỉnh Đồng Tháp", valid_from=date(2024, 9, 1)
        ),
        "F2",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_form_would_take_is_refused_at_its_cell(case, world, administrator):
    row, cell = REFUSED[case]
    row = row(world) if callable(row) else row

    found = wb.mistakes(wb.tried(wb.book(units=[row]), administrator))

    assert f"Đơn vị!{cell}" in found, (row, found)


def test_a_row_twice_in_a_file_names_the_first_one(world, administrator):
    place, sentence = the_one(wb.tried(wb.book(units=[wb.commune(), wb.commune()]), administrator))

    assert place == "Đơn vị!D3"
    assert "Đơn vị!2" in sentence


def test_a_row_below_a_wrong_one_points_at_it(world, administrator):
    rows = [wb.commune("Tân Văn", parent="huyện Bình Gia"), wb.district(code="183")]

    found = wb.mistakes(wb.tried(wb.book(units=rows), administrator))

    assert "Đơn vị!3" in found["Đơn vị!F2"]


def test_a_name_that_several_units_bear_asks_for_those_above(world, administrator):
    for above in (world.district, world.other_district):
        factories.unit("Trùng Tên", "Phòng", "agency", parent=above)
    row = wb.commune("Bộ phận", level="Bộ phận Một cửa", parent="Phòng Trùng Tên")
    place, sentence = the_one(wb.tried(wb.book(units=[row]), administrator))
    named = row | {"parent": "Phòng Trùng Tên / huyện Văn Lãng"}

    assert place == "Đơn vị!F2"
    assert "Phòng Trùng Tên / huyện Cao Lộc / tỉnh Lạng Sơn" in sentence
    assert wb.outcomes(wb.tried(wb.book(units=[named]), administrator)) == ["new"]


def test_all_wrong_rows_are_listed_and_nothing_is_kept(world, administrator):
    rows = [wb.commune(f"Số {n}", code=f"{n + 10_000}") for n in range(500)]
    for row in rows[::100]:
        row["valid_from"] = "30/02/2024"
    before = (Unit.objects.count(), AuditEntry.objects.count())

    result = wb.importing.carry_out(wb.book(units=rows), by=administrator, agreed=[])

    assert list(wb.mistakes(result)) == [f"Đơn vị!G{n}" for n in range(2, 502, 100)]
    assert not result.kept
    assert (Unit.objects.count(), AuditEntry.objects.count()) == before


def test_nothing_is_kept_when_something_else_would_happen_than_was_shown(world, administrator):
    content = wb.book(units=[wb.commune(), wb.commune("Khác")])
    agreed = wb.tried(content, administrator).told
    wb.done(wb.book(units=[wb.commune()]), administrator)

    assert not wb.importing.carry_out(content, by=administrator, agreed=agreed).kept
    assert not UnitVersion.objects.filter(name="Khác").exists()

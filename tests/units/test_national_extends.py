"""Loading the lists into a portal in which units were entered by hand."""

import pytest

from tests.factories import BEGIN
from tests.units.national import EVE, REFORM, version
from units.models import Succession, Unit, UnitVersion
from units.national import ListsError, load

pytestmark = pytest.mark.django_db


@pytest.fixture
def by_hand(make):
    """Lạng Sơn with a department, Cao Lộc and Thanh Lòa, as somebody entered them."""
    province = make.unit("Lạng Sơn", "tỉnh", "province", code="20")
    make.unit("Nội vụ", "Sở", "agency", parent=province)
    district = make.unit("Cao Lộc", "huyện", "district", parent=province, code="183")
    make.unit("Thanh Loà", "xã", "commune", parent=district, code="06193")
    return province


@pytest.mark.embedded
def test_units_entered_by_hand_are_kept_and_given_their_ends(by_hand):
    before = set(Unit.objects.values_list("pk", flat=True))

    report = load(["20"])

    commune = version("06193", EVE)
    assert (commune.title, commune.valid_from, commune.valid_to) == ("xã Thanh Loà", BEGIN, REFORM)
    assert commune.unit_id in before
    assert version("183", EVE, "district").unit.closed_on == REFORM
    assert report.written["ended"] == 2
    assert not report.unmapped


def test_what_was_missing_stands_under_what_was_there(by_hand):
    load(["20"])

    cao_loc = version("06211", REFORM)
    assert cao_loc.parent == by_hand.unit
    assert cao_loc.path.startswith(by_hand.path)
    assert version("06184", EVE).valid_from == BEGIN


def test_an_agency_of_a_province_left_whole_is_not_touched(by_hand):
    agency = UnitVersion.objects.filter(level="agency")
    before = agency.values().get()

    load(["20"])

    assert agency.values().get() == before


def test_a_second_load_over_units_entered_by_hand_writes_nothing(by_hand):
    load(["20"])

    assert not load(["20"]).changed


@pytest.mark.embedded
def test_a_unit_somebody_works_in_is_left_to_an_administrator(make, by_hand):
    make.person("Nông Văn Xã", version("06193", BEGIN), title="Chủ tịch")

    report = load(["20"])

    left = UnitVersion.objects.filter(code__in=["06193", "183"])
    assert {one.valid_to for one in left} == {None}
    assert len(report.unmapped) == 2
    assert "06193" in report.unmapped[0]
    assert not Succession.objects.filter(predecessor__in=left.values("unit")).exists()


def test_a_code_that_stays_in_use_keeps_its_next_holder_out(make, by_hand):
    district = UnitVersion.objects.get(code="183")
    loc_yen = make.unit("Lộc Yên", "xã", "commune", parent=district, code="06211")
    make.person("Nông Văn Xã", loc_yen, title="Chủ tịch")

    report = load(["20"])

    assert version("06211", REFORM) == loc_yen
    assert any("Cao Lộc (06211)" in sentence for sentence in report.unmapped)


def test_a_unit_without_a_code_is_known_by_its_name(make, by_hand):
    entered = make.unit("Đồng Đăng", "xã", "commune", parent=by_hand, opened=REFORM)

    load(["20"])

    assert UnitVersion.objects.on(REFORM).get(type="xã", name="Đồng Đăng") == entered
    assert Succession.objects.filter(successor=entered.unit, kind="merge").exists()


@pytest.fixture
def cai_chien(make):
    """A commune of Quảng Ninh that the reform left whole, entered with its district."""
    province = make.unit("Quảng Ninh", "tỉnh", "province", code="22")
    district = make.unit("Hải Hà", "huyện", "district", parent=province, code="201")
    return make.unit("Cái Chiên", "xã", "commune", parent=district, code="06967")


@pytest.mark.embedded
def test_a_commune_left_whole_moves_under_its_province_with_those_who_work_there(make, cai_chien):
    post = make.person("Lê Văn Xã", cai_chien, title="Chủ tịch").posts.get()

    report = load(["22"])

    now = version("06967", REFORM)
    assert (now.unit, now.parent) == (cai_chien.unit, now.province)
    assert version("06967", EVE).pk == cai_chien.pk
    assert version("201", EVE, "district").unit.closed_on == REFORM
    post.refresh_from_db()
    assert (post.held_to, report.unmapped) == (None, [])


def test_a_commune_with_an_agency_is_left_to_an_administrator_and_so_is_its_district(
    make, cai_chien
):
    make.unit("Văn phòng", "", "agency", parent=cai_chien)

    report = load(["22"])

    assert version("06967", REFORM) == cai_chien
    assert version("201", REFORM, "district").valid_to is None
    assert len(report.unmapped) == 2


def test_a_new_province_waits_while_its_code_is_in_use(make):
    tien_giang = make.unit("Tiền Giang", "tỉnh", "province", code="82")
    make.unit("Nội vụ", "Sở", "agency", parent=tien_giang)

    report = load(["82"])

    assert version("82", REFORM, "province") == tien_giang
    assert version("87", EVE, "province").title == "tỉnh Đồng Tháp"
    assert not UnitVersion.objects.on(REFORM).filter(level="commune").exists()
    assert len(report.unmapped) == 1 + 1 + 102


def test_a_province_the_lists_do_not_hold_is_named_in_a_sentence():
    with pytest.raises(ListsError, match="99"):
        load(["20", "99"])

    assert not Unit.objects.exists()

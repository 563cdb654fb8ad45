"""What is held in a unit or stands below it needs the unit throughout, in its place."""

from datetime import date

import pytest
from django.urls import reverse

from reform_portal.common.workflow import Refused
from tests import factories
from tests.units import workbooks as wb
from tests.units.reorganising import DECISION, REFORM
from tests.units.test_workbook_units import row_of
from units.actions import committees, people, reorganisation
from units.actions import units as actions
from units.models import CommitteeMember, UnitVersion

pytestmark = pytest.mark.django_db

MARCH = date(2024, 3, 1)
EARLIER = DECISION | {"decided_on": date(2024, 2, 1), "day": MARCH}
OFFICE = {"level": "agency", "type": "Phòng", "name": "Mới"}
IN_JANUARY = date(2024, 1, 15)


@pytest.fixture
def superuser(world):
    world.administrator.account.is_superuser = True
    world.administrator.account.save()
    return factories.actor(world.administrator)


@pytest.fixture
def moved(world, administrator):
    """The commune lies in the other district since March."""
    parent = world.other_district.unit
    reorganisation.transfer(world.commune.unit, by=administrator, parent=parent, **EARLIER)
    return world.commune


@pytest.fixture
def ended(world, administrator):
    """The commune ended in March."""
    into = [world.second_commune.unit]
    reorganisation.dissolve(world.commune.unit, by=administrator, into=into, **EARLIER)
    return world.commune


@pytest.fixture
def gone_abroad(world):
    """The commune lies in the other province since March."""
    root = factories.actor(world.administrator)
    root.user.is_superuser = True
    parent = factories.unit("Nơi Khác", parent=world.elsewhere).unit
    reorganisation.transfer(world.commune.unit, by=root, parent=parent, **EARLIER)
    return world.commune


def opened(by, parent, day, **facts):
    facts = OFFICE | {"parent": parent.unit, "valid_from": day} | facts
    return actions.open_unit(by=by, **facts)


@pytest.mark.parametrize("what", ["moved", "ended"])
def test_nothing_opens_below_a_parent_that_is_not_there_any_more(what, administrator, request):
    parent = request.getfixturevalue(what)

    with pytest.raises(Refused, match="01/03/2024"):
        opened(administrator, parent, IN_JANUARY)


def test_it_opens_below_a_parent_from_the_day_it_moved(moved, administrator):
    assert opened(administrator, moved, MARCH).district_id == moved.unit.versions.last().district_id


def test_a_unit_of_the_past_stands_below_what_ended(ended, administrator):
    made = opened(administrator, ended, IN_JANUARY, valid_to=MARCH, end_decision="8/QĐ")

    assert (made.valid_to, made.unit.closed_on) == (MARCH, MARCH)


def test_no_unit_comes_to_stand_below_one_that_moves_later(moved, world, administrator):
    order = EARLIER | {"day": date(2024, 2, 15)}
    office = factories.unit("Tổ", "Tổ", "agency", parent=world.district)

    with pytest.raises(Refused, match="01/03/2024"):
        reorganisation.transfer(office.unit, by=administrator, parent=moved.unit, **order)


@pytest.mark.parametrize("until", [None, REFORM])
def test_no_post_outlives_its_unit(until, ended, world, administrator):
    terms = {"title": "Chuyên viên", "held_from": IN_JANUARY, "held_to": until}
    terms["decision"] = "9/QĐ-SNV"

    with pytest.raises(Refused, match="01/03/2024"):
        people.appoint(world.member, by=administrator, unit=ended.unit, **terms)
    terms["held_to"] = MARCH
    assert people.appoint(world.member, by=administrator, unit=ended.unit, **terms)


def test_a_post_goes_along_when_its_unit_moves(moved, world, administrator):
    terms = {"title": "Chuyên viên", "held_from": IN_JANUARY, "decision": "9/QĐ-SNV"}

    assert people.appoint(world.member, by=administrator, unit=moved.unit, **terms)


@pytest.mark.parametrize("until", [None, REFORM])
def test_a_seat_ends_with_the_post_it_is_taken_by(until, world, administrator):
    post = world.head.posts.get()
    people.end_post(post, by=administrator, day=date(2024, 12, 1))
    terms = {"role": CommitteeMember.Role.MEMBER, "from_on": factories.DAY, "to_on": until}
    post.refresh_from_db()

    with pytest.raises(Refused, match="01/12/2024"):
        committees.seat(world.committee, by=administrator, post=post, **terms)


@pytest.mark.parametrize("what", ["moved", "ended"])
def test_a_workbook_refuses_what_the_single_act_refuses(what, administrator, request):
    request.getfixturevalue(what)
    row = wb.commune("Mới", level="Cơ quan", type="Phòng", valid_from=IN_JANUARY)
    content = wb.book(units=[row | {"parent": "xã Thanh Lòa / huyện Cao Lộc"}])

    found = wb.mistakes(wb.tried(content, administrator))

    assert list(found) == ["Đơn vị!F2"]
    assert "01/03/2024" in found["Đơn vị!F2"]


def test_a_workbook_gives_no_post_that_outlives_its_unit(ended, administrator):
    row = wb.official(unit="xã Thanh Lòa", held_from=IN_JANUARY)

    found = wb.mistakes(wb.tried(wb.book(people=[row]), administrator))

    assert list(found) == ["Nhân sự!E2"]
    ending = row | {"held_to": MARCH, "end_decision": "1"}
    assert wb.outcomes(wb.tried(wb.book(people=[ending]), administrator)) == ["new"]


def test_a_workbook_gives_no_post_that_comes_to_lie_abroad(gone_abroad, administrator):
    row = wb.official(unit="xã Thanh Lòa", held_from=IN_JANUARY)

    assert list(wb.mistakes(wb.tried(wb.book(people=[row]), administrator))) == ["Nhân sự!E2"]


@pytest.mark.embedded
def test_a_form_gives_no_post_that_came_from_abroad(gone_abroad, make, world, browse, superuser):
    back = {"parent": world.district.unit, "day": date(2024, 6, 1)}
    reorganisation.transfer(gone_abroad.unit, by=superuser, **EARLIER | back)
    clerk = make.person("Cán Bộ", world.second_commune)
    url = reverse("units:appoint", args=[clerk.pk])
    world.administrator.account.is_superuser = False
    world.administrator.account.save()
    given = {"unit": gone_abroad.unit_id, "title": "Chuyên viên", "decision": "1"}

    assert browse("administrator").post(url, given | {"held_from": "01/04/2024"}).status_code == 422
    assert browse("administrator").post(url, given | {"held_from": "01/06/2024"}).status_code == 302


@pytest.mark.embedded
def test_a_form_opens_nothing_that_would_lie_abroad(gone_abroad, browse):
    url = f"{reverse('units:unit_create')}?on=2024-01-15"
    given = OFFICE | {"parent": gone_abroad.unit_id, "valid_from": "01/03/2024", "code": ""}
    page = browse("administrator").post(url, given)

    assert page.status_code == 422
    assert not UnitVersion.objects.filter(name="Mới").exists()


def test_a_workbook_moves_nothing_abroad(world, make, administrator):
    """Somebody who works in the office would read the other province from then on."""
    make.unit("Nơi Khác", parent=world.elsewhere)
    row = row_of(world.commune, parent="huyện Nơi Khác", valid_from=date(2024, 9, 1))

    found = wb.mistakes(wb.tried(wb.book(units=[row]), administrator))

    assert list(found) == ["Đơn vị!F2"]


def test_crossing_a_border_takes_a_superuser_even_in_both_provinces(world, make, superuser):
    make.unit("Nơi Khác", parent=world.elsewhere)
    world.administrator.posts.create(
        unit=world.elsewhere.unit, title="Chuyên viên", held_from=factories.BEGIN
    )
    row = row_of(world.commune, parent="huyện Nơi Khác", valid_from=date(2024, 9, 1))
    assert wb.outcomes(wb.tried(wb.book(units=[row]), superuser)) == ["changed"]
    world.administrator.account.is_superuser = False
    world.administrator.account.save()

    both = factories.actor(world.administrator)
    assert list(wb.mistakes(wb.tried(wb.book(units=[row]), both))) == ["Đơn vị!F2"]


@pytest.mark.embedded
def test_an_office_opens_below_what_is_renamed_in_the_same_file(world, administrator):
    day = date(2024, 9, 1)
    renamed = row_of(world.commune, name="Khác", valid_from=day)
    office = wb.commune("Mới", level="Cơ quan", type="Phòng", parent="xã Khác", valid_from=day)

    assert wb.done(wb.book(units=[renamed, office]), administrator).kept
    assert UnitVersion.objects.get(name="Mới").path.startswith(world.commune.path)

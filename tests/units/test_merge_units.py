"""Several units become one: who follows, who moves, what stands in the way."""

from datetime import date, timedelta

import pytest

from reform_portal.common.editing import Stale
from reform_portal.common.models import AuditEntry
from reform_portal.common.roles import Role
from reform_portal.common.workflow import Refused
from tests.factories import BEGIN, DAY
from tests.units.reorganising import CAO_LOC, DECISION, REFORM, on, rows, titles
from units.actions import reorganisation
from units.models import Reorganisation, Succession, Unit, UnitVersion


@pytest.fixture
def merge(administrator):
    """Merge units into xã Cao Lộc from 1/7/2025 on."""

    def merged(*versions, into=CAO_LOC, **order):
        units = [version.unit for version in versions]
        return reorganisation.merge(units, by=administrator, into=into, **DECISION | order)

    return merged


@pytest.fixture
def pair(world):
    return world.commune, world.second_commune


@pytest.mark.embedded
def test_a_new_unit_takes_over_from_those_that_end(world, merge, pair):
    act = merge(*pair)

    new = act.versions.get()
    assert (new.title, new.code, new.valid_from) == ("xã Cao Lộc", "06211", REFORM)
    assert (new.parent_id, new.district_id) == (world.district.unit_id, world.district.unit_id)
    ended = Unit.objects.filter(ended_by=act).values_list("closed_on", flat=True)
    assert list(ended) == [REFORM, REFORM]
    lines = act.successions.values_list("kind", "successor_id", "takes_over", "decision")
    assert set(lines) == {("merge", new.unit_id, True, "1672/NQ-UBTVQH15")}


@pytest.mark.embedded
def test_it_is_audited_about_the_act_and_about_every_unit(world, merge, pair, administrator):
    act = merge(*pair)

    entry = AuditEntry.objects.about(act).get()
    assert (entry.verb, entry.actor) == ("reorganisation.merge", administrator.user)
    assert entry.change["units"] == ["xã Thanh Lòa", "xã Hòa Cư"]
    assert {one.verb for one in AuditEntry.objects.about(*pair)} == {"unit.close"}


def test_before_the_day_the_old_ones_stand_and_from_it_on_the_new_one(world, merge, pair):
    merge(*pair)

    def below(day):
        return titles(UnitVersion.objects.on(day).under(world.district))

    assert below(REFORM - timedelta(days=1)) == ["huyện Cao Lộc", "xã Hòa Cư", "xã Thanh Lòa"]
    assert below(REFORM) == ["huyện Cao Lộc", "xã Cao Lộc"]


def test_a_kept_name_and_code_still_make_a_new_unit(world, merge, pair):
    act = merge(*pair, into={"type": "xã", "name": "Thanh Lòa", "code": "06193"})

    assert act.versions.get().unit_id != world.commune.unit_id


@pytest.mark.embedded
def test_posts_go_to_the_new_unit_with_the_decision(make, world, merge, pair):
    mayor = make.person("Nông Văn Xã", world.commune, role=Role.OFFICIAL, answers=True)
    act = merge(*pair)

    old, new = mayor.posts.order_by("held_from")
    assert (old.held_to, old.ended_by, old.end_decision) == (REFORM, act, act.decision)
    assert (new.unit_id, new.title, new.held_from) == (
        act.versions.get().unit_id,
        old.title,
        REFORM,
    )
    assert (new.answers_for_unit, new.decision, new.made_by) == (True, act.decision, act)


def test_who_goes_to_the_new_unit_answers_for_what_both_left(make, world, merge, pair):
    mayor = make.person("Nông Văn Xã", world.commune, role=Role.OFFICIAL, answers=True)
    merge(*pair)

    answers = make.actor(mayor, REFORM).officer_unit_ids
    assert {version.unit_id for version in pair} <= answers


def test_a_post_may_end_without_another_and_so_does_the_access(make, world, merge, pair):
    mayor = make.person("Nông Văn Xã", world.commune, role=Role.OFFICIAL, answers=True)
    merge(*pair, posts={mayor.posts.get().pk: None})

    assert mayor.posts.get().held_to == REFORM
    assert not make.actor(mayor, REFORM).roles


@pytest.mark.embedded
def test_a_post_may_go_to_another_unit_altogether(make, world, merge, pair):
    clerk = make.person("Nông Văn Xã", world.commune)
    merge(*pair, posts={clerk.posts.get().pk: world.home_affairs.unit})

    assert clerk.posts.get(held_to=None).unit_id == world.home_affairs.unit_id


def test_desks_below_move_and_two_of_one_name_become_one(make, world, merge, pair):
    first, twin = (make.unit("Một cửa", "Bộ phận", "one_stop", parent=one) for one in pair)
    office = make.unit("Văn hóa", "Phòng", "agency", parent=world.second_commune)
    act = merge(*pair)

    new = on(REFORM, act.versions.get(level="commune"))
    assert on(REFORM, first).path.startswith(new.path)
    assert on(REFORM, office).parent_id == new.unit_id
    line = Succession.objects.get(predecessor=twin.unit)
    assert (line.successor_id, line.takes_over) == (first.unit_id, True)


def test_a_desk_below_may_end_instead(make, world, merge, pair):
    desk = make.unit("Một cửa", "Bộ phận", "one_stop", parent=world.commune)
    act = merge(*pair, moves={desk.unit_id: None})

    line = Succession.objects.get(predecessor=desk.unit)
    assert line.successor_id == act.versions.get().unit_id


def test_two_provinces_bring_everything_below_them(make, world, merge):
    commune = make.unit("Mỹ An", "xã", "commune", parent=world.elsewhere, code="30001")
    desk = make.unit("Một cửa", "Bộ phận", "one_stop", parent=commune)
    into = {"type": "tỉnh", "name": "Đồng Tháp", "code": "82"}
    act = merge(world.province, world.elsewhere, into=into)

    new = act.versions.get(level="province")
    moved = [on(REFORM, one) for one in (world.district, world.commune, commune, desk)]
    assert {one.province_id for one in moved} == {new.unit_id}
    assert all(one.path.startswith(new.path) for one in moved)
    assert on(REFORM, world.commune).district_id == world.district.unit_id
    assert on(DAY, world.commune).province_id == world.province.unit_id
    assert act.province_id is None


def test_communes_of_two_districts_merge_when_the_unit_above_is_named(make, world, merge):
    other = make.unit("Tân Mỹ", "xã", "commune", parent=world.other_district)
    with pytest.raises(Refused, match="xã Thanh Lòa, xã Tân Mỹ"):
        merge(world.commune, other)

    act = merge(world.commune, other, into=CAO_LOC | {"parent": world.province.unit})
    assert act.versions.get().parent_id == world.province.unit_id


def test_communes_merge_before_their_provinces_on_the_same_day(world, merge, pair):
    commune = merge(*pair).versions.get()
    into = {"type": "tỉnh", "name": "Lạng Sơn", "code": "20"}
    act = merge(world.province, world.elsewhere, into=into)

    new = act.versions.get(level="province")
    assert on(REFORM, commune).path.startswith(new.path)
    assert commune.unit.versions.count() == 1


def test_names_are_kept_composed_and_without_stray_blanks(merge, pair):
    into = {"type": " xã ", "name": "  Cao  Lo\u0302\u0323c ", "code": " 06211 "}
    new = merge(*pair, into=into).versions.get()

    assert (new.title, new.code) == ("xã Cao Lộc", "06211")


@pytest.mark.parametrize("pick", ["one unit", "twice the same", "levels", "provinces"])
def test_what_cannot_be_merged(make, world, merge, pick):
    far = make.unit("Mỹ An", "xã", "commune", parent=world.elsewhere)
    units = {
        "one unit": [world.commune],
        "twice the same": [world.commune, world.commune],
        "levels": [world.commune, world.other_district],
        "provinces": [world.commune, far],
    }
    with pytest.raises(Refused):
        merge(*units[pick], into=CAO_LOC | {"parent": world.province.unit})
    assert not Reorganisation.objects.exists()


@pytest.mark.parametrize("day", [BEGIN, BEGIN - timedelta(days=1)])
def test_it_cannot_be_dated_before_the_units_were_as_they_are(merge, pair, day):
    with pytest.raises(Refused, match="01/01/2020"):
        merge(*pair, day=day)


def test_a_unit_that_changed_later_stands_in_the_way(world, merge, pair, administrator):
    later = DECISION | {"day": date(2026, 1, 1)}
    reorganisation.rename(world.commune.unit, by=administrator, name="Thanh Loà Mới", **later)

    with pytest.raises(Refused, match="01/01/2026"):
        merge(*pair)


def test_a_unit_below_that_changed_later_stands_in_the_way(make, world, merge, pair):
    make.unit("Một cửa", "Bộ phận", "one_stop", parent=world.commune)
    desk = make.unit("Tư pháp", "Bộ phận", "one_stop", parent=world.commune)
    UnitVersion.objects.filter(pk=desk.pk).update(valid_from=date(2026, 1, 1))

    with pytest.raises(Refused, match="Bộ phận Tư pháp"):
        merge(*pair)


def test_a_post_that_begins_later_stands_in_the_way(make, world, merge, pair):
    make.person("Nông Văn Xã", world.commune, day=date(2026, 1, 1))

    with pytest.raises(Refused, match="Nông Văn Xã"):
        merge(*pair)


def test_a_code_that_somebody_has_is_refused_and_nothing_is_left_half_done(
    make, world, merge, pair
):
    make.unit("Công Sơn", "xã", "commune", parent=world.other_district, code="06211")
    before = rows()

    with pytest.raises(Refused, match="06211"):
        merge(*pair)
    assert rows() == before


def test_a_parent_that_does_not_stand_that_day_is_refused(make, world, merge, pair):
    late = make.unit("Mới", "huyện", "district", parent=world.province, opened=date(2026, 1, 1))

    with pytest.raises(Refused, match="01/07/2025"):
        merge(*pair, into=CAO_LOC | {"parent": late.unit})


def test_a_second_click_gives_the_same_act(merge, pair):
    token = "2e5b6c9e-7a55-4c8e-9a2f-0d7a4c1f2b3d"
    seen = {version.unit_id: version.pk for version in pair}

    first, second = (merge(*pair, submission=token, seen=seen) for _click in range(2))
    assert first == second
    assert Succession.objects.count() == 2


def test_what_changed_since_it_was_seen_is_shown_and_nothing_is_done(merge, pair, administrator):
    seen = {version.unit_id: version.pk for version in pair}
    order = DECISION | {"day": date(2025, 1, 1)}
    reorganisation.rename(pair[0].unit, by=administrator, name="Khác", **order)

    with pytest.raises(Stale) as stale:
        merge(*pair, seen=seen)
    assert stale.value.current.name == "Khác"
    assert not Succession.objects.exists()

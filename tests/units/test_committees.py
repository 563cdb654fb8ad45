"""Committees are established, and people take seats on them."""

import uuid
from datetime import timedelta

import pytest

from reform_portal.common.editing import Stale
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from tests.factories import BEGIN, DAY
from units.actions import committees as actions
from units.models import CommitteeMember, SteeringCommittee

A_DAY = timedelta(days=1)
Role = CommitteeMember.Role


@pytest.fixture
def seat(world, administrator):
    def give(person, role=Role.MEMBER, day=DAY):
        post = person.posts.get()
        return actions.seat(world.committee, by=administrator, post=post, role=role, from_on=day)

    return give


def test_it_is_established_once_however_often_the_form_is_sent(world, administrator):
    values = {
        "unit": world.elsewhere.unit,
        "name": "Ban Chỉ đạo cải cách hành chính tỉnh Đồng Tháp",
        "short_symbol": "BCĐCCHC",
        "decision": "7/QĐ-UBND",
        "established_on": DAY,
        "standing_agency": world.home_affairs.unit,
        "submission": uuid.uuid4(),
    }
    first = actions.establish_committee(by=administrator, **values)

    assert actions.establish_committee(by=administrator, **values) == first
    assert AuditEntry.objects.about(first).get().verb == "committee.establish"


def test_a_stale_form_overwrites_nothing(world, administrator):
    edit = {"by": administrator, "seen_version": 1}
    actions.edit_committee(world.committee, name="Ban Chỉ đạo", **edit)

    with pytest.raises(Stale):
        actions.edit_committee(world.committee, name="Khác", **edit)

    assert SteeringCommittee.objects.get(pk=world.committee.pk).name == "Ban Chỉ đạo"


def test_a_seat_is_taken_by_virtue_of_a_post_and_audited(world, seat, administrator):
    taken = seat(world.head)

    entry = AuditEntry.objects.about(world.committee).get()
    assert (taken.person, taken.post.title) == (world.head, "Giám đốc")
    assert (entry.verb, entry.actor, entry.change["role"]) == (
        "committee.seat",
        administrator.user,
        "member",
    )


def test_nobody_sits_twice_on_a_day(world, seat):
    seat(world.head)

    with pytest.raises(Refused, match="Sái Văn Đông"):
        seat(world.head, Role.SECRETARIAT)


def test_a_committee_has_one_head_at_a_time(world, seat):
    with pytest.raises(Refused, match="Hồ Tiến Thiệu"):
        seat(world.head, Role.CHAIR)


def test_a_new_head_follows_on_the_day_the_old_one_leaves(world, seat, administrator):
    actions.end_seat(world.committee.seats.get(), by=administrator, day=DAY)

    assert seat(world.head, Role.CHAIR).role == "chair"


def test_a_post_that_is_not_held_that_day_gives_no_seat(make, world, seat):
    late = make.person("Đặng Thị Hồng", world.justice, day=DAY)

    with pytest.raises(Refused, match="16/06/2024"):
        seat(late, day=DAY - A_DAY)


def test_there_is_no_seat_before_the_committee(world, seat):
    with pytest.raises(Refused, match="31/12/2019"):
        seat(world.head, day=BEGIN - A_DAY)


def test_a_seat_ends_once_and_after_it_began(world, seat, administrator):
    taken = seat(world.head)

    with pytest.raises(Refused, match="17/06/2024"):
        actions.end_seat(taken, by=administrator, day=DAY)
    actions.end_seat(taken, by=administrator, day=DAY + A_DAY, note="Chuyển công tác")
    with pytest.raises(Refused, match="18/06/2024"):
        actions.end_seat(taken, by=administrator, day=DAY + A_DAY)

    assert AuditEntry.objects.about(world.committee).first().note == "Chuyển công tác"


def test_seats_stand_in_the_order_of_rank(world, seat):
    seat(world.member, Role.SECRETARIAT)
    seat(world.head, Role.VICE_CHAIR)

    roles = [row.role for row in world.committee.seats.on(DAY).with_posts(DAY)]
    assert roles == ["chair", "vice_chair", "secretariat"]


def test_a_symbol_means_one_committee_of_a_unit_at_a_time(world, administrator):
    values = {
        "unit": world.province.unit,
        "name": "Ban Chỉ đạo chuyển đổi số",
        "decision": "7/QĐ-UBND",
        "established_on": DAY,
        "standing_agency": world.home_affairs.unit,
    }
    with pytest.raises(Refused, match="bcđcchc|BCĐCCHC"):
        actions.establish_committee(by=administrator, short_symbol="bcđcchc", **values)
    other = actions.establish_committee(by=administrator, short_symbol="BCĐCĐS", **values)

    with pytest.raises(Refused, match="BCĐCCHC"):
        actions.edit_committee(
            other, by=administrator, seen_version=other.version, short_symbol="BCĐCCHC"
        )


def test_after_its_end_another_committee_may_have_its_symbol(world, administrator):
    actions.end_committee(world.committee, by=administrator, day=DAY, decision="8/QĐ-UBND")

    assert actions.establish_committee(
        by=administrator,
        unit=world.province.unit,
        name="Ban Chỉ đạo",
        short_symbol="BCĐCCHC",
        decision="9/QĐ-UBND",
        established_on=DAY,
        standing_agency=world.home_affairs.unit,
    ).pk

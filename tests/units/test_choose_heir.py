"""Another of the successors takes over what an ended unit left open."""

import pytest

from reform_portal.common.models import AuditEntry
from reform_portal.common.roles import Role
from reform_portal.common.workflow import Refused
from tests.units.reorganising import CAO_LOC, DECISION, REFORM
from units.actions import reorganisation

HALVES = [CAO_LOC, {"type": "xã", "name": "Lộc Yên", "code": "06187"}]


@pytest.fixture
def halves(world, administrator):
    """Xã Thanh Lòa is split; xã Cao Lộc takes over."""
    act = reorganisation.split(
        world.commune.unit, by=administrator, into=HALVES, heir=0, **DECISION
    )
    return [act.versions.get(name=name) for name in ("Cao Lộc", "Lộc Yên")]


@pytest.mark.embedded
def test_one_takes_over_and_the_other_no_longer(world, halves, administrator):
    chosen = reorganisation.choose_heir(
        world.commune.unit, halves[1].unit, by=administrator, note="Trụ sở ở Lộc Yên"
    )

    assert chosen.takes_over
    lines = world.commune.unit.successions.order_by("pk").values_list("takes_over", flat=True)
    assert list(lines) == [False, True]


def test_its_officials_answer_from_then_on(make, world, halves, administrator):
    mayor = make.person("Lộc Yên", halves[1], role=Role.OFFICIAL, answers=True, day=REFORM)
    assert world.commune.unit_id not in make.actor(mayor, REFORM).officer_unit_ids
    reorganisation.choose_heir(world.commune.unit, halves[1].unit, by=administrator, note="x")

    assert world.commune.unit_id in make.actor(mayor, REFORM).officer_unit_ids


def test_it_is_audited_with_the_reason(world, halves, administrator):
    reorganisation.choose_heir(world.commune.unit, halves[1].unit, by=administrator, note="Trụ sở")

    entry = AuditEntry.objects.about(world.commune).first()
    assert (entry.verb, entry.note) == ("unit.choose_heir", "Trụ sở")
    assert entry.change["takes_over"] == [one.unit_id for one in halves]


@pytest.mark.parametrize(("heir", "note"), [("same", "x"), ("stranger", "x"), ("other", " ")])
def test_it_is_refused_with_a_sentence(world, halves, administrator, heir, note):
    choice = {"same": halves[0], "other": halves[1], "stranger": world.second_commune}[heir]

    with pytest.raises(Refused):
        reorganisation.choose_heir(world.commune.unit, choice.unit, by=administrator, note=note)


@pytest.mark.embedded
def test_the_act_can_still_be_undone(world, halves, administrator):
    reorganisation.choose_heir(world.commune.unit, halves[1].unit, by=administrator, note="x")
    reorganisation.undo(halves[0].made_by, by=administrator)

    assert not world.commune.unit.successions.exists()

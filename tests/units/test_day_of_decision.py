"""An act is decided by today and binds nobody before; units are offered by their names of today."""

from datetime import date

import pytest
from django.urls import reverse

from tests.units.reorganising import DECISION
from units.actions import reorganisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def renaming(world, browse):
    """What the page answers when a commune is renamed by a decision of this day."""

    def rename(decided_on, day):
        facts = {"name": "Ba Sơn", "decision": "9/NQ", "decided_on": decided_on, "day": day}
        facts |= {
            "seen": f"{world.commune.unit_id}:{world.commune.pk}",
            "submission": "1b0e4b52-7d2e-4a51-8f3e-0d4a2c8a5b11",
        }
        address = reverse("units:reorganise_as", args=[world.commune.unit_id, "rename"])
        return browse("administrator").post(address, facts)

    return rename


@pytest.mark.parametrize(
    ("decided_on", "day"), [("18/06/2024", "01/07/2024"), ("03/06/2024", "02/06/2024")]
)
def test_a_day_that_cannot_be_is_refused_at_its_field(renaming, decided_on, day):
    page = renaming(decided_on, day)

    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["decided_on"]


@pytest.mark.parametrize("day", ["17/06/2024", "01/07/2024", "01/01/2025"])
def test_a_decision_of_today_holds_from_today_on_or_later(renaming, day):
    assert renaming("17/06/2024", day).status_code == 200


@pytest.mark.parametrize(("kind", "field"), [("merge", "others"), ("dissolve", "into")])
def test_a_name_that_begins_later_is_not_offered_today(world, browse, administrator, kind, field):
    order = DECISION | {"day": date(2099, 7, 1)}
    reorganisation.rename(world.second_commune.unit, by=administrator, name="Mai Sau", **order)
    address = reverse("units:reorganise_as", args=[world.commune.unit_id, kind])

    form = browse("administrator").get(address).context["form"]

    offered = dict(form.fields[field].choices)
    assert world.second_commune.title in offered[world.second_commune.unit_id]

"""The page of an act names nobody of another province, and no list on it is endless."""

import pytest

from tests.units.reorganising import CAO_LOC, DECISION
from units import acts
from units.actions import reorganisation
from units.models import Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def merger(make, world, administrator):
    """Two communes merge; somebody goes along."""
    make.person("Người Kín", world.commune)
    units = [world.commune.unit, world.second_commune.unit]
    return reorganisation.merge(units, by=administrator, into=CAO_LOC, **DECISION)


@pytest.mark.parametrize(
    ("reader", "named"), [("stranger", False), ("planner", True), ("administrator", True)]
)
def test_people_are_named_to_those_of_the_province(reader, named, merger, browse):
    page = browse(reader).get(merger.get_absolute_url())

    assert ("Người Kín" in page.text) is named
    assert page.context["told"].posts.count == 1


@pytest.mark.embedded
def test_lists_are_cut_with_a_count(make, merger, world, administrator, monkeypatch, browse):
    monkeypatch.setattr(acts, "MOST_SHOWN", 1)
    Post.objects.create(
        person=world.member,
        unit=merger.versions.get().unit,
        title="Khác",
        held_from=merger.day,
        made_by=merger,
    )
    told = acts.told(merger, administrator)

    assert [(len(one.rows), one.more) for one in (told.successions, told.posts)] == [(1, 1), (1, 1)]
    page = browse("administrator").get(merger.get_absolute_url())
    assert page.text.count('data-more="1"') == 2

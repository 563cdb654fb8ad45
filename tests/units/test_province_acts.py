"""Acts that end a province or cross its border are undone by superusers alone, as they are done."""

import pytest
from django.urls import reverse

from tests import factories
from tests.conftest import signed_in
from tests.units.reorganising import CAO_LOC, DECISION
from units.actions import reorganisation

pytestmark = pytest.mark.django_db

PAST = DECISION | {"decided_on": factories.BEGIN, "day": factories.DAY.replace(month=5)}
HALVES = [{"type": "tỉnh", "name": name, "code": ""} for name in ("Một", "Hai")]


@pytest.fixture
def root(world):
    """The administrator while a superuser."""
    actor = factories.actor(world.administrator)
    actor.user.is_superuser = True
    return actor


def split(world, root):
    return reorganisation.split(world.province.unit, by=root, into=HALVES, heir=0, **PAST)


def dissolved(world, root):
    into = [world.elsewhere.unit]
    return reorganisation.dissolve(world.province.unit, by=root, into=into, **PAST)


def carried_over(world, root):
    parent = factories.unit("Nơi Khác", parent=world.elsewhere).unit
    return reorganisation.transfer(world.commune.unit, by=root, parent=parent, **PAST)


ACTS = [split, dissolved, carried_over]


@pytest.mark.embedded
@pytest.mark.parametrize("act", ACTS)
def test_administrators_of_the_province_do_not_undo_it(act, world, root, browse):
    made = act(world, root)
    url = reverse("units:undo_reorganisation", args=[made.pk])
    browser = browse("administrator")

    assert browser.post(url, {"note": "Nhầm"}).status_code == 403
    assert url not in browser.get(made.get_absolute_url()).text
    root.user.save()
    assert signed_in(world.administrator).post(url, {"note": "Nhầm"}).status_code == 302


@pytest.mark.embedded
def test_the_heir_of_a_province_is_named_by_superusers(world, root, browse):
    made, url = split(world, root), reverse("units:choose_heir", args=[world.province.unit_id])
    browser = browse("administrator")

    assert browser.get(url).status_code == 403
    for page in (made.get_absolute_url(), world.province.get_absolute_url()):
        assert url not in browser.get(page).text
    root.user.save()
    for page in (url, made.get_absolute_url(), world.province.get_absolute_url()):
        assert url in signed_in(world.administrator).get(page).text


def test_inside_the_province_its_administrators_do_both(world, administrator, browse):
    halves = [CAO_LOC, {"type": "xã", "name": "Lộc Yên", "code": "06187"}]
    act = reorganisation.split(world.commune.unit, by=administrator, into=halves, heir=0, **PAST)
    url = reverse("units:choose_heir", args=[world.commune.unit_id])
    browser = browse("administrator")

    assert act.province_id == world.province.unit_id
    assert url in browser.get(world.commune.get_absolute_url()).text
    assert browser.get(url).status_code == 200
    assert browse("stranger").get(url).status_code == 403

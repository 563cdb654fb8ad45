"""The people tests act as, in the small province of `factories.world`."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from tests import factories

PERSONAS = (
    "chair",
    "planner",
    "head",
    "member",
    "official",
    "outsider",
    "stranger",
    "administrator",
    "auditor",
)


MOMENT = datetime(2024, 6, 17, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def signed_in(human):
    """A client in which this person is signed in."""
    client = Client()
    client.force_login(human.account, backend="reform_portal.common.backends.PortalBackend")
    return client


@pytest.fixture
def make():
    """The factories: make.inspection(world), make.finding(inspection) …"""
    return factories


@pytest.fixture
def world(db):
    """A fresh small province."""
    return factories.world()


@pytest.fixture
def today(monkeypatch):
    """The day the portal believes it is: 17/6/2024, nine o'clock in Viet Nam."""
    monkeypatch.setattr(timezone, "now", lambda: MOMENT)
    return MOMENT.date()


def _persona(name):
    @pytest.fixture(name=name)
    def actor(world):
        return factories.actor(getattr(world, name))

    return actor


for _name in PERSONAS:
    globals()[_name] = _persona(_name)


@pytest.fixture
def browse(world, today):
    """A signed-in client of a persona: browse("planner").get(…)."""

    return lambda name: signed_in(getattr(world, name))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Tests that empty the database (also of what migrations put there) run after all others."""
    items.sort(key=_empties_the_database)


def _empties_the_database(item):
    mark = item.get_closest_marker("django_db")
    emptying = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(emptying or (mark and mark.kwargs.get("transaction")))


@pytest.fixture
def bell(monkeypatch):
    """What the queue was told; it always hears."""
    rung = []

    def ring(task, *args):
        rung.append((task, *args))
        return True

    monkeypatch.setattr("reform_portal.common.doorbell.ring", ring)
    return rung

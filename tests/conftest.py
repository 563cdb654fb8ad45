"""The people tests act as, in the small province of `factories.world`."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client, TransactionTestCase
from django.utils import timezone

from reform_portal.common.middleware import RENEWED
from reform_portal.common.sessions import SessionStore
from tests import factories, leftovers

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
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(human.account).session_key
    return client


def session_of(account):
    """A session as signing in leaves it behind, without what else happens there."""
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = "reform_portal.common.backends.PortalBackend"
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session[RENEWED] = time.time()
    session.save()
    return session


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database, and what migrations put into it."""
    with django_db_blocker.unblock():
        leftovers.remember()
    TransactionTestCase._fixture_teardown = lambda case: leftovers.clear()


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
    """The longest first, so that no worker is left with them while the others are done."""
    items.sort(key=_rank)


def _rank(item):
    mark = item.get_closest_marker("django_db")
    committing = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return (
        not item.get_closest_marker("long"),
        not item.get_closest_marker("browser"),
        not (committing or (mark and mark.kwargs.get("transaction"))),
    )


@pytest.fixture
def bell(monkeypatch):
    """What the queue was told; it always hears."""
    rung = []

    def ring(task, *args):
        rung.append((task, *args))
        return True

    monkeypatch.setattr("reform_portal.common.doorbell.ring", ring)
    return rung

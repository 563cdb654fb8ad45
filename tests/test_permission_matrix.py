"""Person × page and person × step, in one place; what is missing from the tables fails.

Every app keeps its rows beside its tests (tests/<app>/matrix.py); docs/permissions.md is
written from the same tables.
"""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLResolver

from reform_portal.common.workflow import WORKFLOWS
from reports.renderers import RENDERERS
from tests import factories
from tests.conftest import PERSONAS, signed_in
from tests.matrix import PAGES, STEPS, VISITOR, stage_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(world, today, bell):
    return stage_for(world)


@pytest.fixture(autouse=True)
def drawn(monkeypatch):
    """Who gets a paper is told here; making it anew for everybody would tell nothing more."""
    monkeypatch.setitem(RENDERERS, "pdf", lambda paper: b"%PDF-")


@pytest.fixture
def people(stage):
    """Everybody of the tables at a browser of their own."""
    return {VISITOR: Client()} | {name: signed_in(getattr(stage, name)) for name in PERSONAS}


def named_pages(resolver=None, namespace=""):
    """Every named address of the portal, without the support site of superusers."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin":
                inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
                yield from named_pages(pattern, inner)
        elif pattern.name:
            yield f"{namespace}{pattern.name}"


def asked(client, method, url):
    """The status of an answer; what it changed is taken back, in database and browser."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = getattr(client, method)(url)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer.status_code


def test_every_page_is_in_the_table():
    assert set(named_pages()) == set(PAGES)


def test_every_step_is_in_the_table():
    tables = {name: set(steps) for name, steps in STEPS.items()}

    assert tables == {name: set(flow.steps) for name, flow in WORKFLOWS.items()}


@pytest.mark.parametrize("app", ["", "units", "inspections", "findings", "reports"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_pages_answer_each_person_as_the_table_says(app, method, people, stage):
    pages = {name: page for name, page in PAGES.items() if name.rpartition(":")[0] == app}

    answers = {
        name: {
            person: asked(client, method, page["url"](stage)) for person, client in people.items()
        }
        for name, page in pages.items()
    }

    assert answers == {name: page[method] for name, page in pages.items()}


@pytest.mark.parametrize("flow", sorted(STEPS))
def test_a_step_is_allowed_to_those_the_table_names(flow, stage):
    record = stage.inspection.plan if flow in ("plan", "amendment") else getattr(stage, flow)
    actors = {name: factories.actor(getattr(stage, name)) for name in PERSONAS}

    allowed = {
        step.name: {name: bool(step.allow(actor, record)) for name, actor in actors.items()}
        for step in WORKFLOWS[flow].steps.values()
    }

    assert allowed == STEPS[flow]

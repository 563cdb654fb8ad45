"""Lists and details against their floors, with a thousand findings and with a hundred thousand.

Aim: at most twice the floor; growth exponent at most 0.05. Measured is what the portal and the
database work for each, so that a machine with other work to do says the same.
"""

from itertools import chain

import pytest
from django.core.signals import request_started
from django.db import close_old_connections, transaction
from django.template import Template
from django.test import RequestFactory
from django.test.utils import _TestState
from django.urls import reverse

from findings.models import Finding
from inspections.models import Inspection
from reform_portal.wsgi import application
from tests import factories
from tests.bench import floors, generate
from tests.bench.measuring import calm, exponent, in_turns, ratio, table, working, yardstick
from tests.conftest import session_of

pytestmark = [pytest.mark.bench, pytest.mark.django_db]

SIZES = (1_000, 100_000)
ROUNDS = 60


@pytest.fixture(scope="module")
def province(django_db_setup, django_db_blocker):
    """A world that is taken back at the end, however many records it was given."""
    request_started.disconnect(close_old_connections)  # it would end the transaction
    with django_db_blocker.unblock(), transaction.atomic():
        yield factories.world()
        transaction.set_rollback(True)
    request_started.connect(close_old_connections)


class Visitor:
    """The portal as its server calls it, with the cookies of somebody who signed in."""

    def __init__(self, human):
        cookies = {"sessionid": session_of(human.account).session_key, "csrftoken": "s" * 32}
        self.portal = application
        self.cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())

    def page(self, address):
        path, _mark, query = address.partition("?")

        def get():
            environ = RequestFactory()._base_environ(
                PATH_INFO=path,
                QUERY_STRING=query,
                REQUEST_METHOD="GET",
                HTTP_COOKIE=self.cookie,
            )
            answer = self.portal(environ, lambda status, headers: None)
            assert answer.status_code == 200
            return answer.content

        return get


def works(world):
    """Each page with its floor."""
    visitor, key = Visitor(world.planner), world.province.unit_id
    inspection = Inspection.objects.order_by("-id").first()
    finding = Finding.objects.filter(inspection=inspection).order_by("id").first()
    deep = Finding.objects.order_by("id")[300].pk
    findings = reverse("findings:finding_list")
    return {
        "inspections": (
            visitor.page(reverse("inspections:inspection_list")),
            floors.inspection_list(key),
        ),
        "findings": (visitor.page(findings), floors.finding_list(key)),
        "findings, last pages": (
            visitor.page(f"{findings}?after={deep}"),
            floors.finding_list(key),
        ),
        "an inspection": (
            visitor.page(inspection.get_absolute_url()),
            floors.inspection_detail(inspection.pk),
        ),
        "a finding": (visitor.page(finding.get_absolute_url()), floors.finding_detail(finding.pk)),
    }


@pytest.fixture(scope="module", autouse=True)
def templates_as_in_service():
    """The test runner listens in on every template; a server does not."""
    listening, Template._render = Template._render, _TestState.saved_data.template_render
    yield
    Template._render = listening


def measured(world):
    """Milliseconds of each page, its floor and the yardstick of the machine's present speed."""
    works_for = working()
    return {
        name: in_turns(ROUNDS, clock=works_for, page=page, floor=floor, yardstick=yardstick)
        for name, (page, floor) in works(world).items()
    }


def test_pages_against_their_floors(province):
    times, made = {}, 0
    for size in SIZES:
        generate.findings(province, size - made)
        times[size], made = measured(province), size

    few, many = SIZES
    table(
        "Pages / raw SQL with a minimal template (aim: ratio <= 2.0, exponent <= 0.05); work of "
        f"the portal and the database, p10 of {ROUNDS} rounds by turns, median of their ratios",
        ["page", *(f"{of} ms at {n:,}" for n in SIZES for of in ("page", "floor")),
         *(f"{of} ratio at {n:,}" for n in SIZES for of in ("p10", "median")), "exponent"],
        [_line(name, [times[size][name] for size in SIZES], many / few) for name in times[few]],
    )  # fmt: skip


def _line(name, sizes, growth):
    """What a page took at each size beside its floor, and how it grew."""
    taken = [[calm(took["page"]), calm(took["floor"])] for took in sizes]
    ratios = [
        (page / floor, ratio(took["page"], took["floor"]))
        for (page, floor), took in zip(taken, sizes, strict=True)
    ]
    by_yardstick = [ratio(took["page"], took["yardstick"]) for took in sizes]
    return [name, *chain(*taken), *chain(*ratios), exponent(*by_yardstick, times=growth)]

"""A broker that refuses, hangs or forgets, a worker that dies: every request ends exactly once.

Real Redis, real worker processes, real database; leases are short so that it takes a minute.
"""

import os
import signal
import time
from collections import Counter

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from inspections.models import Inspection
from reform_portal.common.models import AuditEntry
from reports import queue
from reports.models import ReportRequest
from tests import factories
from tests.reports.conftest import told
from tests.reports.faults import BlackHole, at_the_gate, gate_of, wait_until

pytestmark = pytest.mark.django_db(transaction=True)

S = ReportRequest.Status
ENDED = {S.DONE, S.FAILED, S.CANCELLED}
A_PAGE_WAITS = 2


@pytest.fixture
def planner_client(world):
    client = Client()
    backend = "reform_portal.common.backends.PortalBackend"
    client.force_login(world.planner.account, backend=backend)
    return client


def ask_by_page(client, inspection, format="xlsx"):
    """A second, and the row that the page made."""
    began = time.monotonic()
    answer = client.post(
        reverse("reports:request_create", args=[inspection.code]), {"format": format}
    )
    took = time.monotonic() - began
    assert answer.status_code == 302
    return took, ReportRequest.objects.latest("id")


def ask_for(kind, inspection, world):
    by = factories.actor(world.planner)
    return queue.request(kind, "xlsx", inspection, by=by)[0]


def ended(*rows):
    """Wait for the end of these requests; each ended once and left at most one file."""
    keys = [row.pk for row in rows]

    def all_ended():
        found = list(ReportRequest.objects.filter(pk__in=keys).order_by("id"))
        return found if {row.status for row in found} <= ENDED else None

    found = wait_until(all_ended)
    acts = AuditEntry.objects.filter(verb__in=["report.done", "report.fail"], object_id__in=keys)
    assert Counter(acts.values_list("object_id", flat=True)) == dict.fromkeys(keys, 1)
    return found


def stored_files():
    return set(default_storage.listdir("reports")[1])


def test_a_page_asks_and_a_worker_makes_it(worker, queue_works, concluded, planner_client):
    took, row = ask_by_page(planner_client, concluded, "pdf")

    (row,) = ended(row)

    file = planner_client.get(reverse("reports:request_file", args=[row.pk]))
    assert took <= A_PAGE_WAITS
    assert (row.status, row.attempts, row.rung_at is None) == (S.DONE, 1, False)
    assert b"".join(file.streaming_content).startswith(b"%PDF-")


def test_with_a_redis_that_refuses_the_request_waits_in_the_database(
    worker, broker, queue_works, concluded, planner_client
):
    broker.stop()
    try:
        took, row = ask_by_page(planner_client, concluded)
        assert took <= A_PAGE_WAITS
        assert (row.status, row.rung_at) == (S.QUEUED, None)
    finally:
        broker.start()

    assert ended(row)[0].status == S.DONE


def test_with_a_redis_that_hangs_no_page_waits(worker, ring_at, world, planner_client):
    hole = BlackHole()
    ring_at(hole)
    inspections = [told(world, status=Inspection.Status.CONCLUDED) for _number in range(3)]

    asked = [ask_by_page(planner_client, inspection) for inspection in inspections]
    hole.close()

    assert max(took for took, _row in asked) <= A_PAGE_WAITS
    assert {row.status for row in ended(*(row for _took, row in asked))} == {S.DONE}


def test_a_flushed_redis_loses_nothing(worker, broker, queue_works, world):
    inspections = [told(world, status=Inspection.Status.CONCLUDED) for _number in range(20)]
    worker.freeze()
    rows = [ask_for("conclusion", inspection, world) for inspection in inspections]
    broker.flush()
    worker.thaw()

    found = ended(*rows)

    assert Counter(row.status for row in found) == {S.DONE: 20}
    assert len({row.file.name for row in found}) == 20


def test_a_killed_worker_process_costs_an_attempt_and_nothing_else(
    worker, queue_works, concluded, world
):
    before = stored_files() if default_storage.exists("reports") else set()
    row = ask_for("gated", concluded, world)
    os.kill(at_the_gate(concluded.code), signal.SIGKILL)
    gate_of(concluded.code).touch()

    (row,) = ended(row)

    assert (row.status, row.attempts) == (S.DONE, 2)
    assert {f"reports/{name}" for name in stored_files() - before} == {row.file.name}


def test_a_killed_worker_leaves_its_requests_to_the_next(worker, queue_works, concluded, world):
    row = ask_for("gated", concluded, world)
    at_the_gate(concluded.code)
    worker.kill()
    gate_of(concluded.code).touch()
    worker.start()

    (row,) = ended(row)

    assert (row.status, row.attempts) == (S.DONE, 2)


def test_a_request_that_kills_its_process_stops_after_three_attempts(
    worker, queue_works, concluded, world
):
    poison = ask_for("poison", concluded, world)
    healthy = ask_for("conclusion", concluded, world)

    healthy, poison = sorted(ended(poison, healthy), key=lambda row: row.kind)

    assert (healthy.status, poison.status, poison.attempts) == (S.DONE, S.FAILED, 3)
    assert "ba lần" in poison.reason


@pytest.mark.soak
@pytest.mark.parametrize("victim", ["child", "worker"])
def test_twenty_kills_lose_and_double_nothing(worker, queue_works, world, victim):
    for _round in range(20):
        inspection = told(world, status=Inspection.Status.CONCLUDED)
        rows = [ask_for(kind, inspection, world) for kind in ("gated", "conclusion")]
        process = at_the_gate(inspection.code)
        if victim == "child":
            os.kill(process, signal.SIGKILL)
        else:
            worker.kill()
            worker.start()
        gate_of(inspection.code).touch()

        assert {row.status for row in ended(*rows)} == {S.DONE}

"""Issued papers when the worker dies, Redis is gone or the disk is full: made once, never by half.

Real Redis, real worker, real files; the next run takes over after seconds instead of minutes.
"""

import contextlib
import hashlib
import os
import signal
import subprocess
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import reverse

from findings.models import Conclusion
from inspections import workflow
from reports import queue
from reports.issued import keeping
from reports.models import IssuedPaper, ReportRequest
from tests import factories
from tests.conftest import signed_in
from tests.reports.conftest import told
from tests.reports.faults import at_the_gate, gate_of, wait_until

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]

S = ReportRequest.Status
FILES = ("pdf", "docx", "archive")
RECIPIENTS = "UBND huyện Cao Lộc\nUBND xã Thanh Lòa\nLưu: VT"


@pytest.fixture
def explained(world):
    """Everything is decided; the head may issue."""
    made = told(world, status="explained")
    Conclusion.objects.filter(inspection=made).update(
        number=5, issued_on=date(2024, 6, 17), signer=world.head, recipients=RECIPIENTS
    )
    return made


@pytest.fixture
def issue(explained, head):
    def issued():
        workflow.inspection.take("conclude", explained, by=head)
        return IssuedPaper.objects.get()

    return issued


@contextlib.contextmanager
def full_disk(folder):
    """A store of 16 kB, on a file system of its own; where none may be mounted, a closed one."""
    place = Path(settings.MEDIA_ROOT) / folder
    place.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(place)]
    mounted = os.geteuid() == 0 and subprocess.run(mount, capture_output=True).returncode == 0
    if not mounted:
        place.chmod(0o500)
    try:
        yield place
    finally:
        if mounted:
            subprocess.run(["umount", str(place)], check=True)
        place.chmod(0o755)


def made(row):
    """Wait until its files are there; each whole, and no other beside them."""
    wait_until(lambda: IssuedPaper.objects.get(pk=row.pk).is_made, within=120)
    row = IssuedPaper.objects.get(pk=row.pk)
    for name in FILES:
        with getattr(row, name).open("rb") as file:
            assert hashlib.sha256(file.read()).hexdigest() == getattr(row, f"{name}_sha256")
    names = {getattr(row, name).name for name in FILES}
    assert {f"issued/{name}" for name in issued_files(row)} == names
    return row


def issued_files(row):
    return [name for name in default_storage.listdir("issued")[1] if name.startswith(f"{row.pk}-")]


def nothing_is_served(world, row):
    client = signed_in(world.head)
    answers = [
        client.get(reverse("reports:issued_file", args=[row.pk, kind])).status_code
        for kind in FILES
    ]
    page = client.get(reverse("reports:issued", args=[row.inspection.code]))
    return answers == [404, 404, 404] and page.status_code == 200


@pytest.mark.parametrize("victim", ["child", "worker"])
def test_a_killed_worker_costs_a_try_and_the_paper_is_made_once(
    worker, queue_works, issue, world, victim
):
    row = issue()
    process = at_the_gate(row.inspection.code)
    assert nothing_is_served(world, row)
    if victim == "child":
        os.kill(process, signal.SIGKILL)
    else:
        worker.kill()
    gate_of(row.inspection.code).touch()
    if victim == "worker":
        worker.start()

    row = made(row)

    assert row.attempts > 1


def test_without_redis_it_is_issued_and_made_when_redis_is_back(
    worker, broker, queue_works, issue, explained
):
    gate_of(explained.code).touch()
    broker.stop()
    try:
        row = issue()
        assert (row.attempts, row.is_made) == (0, False)
    finally:
        broker.start()

    assert made(row).attempts == 1


def test_a_full_disk_leaves_nothing_half_and_a_sentence(worker, queue_works, issue, world, head):
    with full_disk("issued") as place:
        row = issue()
        gate_of(row.inspection.code).touch()
        wait_until(lambda: IssuedPaper.objects.get(pk=row.pk).is_given_up, within=120)
        wait_until(lambda: not list(place.iterdir()))
        assert nothing_is_served(world, row)
        page = signed_in(world.head).get(row.get_absolute_url()).content.decode()
        assert "Chưa tạo được tệp; dữ liệu của văn bản vẫn được lưu." in page

    keeping.try_again(IssuedPaper.objects.get(pk=row.pk), by=head)

    assert made(row).is_made


def test_a_report_that_finds_the_disk_full_fails_with_a_reason_and_is_made_later(
    worker, queue_works, concluded, world
):
    by = factories.actor(world.planner)
    with full_disk("reports") as place:
        row = queue.request("conclusion", "pdf", concluded, by=by)[0]
        wait_until(lambda: not ReportRequest.objects.get(pk=row.pk).is_open, within=120)
        row.refresh_from_db()
        assert (row.status, row.file.name, list(place.iterdir())) == (S.FAILED, "", [])
        assert "không lưu được" in row.reason

    assert queue.retry(row, by=by)
    wait_until(lambda: not ReportRequest.objects.get(pk=row.pk).is_open, within=120)

    row.refresh_from_db()
    assert (row.status, row.attempts) == (S.DONE, 1)
    with row.file.open("rb") as file:
        assert hashlib.sha256(file.read()).hexdigest() == row.sha256

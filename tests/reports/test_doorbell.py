"""The bell never raises and never holds a page, whatever the queue does."""

from threading import Event

import pytest
from celery import current_app

from reform_portal.common import doorbell
from reports.models import ReportRequest
from tests.reports.conftest import BUILD
from tests.reports.faults import wait_until


@pytest.fixture
def hanging(monkeypatch, settings):
    """A queue that does not answer before it is let go."""
    settings.DOORBELL_SECONDS, let_go = 0.01, Event()

    def publish(task, args, heard):
        let_go.wait(10)
        doorbell._ringing.release()

    monkeypatch.setattr(doorbell, "_publish", publish)
    yield let_go
    let_go.set()


def test_a_queue_that_cannot_be_reached_is_silence_and_not_an_error():
    assert doorbell.ring(BUILD, 1) is False


def test_an_unknown_task_is_silence_too(settings):
    assert doorbell.ring("reports.tasks.no_such_task", 1) is False


def test_bells_that_hang_do_not_pile_up(hanging):
    assert [doorbell.ring(BUILD, number) for number in range(6)] == [False] * 6
    assert not doorbell._ringing.acquire(blocking=False)

    hanging.set()
    wait_until(lambda: doorbell._ringing._value == 4, within=10)


@pytest.fixture
def no_queue():
    """A desk without any broker: PORTAL_IN_PROCESS."""
    current_app.conf.task_always_eager = True
    yield
    current_app.conf.task_always_eager = False


@pytest.mark.django_db(transaction=True)
def test_without_any_queue_the_report_is_made_beside_the_page(no_queue, ask):
    row = ask("xlsx")

    wait_until(lambda: ReportRequest.objects.get(pk=row.pk).status == "done", within=20)

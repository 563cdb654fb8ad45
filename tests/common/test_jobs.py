"""Long work tells how far it is beside itself, whatever the database says to it meanwhile."""

from threading import Event
from types import SimpleNamespace

from django.db import OperationalError

from reform_portal.common import jobs


def test_how_far_it_is_is_told_beside_the_work_until_it_ends(monkeypatch):
    monkeypatch.setattr(jobs, "BEAT", 0.01)
    heard, told = Event(), []

    def tell(row, percent):
        told.append(percent)
        if len(told) == 1:
            raise OperationalError("database is locked")
        if percent == 42:
            heard.set()

    queue = SimpleNamespace(task="try", tell=tell)
    with jobs.Beat(queue, SimpleNamespace(pk=1)) as beat:
        beat(42.7)
        assert heard.wait(10)

    assert not beat.thread.is_alive()
    assert told[-1] == 42

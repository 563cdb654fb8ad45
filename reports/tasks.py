"""What the worker is told to do; the work itself is in production.py and queue.py.

Messages are acknowledged when they arrive, not when they are done: a request that kills its
process must not come back from the broker. It comes back from its row, at most three times.
"""

from datetime import timedelta

from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from inspections.models import Threshold
from reform_portal.common import doorbell

from . import production, queue
from .issued import keeping


@shared_task(ignore_result=True)
def build_report(request_id):
    production.produce(request_id)


@shared_task(ignore_result=True)
def sweep_requests():
    queue.sweep()


@shared_task(ignore_result=True)
def let_go_of_old_files():
    """Every night: files older than the threshold of the day, where one is set."""
    now = timezone.localtime()
    kept = Threshold.objects.on(now.date()).filter(code="report_days").first()
    if kept:
        queue.expire(now - timedelta(days=kept.value))


@shared_task(ignore_result=True)
def make_issued_paper(pk):
    keeping.make(pk)


@shared_task(ignore_result=True)
def sweep_issued_papers():
    keeping.make_what_waits()


@worker_ready.connect
def pick_up_what_waits(**kwargs):
    """A worker that starts looks at once, not at the first turn of the clock."""
    doorbell.ring(sweep_requests.name)
    doorbell.ring(sweep_issued_papers.name)

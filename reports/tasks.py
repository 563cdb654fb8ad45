"""What the worker is told to do; the work itself is in production.py and queue.py.

Messages are acknowledged when they arrive, not when they are done: a request that kills its
process must not come back from the broker. It comes back from its row, at most three times.
"""

from celery import shared_task
from celery.signals import worker_ready

from reform_portal.common import doorbell

from . import production, queue


@shared_task(ignore_result=True)
def build_report(request_id):
    production.produce(request_id)


@shared_task(ignore_result=True)
def sweep_requests():
    queue.sweep()


@worker_ready.connect
def pick_up_what_waits(**kwargs):
    """A worker that starts looks at once, not at the first turn of the clock."""
    doorbell.ring(sweep_requests.name)

"""Telling the queue that a row waits. The row is the truth; the bell may stay silent.

A Redis that refuses costs nearly a second, one that hangs held a page for more than 40 (quality
§0.3). So the bell is rung beside the page, which waits a moment and then goes on.
"""

import logging
from threading import BoundedSemaphore, Thread

from celery import current_app
from django.conf import settings
from django.db import connections, transaction

log = logging.getLogger(__name__)

# Bells that hang are few: further ones are not even tried, the sweep rings again.
_ringing = BoundedSemaphore(4)


def ring(task, *args):
    """Publish `task(*args)`; True when it surely reached the queue. Never raises, never hangs."""
    if not _ringing.acquire(blocking=False):
        log.warning("The queue does not answer; %s%s waits for the sweep.", task, args)
        return False
    heard = []
    bell = Thread(target=_publish, args=(task, args, heard), name="doorbell", daemon=True)
    bell.start()
    bell.join(settings.DOORBELL_SECONDS)
    return bool(heard)


def ring_after_commit(task, *args):
    """Once what was asked for is saved. A bell that breaks breaks no page: the sweep rings again.

    A function, not a partial: Django logs what broke by its qualified name.
    """

    def rung():
        ring(task, *args)

    transaction.on_commit(rung, robust=True)


def _publish(task, args, heard):
    try:
        current_app.signature(task, args=args).apply_async()
        heard.append(True)
    except Exception as error:  # the sweep rings again, whatever it was
        log.warning("The queue was not told of %s%s: %s", task, args, error)
    finally:
        _ringing.release()
        connections.close_all()  # this thread's own: the task ran here when there is no queue

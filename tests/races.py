"""Several people in the same moment, each on a database connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.core.exceptions import PermissionDenied
from django.db import connections

from reform_portal.common.editing import Stale
from reform_portal.common.workflow import Refused


def together(*jobs):
    """Do all jobs at once: what each answers, or how it was refused, in their order."""
    gate = Barrier(len(jobs))

    def do(job):
        try:
            gate.wait(timeout=20)
            return job()
        except (Refused, Stale, PermissionDenied) as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as threads:
        return list(threads.map(do, jobs))

"""The portal's worker for the fault tests, with reports and papers that misbehave on demand.

Started as `celery -A tests.reports.worker_app worker`; nothing of this is in the product.
"""

import os
import signal
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import django

django.setup()

from celery.signals import task_prerun  # noqa: E402
from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.db import connections  # noqa: E402

from reform_portal.celery import app  # noqa: E402
from reports.issued import keeping  # noqa: E402
from reports.registry import REPORTS  # noqa: E402
from tests.reports.faults import gate_of, passers_of  # noqa: E402

CONCLUSION = REPORTS["conclusion"]

# In service a worker keeps its connection; tests that only empty tables let it go.
connections.settings["default"]["CONN_MAX_AGE"] = int(os.environ.get("KEPT_CONNECTION", "0"))
app.conf.beat_schedule["sweep report requests"]["schedule"] = 1.0
app.conf.beat_schedule["make issued papers"]["schedule"] = 1.0


@task_prerun.connect
def forget_emptied_tables(**kwargs):
    """Tests empty the database under the worker's feet; its content types get new keys."""
    ContentType.objects.clear_cache()


def poison(inspection, *, as_of, reader):
    """A report that kills the process that makes it."""
    os.kill(os.getpid(), signal.SIGKILL)


def wait_at_the_gate(code):
    with passers_of(code).open("a") as passers:
        passers.write(f"{os.getpid()}\n")
    gate, until = Path(gate_of(code)), time.monotonic() + 60
    while not gate.exists() and time.monotonic() < until:
        time.sleep(0.02)


def gated_paper(row):
    """An issued paper that waits at the gate of its inspection too."""
    wait_at_the_gate(row.inspection.code)
    return PAPER_OF(row)


def gated(inspection, *, as_of, reader):
    """A report that waits in front of a gate, so that a test can kill its process there."""
    wait_at_the_gate(inspection.code)
    return CONCLUSION.contents["xlsx"](inspection, as_of=as_of, reader=reader)


REPORTS["poison"] = replace(CONCLUSION, kind="poison", contents={"pdf": poison, "xlsx": poison})
REPORTS["gated"] = replace(CONCLUSION, kind="gated", contents={"xlsx": gated})

PAPER_OF = keeping.paper_of
if os.environ.get("GATED_PAPERS"):
    keeping.paper_of = gated_paper
keeping.RUN = timedelta(seconds=15)  # a dead run is known as such by then

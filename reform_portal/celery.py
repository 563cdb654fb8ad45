"""The queue, and all periodic work on one screen."""

import os

from celery import Celery
from celery.schedules import crontab
from celery.signals import beat_embedded_init, worker_init, worker_process_init

from .common.processes import die_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reform_portal.settings.dev")

app = Celery("reform_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

app.conf.beat_schedule = {
    # Requests that wait in the database because the queue forgot them or was never told.
    "sweep report requests": {
        "task": "reports.tasks.sweep_requests",
        "schedule": 10.0,
        "options": {"expires": 30},
    },
    # Finished files are kept for as many days as the threshold "report_days" says.
    "let go of old report files": {
        "task": "reports.tasks.let_go_of_old_files",
        "schedule": crontab(hour=2, minute=30),
        "options": {"expires": 3600},
    },
    # The same for proposals of a schedule.
    "sweep proposals": {
        "task": "inspections.tasks.sweep_proposals",
        "schedule": 30.0,
        "options": {"expires": 60},
    },
    # The same for lists of units and people to be tried or imported.
    "sweep workbooks": {
        "task": "units.tasks.sweep_workbooks",
        "schedule": 30.0,
        "options": {"expires": 60},
    },
    # Issued papers whose files nobody has made yet.
    "make issued papers": {
        "task": "reports.tasks.sweep_issued_papers",
        "schedule": 30.0,
        "options": {"expires": 60},
    },
    # Lists of people that were sent for an import and left lying.
    "forget old workbooks": {
        "task": "units.tasks.forget_old_workbooks",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
}


_worker = None  # the process whose children these are


@worker_init.connect
def refuse_demo_accounts(**kwargs):
    """A worker in service starts as little as a web server does beside demo accounts."""
    from reform_portal.common.checks import stop_beside_demo_accounts

    stop_beside_demo_accounts()
    global _worker
    _worker = os.getpid()


@worker_process_init.connect
@beat_embedded_init.connect
def end_with_the_worker(**kwargs):
    """Nothing goes on alone when the worker that started it was killed, however early."""
    die_with_parent(parent=_worker)

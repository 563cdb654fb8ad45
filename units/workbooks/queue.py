"""Workbooks in the queue, and how a worker tries or imports one (see common/jobs.py)."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_noop

from reform_portal.common import audit
from reform_portal.common.jobs import Beat, Hopeless, Queue
from units import permissions
from units.actors import actor_for
from units.models import Workbook, WorkbookRow

from . import importing

TASK = "units.tasks.work_on_workbook"
NOT_ALLOWED = gettext_noop(
    "You may no longer change units and people, so nothing was imported. If you think this is "
    "wrong, ask the administrator about your post and role."
)
CHANGED_MEANWHILE = gettext_noop(
    "Since the dry run something changed in the portal; nothing was imported. "
    "Below is what would happen now: check it and confirm again."
)
QUEUE = Queue(
    Workbook,
    TASK,
    silence=timedelta(seconds=120),
    gave_up=gettext_noop(
        "The program that imports lists stopped three times at this file; nothing was imported. "
        "Split the file; if it happens again, tell the administrator."
    ),
    too_slow=gettext_noop(
        "The file took too long and was stopped; nothing was imported. Split it and send one part "
        "at a time."
    ),
    unknown=gettext_noop(
        "The file could not be worked on because of an error in the portal; nothing was imported. "
        "The error was written to the log; tell the administrator."
    ),
)
sweep = QUEUE.sweep
BATCH = 1000
Outcome = WorkbookRow.Outcome


def work_on(workbook_id, day):
    """Try or import a workbook, whichever was asked for; called twice it does it once."""
    QUEUE.carry_out(workbook_id, lambda row: _work(row, day))


def _work(row, day):
    by = actor_for(row.sent_by, day)
    if not row.sent_by.is_active or not permissions.administers(by):
        raise Hopeless(NOT_ALLOWED)
    with translation.override(row.language), Beat(QUEUE, row) as tell:
        try:
            if row.is_import:
                _import(row, by, tell)
            else:
                _try(row, by, tell)
        except ValidationError as error:
            raise Hopeless(*error.messages) from error


def _try(row, by, tell):
    _keep(row, importing.rehearse(bytes(row.content), by=by, tell=tell))


def _import(row, by, tell):
    """All of it or nothing; a run that lost the row takes everything back."""

    def seal(result):
        audit.record("workbook.import", row, by=by, sha256=row.sha256, **counts_of(result))
        QUEUE.finish(row, imported_at=timezone.now(), content=b"")

    shown = {"agreed": _shown(row), "tell": tell, "seal": seal}
    result = importing.carry_out(bytes(row.content), by=by, **shown)
    if not result.kept:
        _keep(row, result, work=Workbook.Work.TRIAL, error=CHANGED_MEANWHILE)


def counts_of(result):
    """How many rows do what."""
    return {outcome.value: result.count(outcome) for outcome in Outcome}


def _shown(row):
    columns = ("sheet", "number", "outcome", "title", "remarks")
    return list(row.rows.order_by("id").values_list(*columns))


@transaction.atomic
def _keep(row, result, **values):
    """What would happen to each row, instead of what an earlier run found."""
    QUEUE.finish(row, **counts_of(result), **values)
    row.rows.all().delete()
    WorkbookRow.objects.bulk_create(
        [
            WorkbookRow(
                workbook=row,
                sheet=sheet,
                number=number,
                outcome=outcome,
                title=title,
                remarks=remarks,
            )
            for sheet, number, outcome, title, remarks in result.told
        ],
        batch_size=BATCH,
    )

"""The one place that moves a request for a report. The row is the truth, the broker a doorbell.

queued →claim→ running →finish→ done | →fail→ failed | lease ran out → queued, thrice, then failed
queued, running →cancel→ cancelled; failed, cancelled →retry→ queued

Every move is one UPDATE that names the state (and the run) it leaves, so of two that try one
wins. A run holds its row by a UUID and a lease that heartbeats extend; whoever lost the lease
can change nothing any more, however late it comes.
"""

import hashlib
import logging
import uuid
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from reform_portal.common import audit, doorbell
from reform_portal.common.workflow import Refused

from .models import ReportRequest
from .subjects import columns_of, key_of

log = logging.getLogger(__name__)

S = ReportRequest.Status
BUILD = "reports.tasks.build_report"

# Reasons are stored as msgids and translated for whoever reads them.
GAVE_UP = gettext_noop(
    "The program that makes reports stopped three times at this one. "
    "Try again later; if it happens again, tell the administrator."
)
NOT_STORED = gettext_noop(
    "The finished file could not be stored. Tell the administrator; then try again."
)

audit.name_verbs(
    report__request=gettext_lazy("Asked for the report"),
    report__done=gettext_lazy("Made the report"),
    report__fail=gettext_lazy("Could not make the report"),
    report__cancel=gettext_lazy("Cancelled the request"),
    report__retry=gettext_lazy("Asked for the report again"),
)


def request(kind, format, subject, *, by):
    """The open request of this person for this report, made if there is none: (row, created)."""
    same = {"kind": kind, "format": format, "subject": key_of(subject), "requested_by": by.user}
    for _attempt in range(3):  # the open one may end between the two statements
        try:
            with transaction.atomic():
                row = ReportRequest.objects.create(
                    **same, **columns_of(subject), requested_at=timezone.now()
                )
                audit.record("report.request", row, by=by)
        except IntegrityError:
            if row := ReportRequest.objects.open().filter(**same).first():
                return row, False
        else:
            _ring_after_commit(row.pk)
            return row, True
    raise Refused(_("The request could not be stored just now. Try again."))


def claim(pk, *, progress=0, stage=""):
    """Take a queued request for a new run; the row with its run, or None when it is not free."""
    run, now = uuid.uuid4(), timezone.now()
    taken = ReportRequest.objects.filter(pk=pk, status=S.QUEUED).update(
        status=S.RUNNING,
        run=run,
        lease_until=_lease(now),
        attempts=F("attempts") + 1,
        progress=progress,
        stage=stage,
        started_at=now,
    )
    rows = ReportRequest.objects.select_related("requested_by")
    return rows.get(pk=pk, run=run) if taken else None


def heartbeat(row, **told):
    """A sign of life: extend the lease, say `progress` and `stage`. False when it is lost."""
    return bool(_held_by(row).update(lease_until=_lease(timezone.now()), **told))


def finish(row, content, *, name, data_as_of, fingerprint=""):
    """Store the file and show it, if this run still holds the row; else leave nothing behind."""
    path = _path(row.run, row.format)
    try:
        path = default_storage.save(path, ContentFile(content))
    except OSError:
        log.exception("Report request %s: the file could not be stored.", row.pk)
        _remove(path)
        return fail(row, NOT_STORED)
    done = _end(
        row,
        "report.done",
        status=S.DONE,
        progress=100,
        file=path,
        file_name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        data_as_of=data_as_of,
        fingerprint=fingerprint,
    )
    if not done:
        _remove(path)
    return done


def finish_with(row, made):
    """Show the file that was made for the same person from the same content."""
    kept = ("file", "file_name", "sha256", "size", "data_as_of", "fingerprint")
    same = {name: getattr(made, name) for name in kept}
    return _end(row, "report.done", status=S.DONE, progress=100, **same)


def fail(row, reason):
    """End the run with a reason a person can read."""
    return _end(row, "report.fail", status=S.FAILED, error=reason)


def cancel(row, *, by):
    """Nobody needs it any more; a run that is under way will find its row taken away."""
    return _move(
        row,
        ReportRequest.OPEN,
        "report.cancel",
        by,
        status=S.CANCELLED,
        finished_at=timezone.now(),
    )


def retry(row, *, by):
    """From the start again, with all attempts."""
    try:
        with transaction.atomic():
            moved = _move(
                row,
                ReportRequest.REPEATABLE,
                "report.retry",
                by,
                status=S.QUEUED,
                attempts=0,
                progress=0,
                error="",
                file="",
                finished_at=None,
                taken_at=None,
            )
    except IntegrityError:
        raise Refused(
            _("The same report is already being made; see the list of your requests.")
        ) from None
    if moved:
        _ring_after_commit(row.pk)
    return moved


def sweep():
    """Free what dead workers held, and ring again for what nobody took. Safe to run twice."""
    now = timezone.now()
    for row in ReportRequest.objects.stale(now):
        _free(row, now)
    again = now - timedelta(seconds=settings.REPORT_RING_AGAIN_SECONDS)
    for pk in ReportRequest.objects.waiting(again).values_list("pk", flat=True)[:200]:
        if not _ring(pk):
            break


def mark_taken(row):
    """Whoever asked has fetched the file; it is announced no more."""
    if row.taken_at is None:
        ReportRequest.objects.filter(pk=row.pk, taken_at=None).update(taken_at=timezone.now())


def expire(before):
    """Let go of files finished before this moment; their requests can be repeated."""
    old = ReportRequest.objects.filter(status=S.DONE, finished_at__lt=before)
    for path in set(old.values_list("file", flat=True)):
        with transaction.atomic():
            let_go = old.filter(file=path).update(status=S.EXPIRED, file="", fingerprint="")
            shared = ReportRequest.objects.filter(file=path).exists()
        if let_go and not shared:
            _remove(path)


def _free(row, now):
    """A lease ran out: back to the queue, or the end after the last attempt."""
    held = _held_by(row).filter(lease_until__lt=now)
    if row.attempts >= settings.REPORT_ATTEMPTS:
        freed = _end(row, "report.fail", held=held, status=S.FAILED, error=GAVE_UP)
    else:
        freed = held.update(status=S.QUEUED, run=None, lease_until=None, rung_at=None)
    if freed:
        log.warning(
            "Report request %s: run %s stopped (attempt %s).", row.pk, row.run, row.attempts
        )
        _remove(_path(row.run, row.format))


def _held_by(row):
    return ReportRequest.objects.filter(pk=row.pk, run=row.run, status=S.RUNNING)


@transaction.atomic
def _end(row, verb, *, held=None, **values):
    """End a run that still holds its row."""
    held = _held_by(row) if held is None else held
    ended = held.update(lease_until=None, stage="", finished_at=timezone.now(), **values)
    if ended:
        reason = values.get("error")
        audit.record(verb, row, by=None, note=_(reason) if reason else "")
    return bool(ended)


@transaction.atomic
def _move(row, sources, verb, by, **values):
    """What a person decides: from one of these states, whoever holds the row."""
    moved = ReportRequest.objects.filter(pk=row.pk, status__in=sources).update(
        run=None, lease_until=None, rung_at=None, stage="", **values
    )
    if moved:
        audit.record(verb, row, by=by)
    return bool(moved)


def _ring_after_commit(pk):
    def rung():  # not a partial: Django logs what broke by its qualified name
        _ring(pk)

    transaction.on_commit(rung, robust=True)


def _ring(pk):
    """Tell the workers of a row, and write down that they were told."""
    if not doorbell.ring(BUILD, pk):
        return False
    ReportRequest.objects.filter(pk=pk, status=S.QUEUED).update(rung_at=timezone.now())
    return True


def _lease(now):
    return now + timedelta(seconds=settings.REPORT_LEASE_SECONDS)


def _path(run, format):
    """Each run has a file of its own, so what a dead one left behind is known by name."""
    return f"reports/{run}.{format}"


def _remove(path):
    try:
        default_storage.delete(path)
    except OSError:
        log.exception("The file %s could not be removed.", path)

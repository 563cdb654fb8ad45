"""Making a report inside a worker: one claim, one snapshot of the records, one file or a reason."""

import logging
from threading import Event, Thread

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone
from django.utils.translation import gettext_noop

from reform_portal.common.jobs import Hopeless, Superseded
from units.actors import actor_for

from . import queue, renderers, subjects
from .fingerprints import fingerprint
from .models import ReportRequest
from .registry import REPORTS
from .renderers.limits import PaperTooLong
from .snapshot import snapshot

log = logging.getLogger(__name__)

READING = gettext_noop("Reading the records")
LAYING_OUT = gettext_noop("Laying out the file")

NOT_ALLOWED = gettext_noop(
    "You may no longer read this inspection, so its report was not made. "
    "If you think this is wrong, ask the administrator about your post and role."
)
TOO_SLOW = gettext_noop(
    "The report took too long and was stopped. Shorten very long texts, then try again."
)
TOO_LARGE = gettext_noop(
    "The report needs more memory than the server has. Shorten texts or use fewer photos."
)
TOO_LONG = gettext_noop(
    "The text is too long to be printed. Shorten it, or ask for the Excel file instead."
)
NOT_FOUND = gettext_noop(
    "A photo of the inspection is missing in the store. Tell the administrator."
)
UNKNOWN = gettext_noop(
    "The report could not be made because of an error in the portal. It was written to the log; "
    "tell the administrator."
)


def produce(request_id):
    """Make the report of a request, if it is free to be made; called twice it does it once."""
    row = queue.claim(request_id, progress=10, stage=READING)
    if row is None:
        return
    with Heart(row):
        try:
            _make(row)
        except Superseded:
            log.info("Report request %s was taken away from run %s.", row.pk, row.run)
        except (OperationalError, InterfaceError):
            # Nothing can be written now either: the lease runs out and the sweep tries again.
            raise
        except Hopeless as hopeless:
            queue.fail(row, hopeless.reason)
        except Exception as error:
            log.exception("Report request %s failed.", row.pk)
            queue.fail(row, reason_for(error))


def _make(row):
    report, render = REPORTS[row.kind], renderers.RENDERERS[row.format]
    with snapshot():
        as_of = timezone.now()
        subject, reader = _subject_for(row, report)
        content = report.contents[row.format](subject, as_of=as_of, reader=reader)
        made_from = fingerprint(content)
        same = ReportRequest.objects.made_before(row, made_from)
        # Rows that are read while they are written belong to the same moment.
        file = render(content) if _is_read_on(content) and not same else None
    if same:
        queue.finish_with(row, same)
        return
    if not queue.heartbeat(row, progress=40, stage=LAYING_OUT):
        raise Superseded
    file = file or render(content)
    name = report.file_name(subject, row.format)
    queue.finish(row, file, name=name, data_as_of=as_of, fingerprint=made_from)


def _is_read_on(content):
    return getattr(content, "is_read_on", False)


def _subject_for(row, report):
    """What it is about, if the requester may still have it on paper today, and the requester."""
    user, subject = row.requested_by, subjects.find(row.subject)
    actor = actor_for(user, timezone.localdate())
    if subject is None or not user.is_active or not report.may(actor, subject):
        raise Hopeless(NOT_ALLOWED)
    if reason := report.ready(subject):
        raise Hopeless(reason)
    return subject, actor


def reason_for(error):
    """The sentence for the requester; details go to the log, not to the page."""
    known = {
        SoftTimeLimitExceeded: TOO_SLOW,
        MemoryError: TOO_LARGE,
        PaperTooLong: TOO_LONG,
        FileNotFoundError: NOT_FOUND,
    }
    return next((text for kind, text in known.items() if isinstance(error, kind)), UNKNOWN)


class Heart:
    """Beats beside the work, so that a long report keeps its lease and a dead one loses it."""

    def __init__(self, row):
        self.row = row
        self.stopped = Event()
        self.thread = Thread(target=self.beat, name=f"heart-{row.pk}", daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *error):
        self.stopped.set()
        self.thread.join(settings.REPORT_HEARTBEAT_SECONDS)

    def beat(self):
        try:
            while not self.stopped.wait(settings.REPORT_HEARTBEAT_SECONDS):
                try:
                    if not queue.heartbeat(self.row):
                        return
                except OperationalError:
                    log.warning("Report request %s: the database did not answer.", self.row.pk)
                    connection.close()
        finally:
            connection.close()

"""Long work that somebody asked for in a row: who does it, how far it is, what became of it.

The row is the truth, the broker only rings (docs/adr/0008). Every move is one UPDATE that names
the state (and the run) it leaves: of two that try one wins, and a run that was given up for dead
changes nothing when it comes back.
"""

import logging
import uuid
from datetime import timedelta
from threading import Event, Thread

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, connection, models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import doorbell

log = logging.getLogger(__name__)

ATTEMPTS = 3
RING_AGAIN = timedelta(seconds=30)
BEAT = 1.0  # seconds


class Hopeless(Exception):
    """It cannot be done as things stand; the reason is a sentence for who asked."""

    def __init__(self, *reasons):
        self.reason = "\n".join(map(str, reasons))
        super().__init__(self.reason)


class Superseded(Exception):
    """The row was taken away from this run, so nothing of the run may stay."""


class Job(models.Model):
    """What a row of long work knows of its own course."""

    class Status(models.TextChoices):
        QUEUED = "queued", _("Queued")
        RUNNING = "running", _("Running")
        DONE = "done", _("Ready")
        FAILED = "failed", _("Failed")

    OPEN = (Status.QUEUED, Status.RUNNING)

    asked_at = models.DateTimeField()
    status = models.CharField(max_length=9, choices=Status, default=Status.QUEUED)
    progress = models.PositiveSmallIntegerField(default=0)
    # The claim: which run holds the row, its last sign of life, and how many there were.
    run = models.UUIDField(null=True)
    alive_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)

    class Meta:
        abstract = True

    @property
    def is_open(self):
        return self.status in self.OPEN

    @property
    def is_done(self):
        return self.status == self.Status.DONE

    @property
    def has_failed(self):
        return self.status == self.Status.FAILED


class Queue:
    """The one place that moves the rows of a model: queued → running → done or failed."""

    def __init__(self, model, task, *, silence, gave_up, too_slow, unknown):
        self.model, self.task, self.silence = model, task, silence
        self.gave_up, self.too_slow, self.unknown = gave_up, too_slow, unknown

    def ring(self, row):
        """A worker is told once what was asked for is saved."""
        doorbell.ring_after_commit(self.task, row.pk)

    def ask_again(self, row, **values):
        """A row at rest is queued anew, for its next piece of work."""
        at_rest = self.model.objects.filter(pk=row.pk).exclude(status__in=Job.OPEN)
        fresh = {"run": None, "alive_at": None, "attempts": 0, "progress": 0, "error": ""}
        values |= {"status": Job.Status.QUEUED, "asked_at": timezone.now()}
        if at_rest.update(**fresh, **values):
            self.ring(row)

    def carry_out(self, pk, work):
        """Do `work(row)` if the row is free; called twice it is done once. It finishes the row."""
        row = self._claim(pk)
        if row is None:
            return
        try:
            work(row)
        except Superseded:
            log.info("%s %s was taken away from run %s.", self.task, row.pk, row.run)
        except (OperationalError, InterfaceError):
            raise  # nothing can be written now either: the sweep frees the row
        except Hopeless as hopeless:
            self._end(row, Job.Status.FAILED, error=hopeless.reason)
        except SoftTimeLimitExceeded:
            self._end(row, Job.Status.FAILED, error=self.too_slow)
        except Exception:
            log.exception("%s %s failed.", self.task, row.pk)
            self._end(row, Job.Status.FAILED, error=self.unknown)

    def finish(self, row, **values):
        """Done. Superseded when the row belongs to another run by now."""
        if not self._end(row, Job.Status.DONE, progress=100, **values):
            raise Superseded

    def tell(self, row, percent):
        """How far it is, which is a sign of life too."""
        self._held_by(row).update(progress=percent, alive_at=timezone.now())

    def sweep(self):
        """Free what dead workers held, and ring again for what nobody took. Safe to run twice."""
        now = timezone.now()
        rows = self.model.objects
        silent = rows.filter(status=Job.Status.RUNNING, alive_at__lt=now - self.silence)
        failed = {"status": Job.Status.FAILED, "error": self.gave_up, "run": None}
        silent.filter(attempts__gte=ATTEMPTS).update(**failed)
        silent.update(status=Job.Status.QUEUED, run=None, alive_at=now)
        waiting = rows.filter(status=Job.Status.QUEUED, asked_at__lt=now - RING_AGAIN)
        for pk in waiting.order_by("pk").values_list("pk", flat=True)[:20]:
            if not doorbell.ring(self.task, pk):
                break

    def _claim(self, pk):
        run = uuid.uuid4()
        taken = self.model.objects.filter(pk=pk, status=Job.Status.QUEUED).update(
            status=Job.Status.RUNNING,
            run=run,
            alive_at=timezone.now(),
            attempts=F("attempts") + 1,
            progress=0,
        )
        return self.model.objects.filter(pk=pk, run=run).first() if taken else None

    def _end(self, row, status, **values):
        return self._held_by(row).update(status=status, **values)

    def _held_by(self, row):
        return self.model.objects.filter(pk=row.pk, run=row.run, status=Job.Status.RUNNING)


class Beat:
    """Tells how far a run is beside its work, which is one transaction that nobody looks into.

    SQLite has one writer: there the line stands still while that transaction lasts.
    """

    def __init__(self, queue, row):
        self.queue, self.row, self.percent = queue, row, 0
        self.stopped = Event()
        self.thread = Thread(target=self._beat, name=f"beat-{row.pk}", daemon=True)

    def __call__(self, percent):
        self.percent = int(percent)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *error):
        self.stopped.set()
        self.thread.join(BEAT)

    def _beat(self):
        try:
            while not self.stopped.wait(BEAT):
                try:
                    self.queue.tell(self.row, self.percent)
                except OperationalError:
                    log.info("%s %s could not tell how far it is.", self.queue.task, self.row.pk)
        finally:
            connection.close()

"""A workbook somebody sent: kept from its dry run to the import, for a day at the most.

A worker tries its rows and, when the person confirmed, imports them: two pieces of work, one row.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from reform_portal.common.jobs import Job

from ..querysets import WorkbookQuerySet

KEPT_FOR = timedelta(days=1)


class Workbook(Job):
    """The file, who sent it, and what a dry run found. The file goes when it was imported."""

    class Work(models.TextChoices):
        TRIAL = "trial", _("Dry run")
        IMPORT = "import", _("Import")

    work = models.CharField(max_length=6, choices=Work, default=Work.TRIAL)
    # Sentences about rows are written in the worker, for who sent them.
    language = models.CharField(max_length=10, default=settings.LANGUAGE_CODE)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    sent_at = models.DateTimeField(auto_now_add=True)
    imported_at = models.DateTimeField(null=True)
    file_name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(blank=True)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    wrong = models.PositiveIntegerField(default=0)

    objects = WorkbookQuerySet.as_manager()

    class Meta:
        verbose_name = _("workbook")
        verbose_name_plural = _("workbooks")

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("units:workbook_rows", args=[self.pk])

    @property
    def may_be_imported(self):
        """It was read without a mistake, holds something to do, and was not imported yet."""
        at_rest = self.imported_at is None and not self.is_open
        return at_rest and not self.wrong and bool(self.new + self.changed)

    @property
    def is_told(self):
        """A worker went through its rows; what it found can be shown."""
        return not self.is_open and not self.has_failed

    @property
    def is_import(self):
        """What a worker does, or did last, is the import and not its trial."""
        return self.work == self.Work.IMPORT

    @property
    def state_name(self):
        words = {
            self.Status.RUNNING: gettext("At work"),
            self.Status.FAILED: pgettext("workbook", "Failed"),
        }
        return words.get(self.status) or self.get_status_display()

    @property
    def words(self):
        """What is being done now."""
        if self.status == self.Status.QUEUED:
            return gettext("A worker takes it as soon as one is free.")
        if self.is_open and self.is_import:
            return gettext("The rows are imported: all of them or none.")
        return gettext("The rows are read and tried; nothing is saved.") if self.is_open else ""

    @property
    def reasons(self):
        """Why it failed, sentence by sentence; those of the queue are stored as msgids."""
        return [gettext(sentence) for sentence in self.error.splitlines() if sentence]


class WorkbookRow(models.Model):
    """What a row of a workbook would do, or did; a wrong one says why, cell by cell."""

    class Outcome(models.TextChoices):
        NEW = "new", _("new")
        CHANGED = "changed", _("changed")
        UNCHANGED = "unchanged", _("unchanged")
        WRONG = "wrong", _("wrong")

    workbook = models.ForeignKey(Workbook, models.CASCADE, related_name="rows")
    sheet = models.CharField(max_length=31)
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    title = models.CharField(max_length=400)
    # [[cell, sentence], …]: what is wrong or, of a change, what changes.
    remarks = models.JSONField(default=list)

    class Meta:
        verbose_name = _("row of a workbook")
        verbose_name_plural = _("rows of a workbook")
        indexes = [models.Index(fields=["workbook", "outcome", "id"], name="workbook_outcome")]

    def __str__(self):
        return f"{self.sheet}!{self.number}"

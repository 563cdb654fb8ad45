"""A workbook somebody sent: kept from its dry run to the import, for a day at the most."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..querysets import WorkbookQuerySet

KEPT_FOR = timedelta(days=1)


class Workbook(models.Model):
    """The file, who sent it, and what a dry run found. The file goes when it was imported."""

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
        return self.imported_at is None and not self.wrong and bool(self.new + self.changed)


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

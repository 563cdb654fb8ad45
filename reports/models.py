"""A report request: asked for by somebody, made once by a worker, kept with its hash.

The row is the truth; the broker only rings the doorbell (quality §0.2).
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from inspections.models import Delegation, Inspection, Plan
from units.models import Unit

from .querysets import ReportRequestQuerySet


class ReportRequest(models.Model):
    """One file somebody asked for: what, in which format, how far it is, and the result."""

    class Kind(models.TextChoices):
        PLAN = "plan", _("plan")
        DECISION = "decision", _("decision on the delegation")
        NOTICE = "notice", _("notice to the unit")
        OUTLINE = "outline", _("outline of the self-report")
        MINUTES = "minutes", _("minutes")
        SPOKEN = "spoken", _("record of the spoken conclusion")
        DRAFT = "draft", _("draft conclusion")
        CONCLUSION = "conclusion", _("conclusion report")
        URGING = "urging", _("letter urging remediation")
        REMEDIATION_REPORT = "remediation_report", _("remediation report")
        OVERVIEW = "overview", _("overview of inspections")

    class Format(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"
        XLSX = "xlsx", "Excel"

    class Status(models.TextChoices):
        QUEUED = "queued", _("Queued")
        RUNNING = "running", _("Running")
        DONE = "done", _("Ready")
        FAILED = "failed", _("Failed")
        CANCELLED = "cancelled", _("Cancelled")
        EXPIRED = "expired", _("Expired")

    OPEN = (Status.QUEUED, Status.RUNNING)
    REPEATABLE = (Status.FAILED, Status.CANCELLED, Status.EXPIRED)

    kind = models.CharField(max_length=20, choices=Kind)
    format = models.CharField(max_length=4, choices=Format)
    parameters = models.JSONField(default=dict, blank=True)
    # What it is about, as "inspection-12" (subjects.py); the columns below say whose content it is.
    subject = models.CharField(max_length=40)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, related_name="+")
    delegation = models.ForeignKey(Delegation, models.PROTECT, null=True, related_name="+")
    inspection = models.ForeignKey(Inspection, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField()
    status = models.CharField(max_length=9, choices=Status, default=Status.QUEUED)
    progress = models.PositiveSmallIntegerField(default=0)
    stage = models.CharField(max_length=60, blank=True)
    # The claim: which run holds the row, until when, and which attempt it is.
    run = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    rung_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    file = models.FileField(upload_to="reports/", blank=True)
    file_name = models.CharField(max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0)
    data_as_of = models.DateTimeField(null=True)
    # What the file was made from: the same person gets the same file while this stays the same.
    fingerprint = models.CharField(max_length=64, blank=True)
    taken_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = ReportRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("report request")
        verbose_name_plural = _("report requests")
        indexes = [
            models.Index(fields=["requested_by", "-id"], name="request_of"),
            models.Index(fields=["inspection", "-id"], name="request_about"),
            models.Index(fields=["status", "lease_until"], name="request_open"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["requested_by", "kind", "format", "subject"],
                condition=Q(status__in=["queued", "running"]),
                name="one_open_request_each",
            )
        ]

    def __str__(self):
        return f"{capfirst(self.get_kind_display())} ({self.get_format_display()})"

    def get_absolute_url(self):
        return reverse("reports:request_detail", args=[self.pk])

    @property
    def is_open(self):
        return self.status in self.OPEN

    @property
    def can_be_repeated(self):
        return self.status in self.REPEATABLE

    @property
    def about(self):
        """The record it is told of: an inspection, a delegation, a plan, or a whole province."""
        return self.inspection or self.delegation or self.plan or self.province

    @property
    def words(self):
        """What is being done now, or why it failed."""
        if self.status == self.Status.QUEUED:
            return gettext("A worker takes it as soon as one is free.")
        return self.reason or (gettext(self.stage) if self.stage else "")

    @property
    def reason(self):
        """Why it failed, for the reader; reasons are stored as msgids."""
        return gettext(self.error) if self.error else ""


from .issued.records import Correction, IssuedPaper, SignedFile  # noqa: E402, F401
from .paper_templates.records import PaperTemplate  # noqa: E402, F401

"""The unit's own report before the visit, and what the delegation asked about it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable
from units.models import Person

from ..querysets import QuestionQuerySet
from .inspection import Inspection
from .minutes import Minutes
from .outline import ReportOutline


class SelfReport(Editable):
    """The report of the inspected unit: the period it covers, when it is due, when it came.

    The unit writes it under the headings of an outline (models/report.py), sends a signed file,
    or both.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Being written")
        SUBMITTED = "submitted", _("Submitted")
        RETURNED = "returned", _("Returned")

    OPEN = (Status.DRAFT, Status.RETURNED)

    inspection = models.OneToOneField(
        Inspection, models.PROTECT, related_name="self_report", editable=False
    )
    title = models.CharField(_("title"), max_length=300)
    period_from = models.DateField(_("reporting period from"))
    period_to = models.DateField(_("reporting period to"))
    due_on = models.DateField(_("due"))
    received_on = models.DateField(_("received"), null=True, blank=True)
    outline = models.ForeignKey(
        ReportOutline, models.PROTECT, null=True, related_name="+", editable=False
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT, editable=False)
    file = models.FileField(upload_to="self-reports/", blank=True, editable=False)
    file_name = models.CharField(max_length=255, blank=True, editable=False)
    content_type = models.CharField(max_length=100, blank=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    size = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("self-report")
        verbose_name_plural = _("self-reports")
        constraints = [
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")),
                name="self_report_period_runs_forward",
                violation_error_message=_("The reporting period ends before it begins."),
            )
        ]

    def __str__(self):
        return self.title


class ClarifyingQuestion(Editable):
    """What the delegation asked to be made clear: a thread, open until it is settled.

    Every message is a row of its own; the columns here hold the first question and the newest
    answer. A thread is settled with what was said, usually in the minutes of a session.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        SETTLED = "settled", _("Made clear")

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="questions")
    question = models.TextField(_("question"), max_length=5_000)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_on = models.DateField(_("asked on"))
    answer = models.TextField(_("answer"), blank=True, max_length=10_000)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(_("answered on"), null=True)
    awaits_unit = models.BooleanField(_("waits for the unit"), default=True, editable=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN, editable=False)
    settlement = models.TextField(_("what was made clear"), blank=True, max_length=5_000)
    settled_on = models.DateField(_("settled on"), null=True, editable=False)
    settled_in = models.ForeignKey(
        Minutes, models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("clarifying question")
        verbose_name_plural = _("clarifying questions")
        ordering = ["id"]

    def __str__(self):
        return self.question[:80]


class QuestionMessage(models.Model):
    """A question, a further question or an answer; nothing of a thread is ever changed."""

    class Kind(models.TextChoices):
        QUESTION = "question", _("question")
        ANSWER = "answer", _("answer")

    question = models.ForeignKey(ClarifyingQuestion, models.CASCADE, related_name="messages")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    text = models.TextField(_("text"), max_length=10_000)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    said_on = models.DateField(_("said on"))

    class Meta:
        verbose_name = _("message about a question")
        verbose_name_plural = _("messages about questions")
        ordering = ["id"]

    def __str__(self):
        return self.text[:80]

"""The second person who reads a draft before it goes out, and comments on its sentences."""

from textwrap import shorten

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from inspections.models import Delegation, Inspection
from reform_portal.common.editing import Editable
from units.models import Person, Unit

from ..querysets import CommentQuerySet
from .draft_line import DraftLine
from .finding import Finding


class Review(Editable):
    """A member of the delegation, who did not write the draft, is asked to read it."""

    class Status(models.TextChoices):
        ASKED = "asked", _("Review asked for")
        DONE = "done", _("Reviewed")
        WITHDRAWN = "dropped", _("Taken back")

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="reviews", editable=False
    )
    reviewer = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("reviewer")
    )
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+", editable=False)
    asked_on = models.DateField(_("asked on"), editable=False)
    status = models.CharField(max_length=7, choices=Status, default=Status.ASKED, editable=False)

    class Meta:
        verbose_name = _("review of a draft")
        verbose_name_plural = _("reviews of drafts")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "reviewer"],
                condition=models.Q(status="asked"),
                name="one_open_review_a_person",
            )
        ]

    def __str__(self):
        return str(_("Review by %(person)s") % {"person": self.reviewer})

    def get_absolute_url(self):
        return f"{reverse('findings:drafting', args=[self.inspection.code])}#review"


class Comment(Editable):
    """What a member of the delegation says to one sentence, or without one to the whole draft.

    Read by the delegation and in the province, never by the inspected unit. `said` keeps the words
    that were commented on, so that the thread makes sense after they are changed or taken out.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        TAKEN_UP = "settled", _("Taken up")
        LEFT = "refused", _("Not taken up")

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="comments", editable=False
    )
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="+", editable=False)
    finding = models.ForeignKey(
        Finding, models.SET_NULL, null=True, related_name="+", editable=False
    )
    line = models.ForeignKey(
        DraftLine, models.SET_NULL, null=True, related_name="+", editable=False
    )
    said = models.TextField(blank=True, editable=False)
    text = models.TextField(_("comment"), max_length=3_000)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+", editable=False)
    written_on = models.DateField(_("written on"), editable=False)
    status = models.CharField(max_length=7, choices=Status, default=Status.OPEN, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment on a draft")
        verbose_name_plural = _("comments on drafts")
        ordering = ["id"]

    def __str__(self):
        return shorten(self.text, 100, placeholder=" …")

    def get_absolute_url(self):
        page = reverse("findings:drafting", args=[self.inspection.code])
        return f"{page}#comment-{self.pk}"

    @property
    def mark(self):
        """The sentence it stands at (`Sentence.mark`); "" for the whole draft or a lost one."""
        if self.finding_id:
            return f"f{self.finding_id}"
        return f"l{self.line_id}" if self.line_id else ""


class CommentReply(models.Model):
    """A further word in the thread of a comment; nothing is changed or taken out."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="replies")
    submission = models.UUIDField(null=True, unique=True, editable=False)
    text = models.TextField(_("answer"), max_length=3_000)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    written_on = models.DateField(_("written on"))

    class Meta:
        verbose_name = _("answer to a comment")
        verbose_name_plural = _("answers to comments")
        ordering = ["id"]

    def __str__(self):
        return shorten(self.text, 100, placeholder=" …")

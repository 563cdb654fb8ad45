"""What the unit says to a finding or to the whole draft, and what the head decided on it."""

from textwrap import shorten

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from inspections.models import Delegation, Inspection
from reform_portal.common.editing import Editable
from units.models import Person, Unit

from ..querysets import ExplanationQuerySet
from .finding import Finding


class Explanation(Editable):
    """The unit's word before the conclusion; without a finding it speaks to the whole draft."""

    class Status(models.TextChoices):
        PENDING = "pending", _("Not decided")
        ACCEPTED = "accepted", _("Accepted")
        REJECTED = "rejected", _("Not accepted")

    class Stance(models.TextChoices):
        AGREES = "agrees", _("agrees")
        FACTUAL_ERROR = "factual_error", _("says that a fact is wrong")
        NEW_EVIDENCE = "new_evidence", _("brings new evidence")
        OTHER = "other", _("explains otherwise")

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="explanations", editable=False
    )
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="+", editable=False)
    finding = models.ForeignKey(
        Finding, models.PROTECT, null=True, related_name="explanations", editable=False
    )
    stance = models.CharField(_("the unit"), max_length=13, choices=Stance, default=Stance.OTHER)
    text = models.TextField(_("explanation"), max_length=10_000)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+", editable=False)
    written_on = models.DateField(_("written on"), editable=False)
    # Others read only what was sent; `text` may already hold the unit's next words.
    sent_text = models.TextField(blank=True, editable=False)
    sent_stance = models.CharField(max_length=13, choices=Stance, blank=True, editable=False)
    sent_on = models.DateField(_("sent on"), null=True, editable=False)
    status = models.CharField(max_length=8, choices=Status, default=Status.PENDING, editable=False)
    reason = models.TextField(_("reason of the decision"), blank=True, max_length=5_000)

    objects = ExplanationQuerySet.as_manager()

    class Meta:
        verbose_name = _("explanation")
        verbose_name_plural = _("explanations")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["finding"], name="one_explanation_a_finding"),
            models.UniqueConstraint(
                fields=["inspection"], condition=Q(finding=None), name="one_explanation_a_draft"
            ),
        ]

    def __str__(self):
        return str(_("Explanation: %(text)s") % {"text": shorten(self.said, 100, placeholder=" …")})

    @property
    def said(self):
        """What stands: the words last sent, or before the first sending what is being written."""
        return self.sent_text if self.sent_on else self.text

    @property
    def stands(self):
        """What the unit says with these words, for a reader."""
        stance = self.sent_stance if self.sent_on and self.sent_stance else self.stance
        return self.Stance(stance).label

    @property
    def has_unsent_words(self):
        if self.sent_on is None:
            return False
        return (self.text, self.stance) != (self.sent_text, self.sent_stance or self.stance)

    def get_absolute_url(self):
        page = reverse("findings:explanations", args=[self.inspection.code])
        return f"{page}#explanation-{self.pk}"


class ExplanationFile(models.Model):
    """A paper or photo the unit puts beside its words; `sent_on` stays empty until they are sent."""

    explanation = models.ForeignKey(Explanation, models.CASCADE, related_name="files")
    caption = models.CharField(_("what it shows"), max_length=300)
    file = models.FileField(upload_to="explanations/", editable=False)
    file_name = models.CharField(max_length=255, editable=False)
    content_type = models.CharField(max_length=100, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveIntegerField(editable=False)
    submission = models.UUIDField(null=True, unique=True, editable=False)
    sent_on = models.DateField(null=True, editable=False)

    class Meta:
        verbose_name = _("paper of an explanation")
        verbose_name_plural = _("papers of explanations")
        ordering = ["id"]

    def __str__(self):
        return self.caption

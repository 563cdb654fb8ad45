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

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="explanations", editable=False
    )
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="+", editable=False)
    finding = models.ForeignKey(
        Finding, models.PROTECT, null=True, related_name="explanations", editable=False
    )
    text = models.TextField(_("explanation"), max_length=10_000)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+", editable=False)
    written_on = models.DateField(_("written on"), editable=False)
    # Others read only what was sent; `text` may already hold the unit's next words.
    sent_text = models.TextField(blank=True, editable=False)
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
    def has_unsent_words(self):
        return self.sent_on is not None and self.text != self.sent_text

    def get_absolute_url(self):
        page = reverse("findings:explanations", args=[self.inspection.code])
        return f"{page}#explanation-{self.pk}"

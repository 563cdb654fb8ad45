"""A line of the draft: the head's words for a finding, its place, or a sentence of its own.

A finding without a row here is said in its own words, where it was recorded (docs/adr/0030).
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from inspections.models import Inspection, ReformArea
from reform_portal.common.editing import Editable

from ..querysets import DraftLineQuerySet
from .finding import Finding


class DraftLine(Editable):
    """What the paper says for one finding, or of an area beside its findings (a free line).

    The finding keeps its own text: `finding_text` is what it said when the words were written, so
    that a later change of the finding shows.
    """

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="draft_lines", editable=False
    )
    finding = models.OneToOneField(
        Finding, models.CASCADE, null=True, related_name="line", editable=False
    )
    # Of a free line only; a line of a finding stands where its finding does.
    kind = models.CharField(
        pgettext_lazy("draft sentence", "kind"), max_length=11, choices=Finding.Kind, blank=True
    )
    area = models.ForeignKey(
        ReformArea,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reform area"),
    )
    # Empty: the finding's own words.
    text = models.TextField(_("words of the draft"), blank=True, max_length=5_000)
    finding_text = models.TextField(blank=True, editable=False)
    # Among the sentences of its kind and area; empty: after those that have a place.
    place = models.PositiveSmallIntegerField(null=True, editable=False)

    objects = DraftLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of the draft")
        verbose_name_plural = _("lines of the draft")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(finding__isnull=False, kind="", area=None)
                | Q(finding=None, area__isnull=False) & ~Q(kind="") & ~Q(text=""),
                name="line_of_a_finding_or_of_an_area",
            )
        ]

    def __str__(self):
        return self.text or str(self.finding)

    def get_absolute_url(self):
        return f"{reverse('findings:drafting', args=[self.inspection.code])}#sentence-{self.mark}"

    @property
    def mark(self):
        """How its sentence is called on pages: by its finding, or by itself."""
        return f"f{self.finding_id}" if self.finding_id else f"l{self.pk}"

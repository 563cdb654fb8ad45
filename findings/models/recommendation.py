"""A recommendation: what must be done, with an optional target, deadline and basis."""

from textwrap import shorten

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from inspections.models import Delegation, Inspection, ReformArea
from reform_portal.common.editing import Editable
from reform_portal.common.text import Searchable, solid
from units.models import Unit

from ..querysets import RecommendationQuerySet
from .finding import Finding


class Recommendation(Searchable, Editable):
    """One point of the conclusion's part IV; each addressee unit has its own `Remediation`."""

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="recommendations", editable=False
    )
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="+", editable=False)
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    text = models.TextField(_("what must be done"), max_length=5_000)
    area = models.ForeignKey(
        ReformArea, models.PROTECT, related_name="+", verbose_name=_("reform area")
    )
    second_area = models.ForeignKey(
        ReformArea,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("second reform area"),
    )
    findings = models.ManyToManyField(
        Finding, blank=True, related_name="recommendations", verbose_name=_("follows from")
    )
    target = models.DecimalField(
        _("target"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    target_unit = models.CharField(
        _("measured in"), max_length=30, blank=True, help_text=_("For example: %")
    )
    due_on = models.DateField(_("deadline"), null=True, blank=True)
    basis = models.CharField(_("basis"), max_length=300, blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "number"], name="one_recommendation_a_number"
            )
        ]

    def __str__(self):
        return f"{self.number}. {shorten(self.text, 100, placeholder=' …')}"

    def get_absolute_url(self):
        page = reverse("findings:draft", args=[self.inspection.code])
        return f"{page}#recommendation-{self.number}"

    def search_text(self):
        code = self.inspection.code
        return f"{self.text} {self.basis} {code} {solid(code)}"

    @property
    def areas(self):
        """The reform area, and the second one where there is one."""
        return [area for area in (self.area, self.second_area) if area]

    @property
    def units(self):
        """The unit versions it is addressed to, from the top of the tree down."""
        rows = self.remediations.select_related("unit_version")
        return [row.unit_version for row in rows.order_by("unit_version__path")]

"""What a unit wrote in its self-report: a text and figures under each heading of the outline."""

from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable

from .outline import IndicatorDefinition, OutlineItem
from .self_report import SelfReport


class ReportSection(Editable):
    """The text under one heading; its version also counts for the figures beside it."""

    report = models.ForeignKey(SelfReport, models.CASCADE, related_name="sections", editable=False)
    item = models.ForeignKey(OutlineItem, models.PROTECT, related_name="+", editable=False)
    text = models.TextField(_("text"), blank=True, max_length=30_000)

    class Meta:
        verbose_name = _("section of a self-report")
        verbose_name_plural = _("sections of self-reports")
        ordering = ["report", "item__position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "item"], name="a_section_once_a_report")
        ]

    def __str__(self):
        return str(self.item)


class ReportFigure(models.Model):
    """Two counts of the reporting period; the percentage is computed."""

    section = models.ForeignKey(ReportSection, models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(IndicatorDefinition, models.PROTECT, related_name="+")
    numerator = models.BigIntegerField(_("numerator"))
    denominator = models.BigIntegerField(_("denominator"), null=True)

    class Meta:
        verbose_name = _("reported figure")
        verbose_name_plural = _("reported figures")
        ordering = ["indicator__code"]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "indicator"], name="a_figure_once_a_section"
            ),
            models.CheckConstraint(
                condition=Q(numerator__gte=0) & (Q(denominator=None) | Q(denominator__gte=0)),
                name="figures_are_not_negative",
            ),
        ]

    def __str__(self):
        return f"{self.indicator.code}: {self.numerator}/{self.denominator}"

    @property
    def percent(self):
        """30 of 48 is 62.5; two decimals at most, None where there is nothing to divide by."""
        if not self.denominator:
            return None
        share = Decimal(self.numerator * 100) / self.denominator
        return share.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()

    @property
    def misses_target(self):
        """True when a target in per cent is set for its time and not reached."""
        target, percent = self.indicator.target, self.percent
        if target is None or percent is None:
            return False
        down = self.indicator.better == IndicatorDefinition.Better.DOWN
        return percent > target if down else percent < target

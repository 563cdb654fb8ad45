"""The outline a unit reports on, and the figures it gives: data with validity, like the law.

An outline has the code of the inspection type it belongs to. A figure is two counts, never a bare
percentage: the numerators of many units add up, their percentages do not (domain §3.3, K8).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .catalogue import Dated


class ReportOutline(Dated):
    """The outline (đề cương) for inspections of one type; `code` is the code of the type."""

    class Meta(Dated.Meta):
        verbose_name = _("report outline")
        verbose_name_plural = _("report outlines")


class OutlineItem(models.Model):
    """A heading of an outline under which the unit writes; with an area, also its figures."""

    outline = models.ForeignKey(ReportOutline, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(_("position"))
    mark = models.CharField(_("mark"), max_length=10, help_text=_("As papers number it: II.3"))
    title = models.CharField(_("title"), max_length=200)
    hint = models.CharField(_("what to write"), max_length=500, blank=True)
    area_code = models.CharField(_("area whose figures belong here"), max_length=20, blank=True)
    is_required = models.BooleanField(_("must be written"), default=True)

    class Meta:
        verbose_name = _("heading of an outline")
        verbose_name_plural = _("headings of outlines")
        ordering = ["outline", "position"]
        constraints = [
            models.UniqueConstraint(fields=["outline", "mark"], name="a_mark_once_an_outline")
        ]

    def __str__(self):
        return f"{self.mark}. {self.title}"


class IndicatorDefinition(Dated):
    """What a unit counts, with the target of its time."""

    class Kind(models.TextChoices):
        SHARE = "share", _("part of a whole")
        RATIO = "ratio", _("one count against another")
        COUNT = "count", _("count")

    class Better(models.TextChoices):
        UP = "up", _("the more the better")
        DOWN = "down", _("the fewer the better")

    LEVELS = {"agency": "S", "district": "H", "commune": "X"}

    area_code = models.CharField(_("area"), max_length=20)
    kind = models.CharField(_("kind"), max_length=5, choices=Kind)
    numerator_label = models.CharField(_("what is counted"), max_length=200)
    denominator_label = models.CharField(_("out of"), max_length=200, blank=True)
    unit = models.CharField(_("unit"), max_length=40)
    better = models.CharField(_("better"), max_length=4, choices=Better, blank=True)
    target = models.DecimalField(
        _("target"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    target_words = models.CharField(_("target in words"), max_length=200, blank=True)
    levels = models.CharField(
        _("levels"), max_length=10, help_text=_("S: departments, H: districts, X: communes.")
    )

    class Meta(Dated.Meta):
        verbose_name = _("figure of a report")
        verbose_name_plural = _("figures of reports")

    def __str__(self):
        return f"{self.code} {self.name}"

    @property
    def has_denominator(self):
        return self.kind != self.Kind.COUNT

    def is_asked_of(self, level):
        """Departments, districts and communes count different things; others count all."""
        return self.LEVELS.get(level, "") in self.levels

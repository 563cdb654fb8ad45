"""A finding: a strength or a shortcoming, in one reform area, of one or many units."""

from textwrap import shorten

from django.db import models
from django.utils.translation import gettext_lazy as _

from inspections.models import Delegation, Inspection, ReformArea, ServiceSector, Visit
from reform_portal.common.addresses import address
from reform_portal.common.editing import Editable
from reform_portal.common.text import Searchable
from units.models import Unit, UnitVersion

from ..querysets import FindingQuerySet


class Finding(Searchable, Editable):
    """What the delegation found. Frozen once the draft is announced.

    Scope columns (province, unit, delegation) and `announced` repeat the inspection, so that a
    list is flat in every scope (quality §0.5); only the actions and hooks here write them.
    """

    class Kind(models.TextChoices):
        STRENGTH = "strength", _("strength")
        SHORTCOMING = "shortcoming", _("shortcoming")

    class Cause(models.TextChoices):
        OBJECTIVE = "objective", _("objective")
        SUBJECTIVE = "subjective", _("subjective")

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="findings", editable=False
    )
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="+", editable=False)
    announced = models.BooleanField(default=False, editable=False)
    kind = models.CharField(_("kind"), max_length=11, choices=Kind)
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
    sector = models.ForeignKey(
        ServiceSector,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("service sector"),
    )
    visit = models.ForeignKey(
        Visit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("seen at the visit"),
    )
    text = models.TextField(_("what was found"), max_length=5_000)
    cause_kind = models.CharField(
        _("kind of cause"), max_length=10, choices=Cause, blank=True, default=""
    )
    cause = models.TextField(_("cause"), blank=True, max_length=3_000)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        indexes = [
            models.Index(fields=["province", "-id"], name="finding_province"),
            models.Index(fields=["unit", "-id"], name="finding_unit"),
            models.Index(fields=["delegation", "-id"], name="finding_delegation"),
            models.Index(fields=["inspection", "kind", "id"], name="finding_inspection"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {shorten(self.text, 100, placeholder=' …')}"

    def get_absolute_url(self):
        return address("findings:finding_detail", self.pk)

    def search_text(self):
        return f"{self.text} {self.cause}"

    @property
    def areas(self):
        """The reform area, and the second one where there is one."""
        return [area for area in (self.area, self.second_area) if area]

    @property
    def own_line(self):
        """Its line in the draft, None while nobody reworded or moved it."""
        return getattr(self, "line", None)

    @property
    def words(self):
        """What the draft says for it: the head's words, or its own."""
        line = self.own_line
        return line.text if line and line.text else self.text

    @property
    def has_moved_on(self):
        """True when it was changed after its words in the draft were written."""
        line = self.own_line
        return bool(line and line.text and line.finding_text != self.text)

    @property
    def units(self):
        """The unit versions it concerns, from the top of the tree down."""
        rows = self.finding_units.select_related("unit_version").order_by("unit_version__path")
        return [row.unit_version for row in rows]


class FindingUnit(models.Model):
    """A unit a finding concerns, as it was on the day of the inspection."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="finding_units")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    unit_version = models.ForeignKey(UnitVersion, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("unit of a finding")
        verbose_name_plural = _("units of findings")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "unit"], name="a_unit_once_a_finding")
        ]

    def __str__(self):
        return self.unit_version.authority

"""How much of a province is to be inspected in a year."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reform_portal.common.dates import vn_number
from reform_portal.common.editing import Editable
from units.models import Unit, UnitVersion


class CoverageTarget(Editable):
    """The share of the units of one kind that a province means to inspect in a year.

    Percent of the units in force on 31/12 of the year, or today while it runs (domain §3.3, K1).
    """

    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    level = models.CharField(
        _("kind of unit"), max_length=10, choices=UnitVersion.Level, editable=False
    )
    percent = models.DecimalField(_("target, in percent"), max_digits=5, decimal_places=2)
    basis = models.CharField(
        _("basis"), max_length=200, blank=True, help_text=_("The paper that sets the target.")
    )

    class Meta:
        verbose_name = _("coverage target")
        verbose_name_plural = _("coverage targets")
        constraints = [
            models.UniqueConstraint(
                fields=["province", "year", "level"],
                name="one_target_a_kind_and_year",
                violation_error_message=_("There is a target for this kind of unit and year."),
            ),
            models.CheckConstraint(
                condition=Q(percent__range=(0, 100)),
                name="target_is_a_percentage",
                violation_error_message=_("A target is a share from 0 to 100 percent."),
            ),
        ]

    def __str__(self):
        return f"{self.get_level_display()} {self.year}: {vn_number(self.percent)} %"

"""Visits of other bodies: entered so that nobody comes to a unit twice in a short time."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable
from units.models import Unit, UnitVersion

from ..bodies import OtherVisitQuerySet


class OtherVisit(Editable):
    """A visit to a unit planned or made by another body."""

    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    unit_version = models.ForeignKey(UnitVersion, models.PROTECT, related_name="+", editable=False)
    body = models.CharField(_("visiting body"), max_length=200)
    subject = models.CharField(_("subject"), max_length=300)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    basis = models.CharField(_("plan or decision"), max_length=200, blank=True)

    objects = OtherVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit of another body")
        verbose_name_plural = _("visits of other bodies")
        indexes = [
            models.Index(fields=["unit", "starts_on"], name="other_visit_of_unit"),
            models.Index(fields=["province", "-starts_on", "-id"], name="other_visit_province"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="other_visit_runs_forward",
                violation_error_message=_("The last day lies before the first day."),
            )
        ]

    def __str__(self):
        return f"{self.body}: {self.subject}"

    def get_absolute_url(self):
        return reverse("inspections:other_visit_edit", args=[self.pk])

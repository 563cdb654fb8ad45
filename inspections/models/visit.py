"""A visit: one place, one day, one session of an inspection."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable
from units.models import Unit, UnitVersion

from ..querysets import VisitQuerySet
from .inspection import Inspection
from .slot import Half


class Visit(Editable):
    """Where the delegation went, when, and what it noted there."""

    class Session(models.TextChoices):
        MORNING = "morning", _("morning")
        AFTERNOON = "afternoon", _("afternoon")
        WHOLE_DAY = "whole_day", _("whole day")

    class Kind(models.TextChoices):
        ONE_STOP = "one_stop", _("one-stop section")
        WORKING_SESSION = "working_session", _("working session")
        OFFICE = "office", _("office")

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="visits")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    unit_version = models.ForeignKey(UnitVersion, models.PROTECT, related_name="+", editable=False)
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    place = models.CharField(_("place"), max_length=250)
    day = models.DateField(_("day"))
    session = models.CharField(_("session"), max_length=10, choices=Session)
    stop = models.PositiveSmallIntegerField(
        _("place in the order of the half-day"),
        null=True,
        blank=True,
        help_text=_("When a delegation goes to several places in one half-day: 1, 2, 3 …"),
    )
    in_spite_of = models.TextField(
        _("reason in spite of the warnings"), blank=True, max_length=1000
    )
    notes = models.TextField(_("notes"), blank=True, max_length=20_000)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ["day", "id"]
        indexes = [models.Index(fields=["inspection", "day", "id"], name="visit_of_inspection")]

    def __str__(self):
        return self.place

    @property
    def halves(self):
        """The half-days it takes."""
        return Half.values if self.session == self.Session.WHOLE_DAY else [self.session]

    def get_absolute_url(self):
        return f"{reverse('inspections:inspection_detail', args=[self.inspection.code])}#visits"

"""Minutes of a working session or of the meeting that announced the draft."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable

from ..querysets import MinutesQuerySet
from .inspection import Inspection


class Minutes(Editable):
    """What was said, by whom, signed by both sides on the spot."""

    class Kind(models.TextChoices):
        WORKING_SESSION = "working_session", _("working session")
        ANNOUNCEMENT = "announcement", _("announcement of the draft")

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="minutes")
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    held_on = models.DateField(_("held on"))
    place = models.CharField(_("place"), max_length=250)
    attendees = models.TextField(_("attendees of both sides"), max_length=5_000)
    content = models.TextField(_("content"), max_length=30_000)
    # Minutes often bear none in practice (domain §4.3).
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    symbol = models.CharField(_("symbol"), max_length=30, default="BB-ĐKT", blank=True)
    signed_on = models.DateField(_("signed by both sides on"), null=True, blank=True)

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes")
        ordering = ["held_on", "id"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.held_on:%d/%m/%Y}"

    @property
    def reference(self):
        """Number and symbol as papers cite them: "02/BB-ĐKT"; "" without a number."""
        return f"{self.number:02d}/{self.symbol}" if self.number else ""

    def get_absolute_url(self):
        return f"{reverse('inspections:inspection_detail', args=[self.inspection.code])}#minutes"

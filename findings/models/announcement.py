"""How the draft was made known to the unit: when, to whom, in which words, and who has read it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from inspections.models import Inspection
from units.models import Person, UnitVersion


class Announcement(models.Model):
    """One announcement of the draft; a draft that was withdrawn is announced again.

    `said` keeps every text of that moment (`findings.said`), so that later changes can be shown
    against it. The days to explain run from `delivered_on`, once the delivery is proved.
    """

    class Way(models.TextChoices):
        PORTAL = "portal", _("on the portal")
        MEETING = "meeting", _("at a meeting")

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="announcements", editable=False
    )
    number = models.PositiveSmallIntegerField(editable=False)
    way = models.CharField(_("announced"), max_length=7, choices=Way, default=Way.PORTAL)
    held_on = models.DateField(_("day of the meeting"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    attended_delegation = models.TextField(
        _("who attended for the delegation"), blank=True, max_length=3_000
    )
    attended_unit = models.TextField(_("who attended for the unit"), blank=True, max_length=3_000)
    course = models.TextField(_("course of the meeting"), blank=True, max_length=10_000)
    announced_by = models.ForeignKey(Person, models.PROTECT, related_name="+", editable=False)
    said = models.JSONField(editable=False)
    delivered_on = models.DateField(_("delivered on"), null=True, editable=False)
    proof = models.CharField(_("proof of delivery"), max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = _("announcement of the draft")
        verbose_name_plural = _("announcements of the draft")
        ordering = ["inspection_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "number"], name="one_announcement_a_number"
            ),
        ]

    def __str__(self):
        return str(_("Announcement of the draft, %(code)s") % {"code": self.inspection.code})

    def get_absolute_url(self):
        return reverse("findings:announcement", args=[self.inspection.code])


class Reading(models.Model):
    """Somebody of the inspected unit has read an announced draft, or without one the conclusion.

    Of another unit that the conclusion concerns, named in `unit_version`, somebody has read its part.
    """

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="readings")
    announcement = models.ForeignKey(
        Announcement, models.PROTECT, null=True, related_name="readings"
    )
    unit_version = models.ForeignKey(UnitVersion, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    read_on = models.DateField(_("first read on"))
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["announcement", "person"],
                condition=Q(announcement__isnull=False),
                name="one_reading_of_a_draft",
            ),
            models.UniqueConstraint(
                fields=["inspection", "person"],
                condition=Q(announcement=None),
                name="one_reading_of_a_conclusion",
            ),
        ]

    def __str__(self):
        return str(self.person)

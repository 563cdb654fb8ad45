"""What the law fixes and changes: types, reform areas, sectors, thresholds, holidays.

Rows with validity dates, so that a paper of 2020 keeps the area names of 2020 (domain §2.1).
"""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable

from ..querysets import CatalogueQuerySet


class Dated(models.Model):
    """A row of a catalogue, in force over [valid_from, valid_to)."""

    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=200)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    basis = models.CharField(_("legal basis"), max_length=200, blank=True)

    objects = CatalogueQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["code", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="%(class)s_once_a_day"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="%(class)s_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        return self.name

    def holds_on(self, day):
        """True on the days on which the row is in force."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


class Course(models.TextChoices):
    """The way an inspection goes: every type of inspection names one."""

    WRITTEN = "written", _("with draft, explanation and conclusion")
    SPOKEN = "spoken", _("with a spoken conclusion at each visit")


class InspectionType(Dated):
    """What an inspection is about: CCHC, procedure control, public duty; several may combine."""

    course = models.CharField(_("course"), max_length=7, choices=Course, default=Course.WRITTEN)
    counts_equipment = models.BooleanField(
        _("with a count of equipment"),
        default=False,
        help_text=_("The delegation counts the equipment of every one-stop section it visits."),
    )

    requires_review = models.BooleanField(
        _("with a review of the draft"),
        default=False,
        help_text=_("A member who did not write the draft reads it before it is announced."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("inspection type")
        verbose_name_plural = _("inspection types")


class ReformArea(Dated):
    """A0 to A6: direction, and the six areas of Resolution 76/NQ-CP."""

    class Meta(Dated.Meta):
        verbose_name = _("reform area")
        verbose_name_plural = _("reform areas")

    def __str__(self):
        return f"{self.code} {self.name}"


class ServiceSector(Dated):
    """The second axis of a finding: the sector of public service it was seen in."""

    class Meta(Dated.Meta):
        verbose_name = _("service sector")
        verbose_name_plural = _("service sectors")


class EquipmentKind(Dated):
    """A kind of equipment of one-stop sections; the order of the codes is that of the page."""

    measure = models.CharField(_("counted in"), max_length=20)

    class Meta(Dated.Meta):
        verbose_name = _("kind of equipment")
        verbose_name_plural = _("kinds of equipment")


class Threshold(Dated):
    """A number from which the portal warns; `code` names what is measured."""

    value = models.PositiveIntegerField(_("value"))

    class Meta(Dated.Meta):
        verbose_name = _("threshold")
        verbose_name_plural = _("thresholds")


class Holiday(Editable):
    """A public holiday, or a Saturday or Sunday that is worked to make up for one.

    A change of the list moves no deadline that is already stored.
    """

    day = models.DateField(
        _("day"),
        unique=True,
        error_messages={"unique": _("This day is in the list already. Change that entry.")},
    )
    name = models.CharField(_("name"), max_length=120)
    is_worked = models.BooleanField(
        _("worked"),
        default=False,
        help_text=_("A Saturday or Sunday on which people work to make up for a day off."),
    )
    basis = models.CharField(_("decision or notice"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        ordering = ["day"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("inspections:holiday_edit", args=[self.pk])

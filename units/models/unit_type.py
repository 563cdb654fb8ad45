"""The types a unit of a level may have in which time: xã, phường, thị trấn …"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .unit import UnitVersion


class UnitType(models.Model):
    """A type, as written before the name, over [valid_from, valid_to).

    A level without any type here (agencies, sections) is free.
    """

    level = models.CharField(_("level"), max_length=10, choices=UnitVersion.Level)
    name = models.CharField(_("type"), max_length=60)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    code_digits = models.PositiveSmallIntegerField(
        _("digits of the official code"), null=True, blank=True
    )
    source = models.CharField(_("source"), max_length=200)

    class Meta:
        verbose_name = _("type of units")
        verbose_name_plural = _("types of units")
        ordering = ["level", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["level", "name", "valid_from"], name="one_type_of_a_level_from_a_day"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="unit_type_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        return self.name

    def holds(self, day):
        return self.valid_from <= day and (self.valid_to is None or self.valid_to > day)

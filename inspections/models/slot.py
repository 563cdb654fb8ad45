"""Half-days that are taken. The database refuses what two schedulers cannot see in time.

A person sits with one delegation in a half-day, a unit receives one delegation in a half-day;
within its half-day a delegation may go to several places (three communes in one morning). The
rows follow the visits of inspections that are not cancelled (`actions/slots.py`). Visits that
clashed before this guard existed stay; the first of them holds the half-day.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from units.models import Person, Unit

from .delegation import Delegation


class Half(models.TextChoices):
    """The two halves of a day on which people sit somewhere."""

    MORNING = "morning", _("morning")
    AFTERNOON = "afternoon", _("afternoon")


class Slot(models.Model):
    """A half-day taken by a delegation. `HOLDER` is the column of who sits or is visited."""

    delegation = models.ForeignKey(Delegation, models.CASCADE, related_name="+")
    day = models.DateField(_("day"))
    half = models.CharField(_("half of the day"), max_length=9, choices=Half)

    class Meta:
        abstract = True


class PersonSlot(Slot):
    """A person who is out with a delegation in a half-day."""

    HOLDER = "person_id"

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("half-day of a person")
        verbose_name_plural = _("half-days of people")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "day", "half"],
                name="a_person_sits_once_a_half_day",
                violation_error_message=_("This person sits elsewhere in that half-day."),
            )
        ]

    def __str__(self):
        return f"{self.person}, {self.day:%d/%m/%Y} ({self.get_half_display()})"


class UnitSlot(Slot):
    """A unit that receives a delegation in a half-day."""

    HOLDER = "unit_id"

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("half-day of a unit")
        verbose_name_plural = _("half-days of units")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "day", "half"],
                name="a_unit_receives_one_delegation_a_half_day",
                violation_error_message=_(
                    "This unit receives another delegation in that half-day."
                ),
            )
        ]

    def __str__(self):
        return f"{self.unit}, {self.day:%d/%m/%Y} ({self.get_half_display()})"

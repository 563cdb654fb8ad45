"""What a one-stop section has to work with, as a delegation counted it at a visit."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable

from ..querysets.equipment import EquipmentCountQuerySet
from .catalogue import EquipmentKind
from .visit import Visit


class EquipmentSurvey(Editable):
    """The count at one visit; it is saved as a whole."""

    visit = models.OneToOneField(Visit, models.PROTECT, related_name="equipment", editable=False)

    class Meta:
        verbose_name = _("count of equipment")
        verbose_name_plural = _("counts of equipment")

    def __str__(self):
        return str(self.visit)

    def get_absolute_url(self):
        page = reverse("inspections:inspection_detail", args=[self.visit.inspection.code])
        return f"{page}#equipment"


class EquipmentCount(models.Model):
    """How many of a kind are needed, are there, and work."""

    survey = models.ForeignKey(EquipmentSurvey, models.CASCADE, related_name="counts")
    kind = models.ForeignKey(EquipmentKind, models.PROTECT, related_name="+")
    needed = models.PositiveSmallIntegerField(_("needed"))
    present = models.PositiveSmallIntegerField(_("there"))
    working = models.PositiveSmallIntegerField(_("working"))
    remark = models.CharField(_("remark"), max_length=300, blank=True)

    objects = EquipmentCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("number of a kind of equipment")
        verbose_name_plural = _("numbers of kinds of equipment")
        constraints = [
            models.UniqueConstraint(fields=["survey", "kind"], name="a_kind_counted_once_a_visit"),
            models.CheckConstraint(
                condition=Q(working__lte=F("present")), name="no_more_works_than_is_there"
            ),
        ]

    def __str__(self):
        return f"{self.kind}: {self.working}/{self.present}/{self.needed}"

    @property
    def lacking(self):
        """How many that work are missing."""
        return max(0, self.needed - self.working)

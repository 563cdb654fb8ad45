"""Questions about the equipment of one-stop sections, and who reads them."""

from django.db import models
from django.db.models import Count, F, Sum
from django.db.models.functions import Greatest

from .inspections import open_fieldwork


class EquipmentCountQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Like what is noted at a visit: the unit reads it once the draft is announced."""
        return self.filter(survey__visit__inspection__in=open_fieldwork(actor))

    def summed_up(self):
        """A row for each kind: how many sections were counted, and the sums over them."""
        lacking = Sum(Greatest(F("needed") - F("working"), 0))
        grouped = self.order_by("kind__code").values("kind__code", "kind__name", "kind__measure")
        return grouped.annotate(
            sections=Count("survey"),
            all_needed=Sum("needed"),
            all_present=Sum("present"),
            all_working=Sum("working"),
            all_lacking=lacking,
        )

    def lacking(self):
        """Places and kinds where something that works is missing."""
        return self.filter(needed__gt=F("working"))

"""Questions about spoken conclusions, and who reads them."""

from django.db import models

from .inspections import open_fieldwork


class SpokenConclusionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The unit, which heard it, reads it once the check has ended: until then it is worked on."""
        return self.filter(visit__inspection__in=open_fieldwork(actor))

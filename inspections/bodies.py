"""Questions about the visits of other bodies: who reads them, and which lie near a day."""

from django.db import models

from .querysets import READS_PROVINCE


class OtherVisitQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who plan, approve or audit in the province."""
        if actor is None or not actor.is_a(*READS_PROVINCE):
            return self.none()
        return self.filter(province_id__in=actor.province_ids)

    def between(self, first, last):
        """Visits that share a day with [first, last]."""
        return self.filter(starts_on__lte=last, ends_on__gte=first)

"""Questions about report requests, and who sees which."""

from django.db import models

from inspections.models import Inspection


class ReportRequestQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """A person sees what he or she asked for, as long as the inspection is visible too."""
        if actor is None or not actor.roles:
            return self.none()
        return self.filter(
            requested_by=actor.user, inspection__in=Inspection.objects.visible_to(actor)
        )

    def stale(self, moment):
        """Running rows whose run stopped giving signs of life."""
        return self.filter(status=self.model.Status.RUNNING, lease_until__lt=moment)

    def waiting(self, rung_before):
        """Queued rows nobody was told of since that moment."""
        return self.filter(status=self.model.Status.QUEUED).filter(
            models.Q(rung_at=None) | models.Q(rung_at__lt=rung_before)
        )

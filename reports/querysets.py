"""Questions about report requests, and who sees which."""

from django.db import models
from django.db.models import Q

from findings.querysets import inspections_read_by


class ReportRequestQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """A person sees what he or she asked for, while still allowed to read its content."""
        if actor is None or not actor.roles:
            return self.none()
        return self.filter(requested_by=actor.user, inspection__in=inspections_read_by(actor))

    def with_page_data(self):
        """What a row prints, without a query a row."""
        return self.select_related("inspection__unit_version")

    def open(self):
        return self.filter(status__in=self.model.OPEN)

    def stale(self, moment):
        """Running rows whose run stopped giving signs of life."""
        return self.filter(status=self.model.Status.RUNNING, lease_until__lt=moment)

    def waiting(self, rung_before):
        """Queued rows nobody was told of since that moment, the oldest first."""
        return (
            self.filter(status=self.model.Status.QUEUED)
            .filter(Q(rung_at=None) | Q(rung_at__lt=rung_before))
            .order_by("id")
        )

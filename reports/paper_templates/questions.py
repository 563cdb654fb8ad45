"""Questions over many templates: who sees them, which series, what stood on a day."""

from django.db import models

from inspections.querysets import READS_PROVINCE


class PaperTemplateQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who plan, approve or audit in the province of the issuer."""
        if actor is None or not actor.is_a(*READS_PROVINCE):
            return self.none()
        return self.filter(province_id__in=actor.province_ids)

    def begun(self, day):
        """Put in force and begun by that day; of a series the latest counts (`standing`)."""
        return self.filter(status__in=self.model.STANDING, valid_from__lte=day)

    def standing(self, day, *, issued_by, kinds):
        """{(issuer, kind): the version in force that day} of these series."""
        rows = self.begun(day).filter(issued_by__in=issued_by, kind__in=kinds)
        latest = {(row.issued_by, row.kind): row for row in rows.order_by("valid_from")}
        return {
            key: row for key, row in latest.items() if row.valid_to is None or day < row.valid_to
        }

    def open(self):
        """Drafts, and what waits for approval."""
        return self.filter(status__in=self.model.OPEN)

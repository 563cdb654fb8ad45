"""Questions about what the law fixes and changes."""

from django.db import models

from units.querysets import in_force


class CatalogueQuerySet(models.QuerySet):
    def on(self, day):
        """Rows in force on that day."""
        return self.filter(in_force(day))

"""Questions about workbooks that were sent."""

from django.db import models


class WorkbookQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """A workbook is there for who sent it, and for nobody else."""
        return self.filter(sent_by=actor.user) if actor else self.none()

    def sent_before(self, moment):
        return self.filter(sent_at__lt=moment)

    def being_imported(self):
        """Confirmed by their sender and not done yet: they are not dropped."""
        return self.filter(work=self.model.Work.IMPORT, status__in=self.model.OPEN)

    def droppable(self):
        being_imported = self.model.objects.being_imported()
        return self.exclude(pk__in=being_imported.values("pk"))

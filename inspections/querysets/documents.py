"""Questions about documents asked of units, and their files."""

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Subquery

from .inspections import visible_inspections


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Both sides read what is asked and what was sent."""
        return self.filter(inspection__in=visible_inspections(actor))

    def with_page_data(self):
        related = (f"inspection__{name}" for name in ("unit_version", "plan", "delegation"))
        return self.select_related("area", "asked_by", *related)

    def with_newest_file(self):
        """Each with the key, name and size of the last file that was sent."""
        files = apps.get_model("inspections", "DocumentFile").objects
        newest = files.filter(request=OuterRef("pk")).order_by("-edition")
        return self.annotate(
            file_key=Subquery(newest.values("pk")[:1]),
            file_label=Subquery(newest.values("name")[:1]),
            file_size=Subquery(newest.values("size")[:1]),
        )


class DocumentFileQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(request__inspection__in=visible_inspections(actor))

    def handed_in(self, inspection):
        """The newest file of every document that was received and not sent back."""
        model = apps.get_model("inspections", "DocumentRequest")
        newest = self.filter(request=OuterRef("request")).order_by("-edition").values("pk")[:1]
        return self.filter(
            request__inspection=inspection,
            request__status__in=model.HANDED_IN,
            pk=Subquery(newest),
        ).order_by("request__ordinal")

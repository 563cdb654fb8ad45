"""Questions about what hangs on an inspection: visits, minutes, clarifying questions."""

from django.db import models
from django.db.models import Case, CharField, Exists, OuterRef, Value, When

from .inspections import open_fieldwork, visible_inspections


class VisitQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The unit knows who visits it when; what was noted is another matter: `as_read_by`."""
        return self.filter(inspection__in=visible_inspections(actor))

    def as_read_by(self, actor):
        """With `readable_notes` and `readable_reason`: empty for the unit until announced."""
        inspections = open_fieldwork(actor).filter(pk=OuterRef("inspection_id"))
        shown = {
            name: Case(
                When(Exists(inspections), then=column), default=Value(""), output_field=CharField()
            )
            for name, column in (("readable_notes", "notes"), ("readable_reason", "in_spite_of"))
        }
        return self.select_related("unit_version").annotate(**shown).defer("notes", "in_spite_of")


class MinutesQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Minutes say what was found; the unit reads them once the draft is announced."""
        return self.filter(inspection__in=open_fieldwork(actor))


class QuestionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Both sides read questions and answers: they are put to the unit."""
        return self.filter(inspection__in=visible_inspections(actor))

    def with_people(self):
        return self.select_related("asked_by", "answered_by")

    def unanswered(self):
        """Open, and it is the unit's turn."""
        return self.filter(awaits_unit=True, status=self.model.Status.OPEN)

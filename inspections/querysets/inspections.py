"""Questions about inspections, and who sees which."""

from django.apps import apps
from django.db import models
from django.db.models import Prefetch, Q

from reform_portal.common.text import matching
from units.heirs import called, taken_over_by

from .delegations import seats_with_people
from .scope import inspection_scope, knows_of, own_delegations

# What the filter of the list calls every inspection that has not ended.
IN_PROGRESS = "in_progress"


class InspectionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Officials see that their unit is inspected: from the schedule on, or the arrival."""
        return self.filter(inspection_scope(actor, unit=Q()))

    def known_to(self, actor):
        """What a sentence to this person may tell of, whether or not its page may be opened."""
        return self.filter(knows_of(actor))

    def matching(self, query):
        return self.filter(matching(query))

    def known_as(self, query, day):
        """Found by its own words, or by the name of the unit that stands for its unit today."""
        taken = taken_over_by(called(query, day), day)
        return self.filter(matching(query) | Q(unit_id__in=taken))

    def with_page_data(self):
        """What a row or a page prints, without a query a row."""
        return self.select_related("unit_version", "plan", "delegation")

    def in_rows(self):
        """Only the columns a row prints: texts that nobody reads here stay in the database."""
        of_plan = (f"plan__{name}" for name in ("number", "symbol", "title"))
        of_unit = (f"unit_version__{name}" for name in ("type", "name", "level"))
        return self.with_page_data().only(
            "code", "starts_on", "ends_on", "status", "delegation__name", *of_plan, *of_unit
        )

    def search(self, *, actor, q="", year=None, status="", mine=False):
        """What the list is filtered by; an empty filter keeps everything."""
        found = self.known_as(q, actor.day) if q else self
        if year:
            found = found.filter(starts_on__year=year)
        if status == IN_PROGRESS:
            found = found.in_progress()
        elif status:
            found = found.filter(status=status)
        if mine:
            found = found.filter(delegation__in=own_delegations(actor.person_id))
        return found

    def in_progress(self):
        """Scheduled or under way: neither closed nor cancelled."""
        ended = (self.model.Status.CLOSED, self.model.Status.CANCELLED)
        return self.exclude(status__in=ended)

    def with_delegation_seats(self):
        """Permissions ask who sits in the delegation; this answers without a query each."""
        return self.prefetch_related(
            Prefetch("delegation__members", queryset=seats_with_people()),
        )

    def fieldwork_open_to(self, actor):
        """Inspections whose notes and minutes an actor reads: the unit only once announced."""
        announced = Q(status__in=self.model.UNIT_READS_FINDINGS)
        return self.filter(inspection_scope(actor, unit=announced))


def visible_inspections(actor):
    return apps.get_model("inspections", "Inspection").objects.visible_to(actor)


def open_fieldwork(actor):
    return apps.get_model("inspections", "Inspection").objects.fieldwork_open_to(actor)

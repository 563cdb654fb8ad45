"""Questions about findings and what follows from them, and who sees which."""

from django.apps import apps
from django.db import models
from django.db.models import Q

from inspections.querysets import content_scope
from reform_portal.common.text import matching

ANNOUNCED = Q(announced=True)
ISSUED = Q(issued=True)


def visible_findings(actor):
    """Findings an actor may see, for the QuerySets of what hangs on a finding."""
    return apps.get_model("findings", "Finding").objects.visible_to(actor)


class FindingQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The inspected unit sees its findings from the announcement of the draft on."""
        return self.filter(content_scope(actor, unit=ANNOUNCED))

    def matching(self, query):
        return self.filter(matching(query))

    def with_page_data(self):
        """What a row prints, without a query a row."""
        return self.select_related("area", "sector", "inspection__unit_version").prefetch_related(
            "finding_units__unit_version"
        )


class EvidenceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Who sees the finding sees its evidence; without one, who sees an announced inspection."""
        inspections = apps.get_model("inspections", "Inspection")
        open_to_unit = Q(status__in=inspections.UNIT_READS_FINDINGS)
        readable = inspections.objects.filter(content_scope(actor, unit=open_to_unit))
        return self.filter(
            Q(finding__in=visible_findings(actor)) | Q(finding=None, inspection__in=readable)
        )


class ExplanationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Both sides see the unit's words; the unit only its own."""
        return self.filter(content_scope(actor, unit=Q()))

    def undecided(self):
        return self.filter(status=self.model.Status.PENDING)


class RemediationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The addressee sees its row once the conclusion is issued."""
        return self.filter(content_scope(actor, unit=ISSUED))

    def open(self):
        """Not yet accepted."""
        return self.exclude(status=self.model.Status.ACCEPTED)

    def overdue(self, day):
        return self.open().filter(due_on__lt=day)

    def matching(self, query):
        return self.filter(
            matching(query, "inspection__search_key") | matching(query, "unit_version__search_key")
        )

    def with_page_data(self):
        return self.select_related(
            "recommendation__area", "inspection", "inspection__unit_version", "unit_version"
        )

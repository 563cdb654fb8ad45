"""Questions about plans, delegations and inspections, and who sees which."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from reform_portal.common.roles import Role
from reform_portal.common.text import matching
from units.querysets import in_force

# Who reads everything of a province: those who plan, those who approve, those who audit.
READS_PROVINCE = (Role.PLANNER, Role.CHAIR, Role.AUDITOR)
NOTHING = Q(pk__in=[])


def own_delegations(person_id):
    """Keys of the delegations this person is in (QuerySets sit below models, hence the name)."""
    members = apps.get_model("inspections", "DelegationMember").objects
    return members.filter(person_id=person_id).values("delegation_id")


def content_scope(actor, *, delegation="delegation_id", unit=None):
    """The condition, on plain columns, that says which rows of content a person may see.

    Readers see their provinces, members the work of their delegations, officials their unit as
    far as the condition `unit` allows (None: not at all). Administrators see no content.
    """
    scope = NOTHING
    if actor is None:
        return scope
    if actor.is_a(*READS_PROVINCE):
        scope |= Q(province_id__in=actor.province_ids)
    if actor.is_a(Role.INSPECTOR):
        scope |= Q(**{f"{delegation}__in": own_delegations(actor.person_id)})
    if actor.is_a(Role.OFFICIAL) and unit is not None:
        scope |= unit & Q(unit_id__in=actor.officer_unit_ids)
    return scope


class CatalogueQuerySet(models.QuerySet):
    def on(self, day):
        """Rows in force on that day."""
        return self.filter(in_force(day))


class PlanQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Readers: their provinces. Members: plans they inspect for. Officials: approved plans

        that name their unit.
        """
        scope = NOTHING
        if actor and actor.is_a(*READS_PROVINCE):
            scope |= Q(province_id__in=actor.province_ids)
        if actor and actor.is_a(Role.INSPECTOR):
            delegations = apps.get_model("inspections", "Delegation").objects.filter(
                pk__in=own_delegations(actor.person_id)
            )
            scope |= Q(pk__in=delegations.values("plan_id"))
        if actor and actor.is_a(Role.OFFICIAL):
            named = apps.get_model("inspections", "PlanUnit").objects.filter(
                unit_id__in=actor.officer_unit_ids
            )
            scope |= Q(status=self.model.Status.APPROVED, pk__in=named.values("plan_id"))
        return self.filter(scope)

    def matching(self, query):
        return self.filter(matching(query))


class PlanUnitQuerySet(models.QuerySet):
    def not_yet_scheduled(self):
        """Units of a plan that no live inspection covers."""
        inspection = apps.get_model("inspections", "Inspection")
        covered = inspection.objects.exclude(status=inspection.Status.CANCELLED).filter(
            plan_id=OuterRef("plan_id"), unit_id=OuterRef("unit_id")
        )
        return self.exclude(Exists(covered))


class DelegationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Readers: their provinces. Members: their own. Officials: those that inspect their unit."""
        scope = content_scope(actor, delegation="pk")
        if actor and actor.is_a(Role.OFFICIAL):
            inspections = apps.get_model("inspections", "Inspection").objects.filter(
                unit_id__in=actor.officer_unit_ids
            )
            scope |= Q(pk__in=inspections.values("delegation_id"))
        return self.filter(scope)


class InspectionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Officials see that their unit is inspected, from the schedule on."""
        return self.filter(content_scope(actor, unit=Q()))

    def matching(self, query):
        return self.filter(matching(query))

    def with_page_data(self):
        """What a row or a page prints, without a query a row."""
        return self.select_related("unit_version", "plan", "delegation")


class VisitQuerySet(models.QuerySet):
    def visible_to(self, actor):
        inspections = apps.get_model("inspections", "Inspection").objects
        return self.filter(inspection__in=inspections.visible_to(actor))

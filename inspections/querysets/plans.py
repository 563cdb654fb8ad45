"""Questions about plans and the units they name."""

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat

from reform_portal.common.roles import Role
from reform_portal.common.text import matching

from .scope import EMBARGOED, NOTHING, READS_PROVINCE, not_of, own_delegations


class PlanQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Readers: their provinces. Members: plans they inspect for. Officials: approved plans

        that name their unit, those with unannounced inspections once somebody has arrived.
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
            named = _units_of_plans(actor).filter(unit_id__in=actor.officer_unit_ids)
            scope |= Q(status=self.model.Status.APPROVED, pk__in=named.values("plan_id"))
        return self.filter(scope)

    def matching(self, query):
        return self.filter(matching(query))

    def search(self, *, q="", year=None, status=""):
        """What the list is filtered by; an empty filter keeps everything."""
        chosen = {"year": year, "status": status}
        return self.matching(q).filter(**{name: value for name, value in chosen.items() if value})

    def with_page_data(self, actor):
        """What a row prints; `unit_count` counts the units this person may know of."""
        units = _units_of_plans(actor).filter(plan_id=OuterRef("pk")).order_by()
        count = units.values("plan_id").annotate(count=Count("pk")).values("count")
        return self.select_related("committee").annotate(unit_count=Coalesce(Subquery(count), 0))

    def with_issuer_name(self, today):
        """The authority of the issuing unit as it was called on the plan's date, or is today."""
        day = Coalesce(OuterRef("issued_on"), Value(today))
        versions = apps.get_model("units", "UnitVersion").objects
        named = versions.filter(unit_id=OuterRef("issuer_id"), valid_from__lte=day)
        body = When(level__in=versions.model.TERRITORIAL, then=Value("UBND "))
        words = Concat(Case(body, default=Value("")), F("type"), Value(" "), F("name"))
        newest = named.order_by("-valid_from").values(words=words)[:1]
        return self.annotate(issuer_name=Subquery(newest))

    def with_units_to_schedule(self, actor):
        """Approved plans that name a unit nobody has scheduled yet, as far as the person knows."""
        left = _units_of_plans(actor).not_yet_scheduled()
        return self.filter(
            Exists(left.filter(plan_id=OuterRef("pk"))), status=self.model.Status.APPROVED
        )


def _units_of_plans(actor):
    return apps.get_model("inspections", "PlanUnit").objects.visible_to(actor)


class PlanUnitQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Of plans the person sees, the units whose inspection is no secret to that person.

        A unit to be inspected unannounced is known, until the arrival, to those who plan or read
        in the province and to the delegation that goes there; never to people of that unit.
        """
        arrived = _inspections_of_row().exclude(EMBARGOED)
        secret = Q(form=self.model.Form.UNANNOUNCED) & ~Exists(arrived)
        known = NOTHING
        if actor and actor.is_a(*READS_PROVINCE):
            known |= Q(plan__province_id__in=actor.province_ids)
        if actor and actor.is_a(Role.INSPECTOR):
            mine = _inspections_of_row().filter(delegation_id__in=own_delegations(actor.person_id))
            known |= Q(Exists(mine))
        return self.filter(~secret | (known & not_of(actor) if actor else known))

    def not_yet_scheduled(self):
        """Units of a plan that no live inspection covers."""
        return self.exclude(Exists(_live_inspections()))

    def to_schedule(self, *submissions):
        """What a schedule form offers: units still open, and those this very form scheduled."""
        free = ~Exists(_live_inspections())
        if submissions := [token for token in submissions if token]:
            free |= Exists(_live_inspections().filter(submission__in=submissions))
        return self.filter(free).select_related("unit_version")

    def with_inspection(self, actor):
        """Each unit with its live inspection: whether there is one, and what the actor may see."""
        live = _live_inspections()
        seen = live.visible_to(actor)
        return (
            self.visible_to(actor)
            .select_related("unit_version")
            .annotate(
                is_scheduled=Exists(live.known_to(actor)),
                inspection_code=Subquery(seen.values("code")[:1]),
                inspection_status=Subquery(seen.values("status")[:1]),
                inspection_day=Subquery(seen.values("starts_on")[:1]),
            )
        )


def _live_inspections():
    """Inspections, not cancelled, of the plan and unit of the row outside."""
    cancelled = apps.get_model("inspections", "Inspection").Status.CANCELLED
    return _inspections_of_row().exclude(status=cancelled)


def _inspections_of_row():
    found = apps.get_model("inspections", "Inspection").objects
    return found.filter(plan_id=OuterRef("plan_id"), unit_id=OuterRef("unit_id"))

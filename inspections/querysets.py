"""Questions about plans, delegations and inspections, and who sees which."""

from django.apps import apps
from django.db import models
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat

from reform_portal.common.roles import Role
from reform_portal.common.text import matching
from units.heirs import called, taken_over_by
from units.querysets import in_force

# Who reads everything of a province: those who plan, those who approve, those who audit.
READS_PROVINCE = (Role.PLANNER, Role.CHAIR, Role.AUDITOR)
NOTHING = Q(pk__in=[])
# What the filter of the list calls every inspection that has not ended.
IN_PROGRESS = "in_progress"


def own_delegations(person_id):
    """Keys of the delegations this person is in (QuerySets sit below models, hence the name)."""
    members = apps.get_model("inspections", "DelegationMember").objects
    return members.filter(person_id=person_id).values("delegation_id")


def content_scope(actor, *, delegation="delegation_id", unit=None, answering="unit_id"):
    """The condition, on plain columns, that says which rows of content a person may see.

    Readers see their provinces, members the work of their delegations, officials their unit as
    far as the condition `unit` allows (None: not at all); `answering` is the column that says
    which unit answers. Administrators see no content.
    """
    scope = NOTHING
    if actor is None:
        return scope
    if actor.is_a(*READS_PROVINCE):
        scope |= Q(province_id__in=actor.province_ids)
    if actor.is_a(Role.INSPECTOR):
        scope |= Q(**{f"{delegation}__in": own_delegations(actor.person_id)})
    if actor.is_a(Role.OFFICIAL) and unit is not None:
        scope |= unit & Q(**{f"{answering}__in": actor.officer_unit_ids})
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

    def search(self, *, q="", year=None, status=""):
        """What the list is filtered by; an empty filter keeps everything."""
        chosen = {"year": year, "status": status}
        return self.matching(q).filter(**{name: value for name, value in chosen.items() if value})

    def with_page_data(self):
        return self.select_related("committee").annotate(unit_count=Count("plan_units"))

    def with_issuer_name(self, today):
        """The authority of the issuing unit as it was called on the plan's date, or is today."""
        day = Coalesce(OuterRef("issued_on"), Value(today))
        versions = apps.get_model("units", "UnitVersion").objects
        named = versions.filter(unit_id=OuterRef("issuer_id"), valid_from__lte=day)
        body = When(level__in=versions.model.TERRITORIAL, then=Value("UBND "))
        words = Concat(Case(body, default=Value("")), F("type"), Value(" "), F("name"))
        newest = named.order_by("-valid_from").values(words=words)[:1]
        return self.annotate(issuer_name=Subquery(newest))

    def with_units_to_schedule(self):
        """Approved plans that name a unit nobody has scheduled yet, with how many."""
        left = apps.get_model("inspections", "PlanUnit").objects.not_yet_scheduled()
        return self.filter(
            Exists(left.filter(plan_id=OuterRef("pk"))), status=self.model.Status.APPROVED
        )


class PlanUnitQuerySet(models.QuerySet):
    def not_yet_scheduled(self):
        """Units of a plan that no live inspection covers."""
        return self.exclude(Exists(_live_inspections()))

    def to_schedule(self, submission=None):
        """What a schedule form offers: units still open, and the one this very form scheduled."""
        free = ~Exists(_live_inspections())
        if submission:
            free |= Exists(_live_inspections().filter(submission=submission))
        return self.filter(free).select_related("unit_version")

    def with_inspection(self, actor):
        """Each unit with its live inspection: whether there is one, and what the actor may see."""
        live = _live_inspections()
        seen = live.visible_to(actor)
        return self.select_related("unit_version").annotate(
            is_scheduled=Exists(live),
            inspection_code=Subquery(seen.values("code")[:1]),
            inspection_status=Subquery(seen.values("status")[:1]),
            inspection_day=Subquery(seen.values("starts_on")[:1]),
        )


def _live_inspections():
    """Inspections, not cancelled, of the plan and unit of the row outside."""
    model = apps.get_model("inspections", "Inspection")
    return model.objects.exclude(status=model.Status.CANCELLED).filter(
        plan_id=OuterRef("plan_id"), unit_id=OuterRef("unit_id")
    )


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

    def with_head_name(self):
        """For a line: who leads, and how many there are."""
        seats = apps.get_model("inspections", "DelegationMember").objects
        heads = seats.filter(delegation_id=OuterRef("pk"), role="head")
        return self.annotate(
            head_name=Subquery(heads.values("person__full_name")[:1]),
            head_post=Subquery(heads.values("post_title")[:1]),
            seat_count=Count("members"),
        )

    def with_seats(self):
        """The delegation with its people in one further query."""
        return self.prefetch_related(Prefetch("members", queryset=seats_with_people()))


class SeatQuerySet(models.QuerySet):
    def by_role(self):
        """The head first, then deputies, the secretary and the members, as papers list them."""
        ranks = [When(role=role, then=rank) for rank, role in enumerate(self.model.Role.values)]
        return self.order_by(Case(*ranks, output_field=IntegerField()), "id")


class InspectionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Officials see that their unit is inspected, from the schedule on."""
        return self.filter(content_scope(actor, unit=Q()))

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
        return self.filter(content_scope(actor, unit=announced))


def seats_with_people():
    return apps.get_model("inspections", "DelegationMember").objects.select_related("person")


def visible_inspections(actor):
    return apps.get_model("inspections", "Inspection").objects.visible_to(actor)


def open_fieldwork(actor):
    return apps.get_model("inspections", "Inspection").objects.fieldwork_open_to(actor)


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
        return self.filter(answered_on=None)

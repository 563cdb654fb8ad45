"""Questions about findings and what follows from them, and who sees which."""

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, Min, OuterRef, Prefetch, Q, Window

from inspections.querysets import EMBARGOED, content_scope, inspection_scope
from reform_portal.common.roles import Role
from reform_portal.common.text import matching, words_of
from units.heirs import called, taken_over_by

ANNOUNCED = Q(announced=True)
ISSUED = Q(issued=True)
SENT = Q(sent_on__isnull=False)


def inspections_read_by(actor):
    """Inspections whose findings and draft an actor may read: the unit's once announced."""
    inspections = apps.get_model("inspections", "Inspection")
    open_to_unit = Q(status__in=inspections.UNIT_READS_FINDINGS)
    return inspections.objects.filter(inspection_scope(actor, unit=open_to_unit))


def inspections_read_in_part(actor):
    """Issued inspections of which an official reads what concerns the own unit, and nothing else.

    The unit must act on a recommendation, or stands in a finding; drafts are read by nobody of it.
    """
    inspections = apps.get_model("inspections", "Inspection")
    if actor is None or not actor.is_a(Role.OFFICIAL):
        return inspections.objects.none()
    here = OuterRef("pk")
    borne = apps.get_model("findings", "Remediation").objects.borne_by(actor)
    found = apps.get_model("findings", "FindingUnit").objects
    concerned = found.filter(unit__in=actor.officer_unit_ids, finding__inspection=here)
    return inspections.objects.filter(
        Exists(borne.filter(inspection=here)) | Exists(concerned),
        ~EMBARGOED,
        status__in=inspections.ISSUED,
    )


def visible_findings(actor):
    """Findings an actor may see, for the QuerySets of what hangs on a finding."""
    return apps.get_model("findings", "Finding").objects.visible_to(actor)


class FindingQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The inspected unit sees its findings from the announcement of the draft on."""
        return self.filter(content_scope(actor, unit=ANNOUNCED))

    def about_own_units(self, actor):
        """Those that concern a unit the actor answers for, in an issued conclusion."""
        rows = apps.get_model("findings", "FindingUnit").objects
        mine = rows.filter(finding=OuterRef("pk"), unit__in=actor.officer_unit_ids)
        return self.filter(Exists(mine), inspection__in=inspections_read_in_part(actor))

    def matching(self, query):
        return self.filter(matching(query))

    def concerning(self, query, day):
        """Findings about a unit that was called so, or of which one called so stands today."""
        concerned = apps.get_model("findings", "FindingUnit").objects.filter(
            unit_id__in=taken_over_by(called(query, day), day), finding=OuterRef("pk")
        )
        return self.filter(Exists(concerned)) if query else self

    def search(self, *, day, text="", unit="", kind="", area="", inspection=""):
        """The filters of the list; an empty one leaves everything in."""
        found = self.matching(text).concerning(unit, day)
        if kind:
            found = found.filter(kind=kind)
        if area:
            found = found.filter(Q(area__code=area) | Q(second_area__code=area))
        return found.filter(inspection__code=inspection) if inspection else found

    def with_units(self):
        """Each with the units it concerns, in one query for all."""
        of_unit = (f"unit_version__{name}" for name in ("type", "name", "level"))
        units = apps.get_model("findings", "FindingUnit").objects.select_related("unit_version")
        concerned = units.only("finding_id", *of_unit)
        return self.prefetch_related(Prefetch("finding_units", queryset=concerned))

    def with_page_data(self):
        """What a row prints, without a query a row."""
        return self.select_related("area", "sector", "inspection__unit_version").with_units()

    def in_rows(self):
        """Only the columns a row prints, as plain values (see `lines`)."""
        of_unit = (f"inspection__unit_version__{name}" for name in ("type", "name", "level"))
        of_area = ("area__code", "area__name", "sector__name")
        return self.values("id", "text", "kind", *of_area, "inspection__code", *of_unit)

    def in_order_of_the_paper(self):
        """Strengths before shortcomings, by area, in the order they were recorded."""
        return self.order_by("-kind", "area__code", "id")


class EvidenceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Who sees the finding sees its evidence; without one, who sees an announced inspection."""
        return self.filter(
            Q(finding__in=visible_findings(actor))
            | Q(finding=None, inspection__in=inspections_read_by(actor))
        )


class CommentQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The delegation, and who reads the province; the inspected unit never."""
        return self.filter(content_scope(actor))

    def open(self):
        return self.filter(status=self.model.Status.OPEN)


class DraftLineQuerySet(models.QuerySet):
    def behind(self):
        """Written before their finding was changed."""
        return self.exclude(Q(finding=None) | Q(text="") | Q(finding_text=F("finding__text")))


class ExplanationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The delegation and Home Affairs see what was sent; the unit also what it still writes."""
        scope = content_scope(actor) & SENT
        if actor and actor.is_a(Role.OFFICIAL):
            scope |= Q(
                unit_id__in=actor.officer_unit_ids, inspection__in=inspections_read_by(actor)
            )
        return self.filter(scope)

    def sent(self):
        return self.filter(SENT)

    def unsent(self):
        """Never sent, or written anew since."""
        return self.exclude(SENT, sent_text=F("text"), sent_stance__in=("", F("stance")))

    def undecided(self):
        """Sent, and not answered yet."""
        return self.sent().filter(status=self.model.Status.PENDING)


class RecommendationQuerySet(models.QuerySet):
    def with_addressees(self, actor):
        """What the table of recommendations prints; `is_open` marks rows this person may open."""
        rows = apps.get_model("findings", "Remediation").objects
        mine = rows.visible_to(actor).filter(pk=OuterRef("pk"))
        related = rows.select_related("unit_version", "bearer")
        addressees = related.annotate(is_open=Exists(mine))
        return self.select_related("area", "second_area").prefetch_related(
            Prefetch("remediations", addressees.order_by("unit_version__path"))
        )


class RemediationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Who carries it out sees the row once the conclusion is issued."""
        return self.filter(content_scope(actor, unit=ISSUED, answering="bearer_id"))

    def borne_by(self, actor):
        """In force, and with a unit the actor answers for."""
        return self.running().filter(bearer__in=actor.officer_unit_ids)

    def open(self):
        """Neither accepted nor without an object any more."""
        return self.exclude(status__in=self.model.SETTLED)

    def running(self):
        """Of conclusions that are issued and not taken back."""
        return self.filter(ISSUED)

    def overdue(self, day):
        return self.open().filter(due_on__lt=day)

    def untouched(self):
        """Rows nobody has worked on: they may go when an addressee is taken out."""
        return self.filter(status=self.model.Status.ASSIGNED, outcome="", reported_on=None)

    def search(self, *, day, text="", unit="", status="", overdue=False, inspection=""):
        """The filters of the list; an empty one leaves everything in."""
        found = self.matching(text)
        found = found.overdue(day) if overdue else found
        if unit:
            found = found.with_unit(unit, day)
        if status == "open":
            found = found.open()
        elif status:
            found = found.filter(status=status)
        return found.filter(inspection__code=inspection) if inspection else found

    def with_unit(self, query, day):
        """Addressed to a unit that was called so, or with one called so today."""
        named = called(query, day)
        addressed = Q(unit_id__in=named.values("unit_id"))
        return self.filter(addressed | Q(bearer_id__in=taken_over_by(named, day)))

    def matching(self, query):
        """By the words of the recommendation, its basis and the code of its inspection."""
        if not words_of(query):
            return self
        said = apps.get_model("findings", "Recommendation").objects.filter(matching(query))
        return self.filter(recommendation__in=said.values("pk"))

    def in_checklist(self, actor):
        """Every part in the order of the paper; `is_open` marks those this person may open."""
        mine = self.model.objects.visible_to(actor).filter(pk=OuterRef("pk"))
        of_point = ("recommendation__area", "recommendation__second_area")
        rows = self.select_related(*of_point, "unit_version", "bearer")
        rows = rows.annotate(is_open=Exists(mine))
        return rows.order_by("recommendation__number", "unit_version__path")

    def with_sums(self, day):
        """Each part with the sums over all, also over those that a slice leaves out."""
        status, settled = self.model.Status, Q(status__in=self.model.SETTLED)
        sums = {
            "all_tasks": Count("pk"),
            "all_settled": Count("pk", filter=settled),
            "all_reported": Count("pk", filter=Q(status=status.REPORTED)),
            "all_late": Count("pk", filter=~settled & Q(due_on__lt=day)),
            "all_next_due": Min("due_on", filter=~settled & Q(due_on__gte=day)),
        }
        return self.annotate(**{name: Window(sum) for name, sum in sums.items()})

    def with_page_data(self):
        return self.select_related(
            "recommendation__area",
            "inspection",
            "inspection__unit_version",
            "unit_version",
            "bearer",
        )


class PublicSummaryQuerySet(models.QuerySet):
    def published(self):
        """What anybody reads: approved, of a conclusion in force, of a visit that is no secret."""
        inspections = apps.get_model("inspections", "Inspection")
        known = inspections.objects.filter(~EMBARGOED, status__in=inspections.ISSUED)
        rows = self.filter(status=self.model.Status.PUBLISHED, inspection__in=known)
        return rows.select_related("inspection__unit_version", "inspection__conclusion")

    def submitted_in(self, province_ids):
        """What waits for approval in these provinces."""
        rows = self.filter(
            status=self.model.Status.SUBMITTED, inspection__province__in=province_ids
        )
        return rows.select_related("inspection__plan")

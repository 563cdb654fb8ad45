"""Questions about report requests, and who sees which."""

from datetime import timedelta

from django.apps import apps
from django.db import models
from django.db.models import Q

from findings.querysets import inspections_read_by
from inspections.querysets import READS_PROVINCE, own_delegations
from reform_portal.common.roles import Role

# Papers the unit may have before anything was found.
TOLD_EARLY = ("notice", "outline")
# A file is given once more only while it is far from being let go of.
LATELY = timedelta(days=7)


def _above_inspections(actor):
    """Papers of plans and delegations, and tables over a year: never for the inspected unit."""
    scope = Q(pk__in=[])
    if actor.is_a(*READS_PROVINCE):
        scope |= Q(inspection=None, province_id__in=actor.province_ids)
    if actor.is_a(Role.INSPECTOR):
        mine = own_delegations(actor.person_id)
        scope |= Q(inspection=None, delegation__in=mine)
        plans = apps.get_model("inspections", "Delegation").objects.filter(pk__in=mine)
        scope |= Q(kind="plan", plan__in=plans.values("plan"))
    return scope


class ReportRequestQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """A person sees what he or she asked for, while still allowed to read its content."""
        if actor is None or not actor.roles:
            return self.none()
        inspections = apps.get_model("inspections", "Inspection").objects
        told_early = Q(kind__in=TOLD_EARLY, inspection__in=inspections.visible_to(actor))
        content = Q(inspection__in=inspections_read_by(actor))
        return self.filter(
            told_early | content | _above_inspections(actor), requested_by=actor.user
        )

    def with_page_data(self):
        """What a row prints, without a query a row."""
        return self.select_related("inspection__unit_version", "delegation", "plan")

    def open(self):
        return self.filter(status__in=self.model.OPEN)

    def made_before(self, row, fingerprint):
        """What the same person was given lately for the same request, made from the same content."""
        same = self.filter(
            requested_by=row.requested_by_id,
            kind=row.kind,
            format=row.format,
            subject=row.subject,
            fingerprint=fingerprint,
            status=self.model.Status.DONE,
            finished_at__gt=row.started_at - LATELY,
        )
        return same.exclude(file="").order_by("-id").first()

    def untaken(self, actor, since):
        """Finished files nobody has downloaded yet."""
        done = self.visible_to(actor).filter(status=self.model.Status.DONE)
        return done.filter(finished_at__gt=since, taken_at=None)

    def stale(self, moment):
        """Running rows whose run stopped giving signs of life."""
        return self.filter(status=self.model.Status.RUNNING, lease_until__lt=moment)

    def waiting(self, rung_before):
        """Queued rows nobody was told of since that moment, the oldest first."""
        return (
            self.filter(status=self.model.Status.QUEUED)
            .filter(Q(rung_at=None) | Q(rung_at__lt=rung_before))
            .order_by("id")
        )

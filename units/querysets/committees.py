"""Questions about steering committees and the seats on them."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from reform_portal.common.roles import Role

from .through_time import in_force, known_by, title_of


class CommitteeQuerySet(models.QuerySet):
    def on(self, day):
        return self.filter(in_force(day, "established_on", "ended_on"))

    def meeting(self, begin, end=None):
        """Committees that share a day with the half-open range [begin, end)."""
        met = self.filter(Q(ended_on=None) | Q(ended_on__gt=begin))
        return met.filter(established_on__lt=end) if end else met

    def visible_to(self, actor):
        if not actor or not actor.roles:
            return self.none()
        if actor.is_a(Role.ADMINISTRATOR):
            return self.all()
        return self.filter(unit_id__in=actor.province_ids)

    def of(self, unit):
        """The committees a unit had one after the other, the newest first."""
        return self.filter(unit=unit).order_by("-established_on", "-id")

    def with_titles(self, day):
        """Unit and standing agency of a day, and their names, without a query a row."""
        rows = self.annotate(agency_id=_agency_on(day))
        return rows.annotate(
            unit_title=title_of("unit_id", day), agency_title=title_of("agency_id", day)
        )

    def standing_agencies(self, day):
        """The keys of the units that are their standing agencies on a day."""
        return self.annotate(agency_id=_agency_on(day)).values("agency_id")


class AgencyChangeQuerySet(models.QuerySet):
    def with_titles(self):
        """In the order of time, each with the name the agency had when it became one."""
        return self.order_by("from_on").annotate(title=title_of("unit_id", OuterRef("from_on")))


def _agency_on(day):
    """A subquery: the standing agency that a committee had on a day."""
    changes = apps.get_model("units", "AgencyChange").objects
    known = changes.filter(committee=OuterRef("pk"), from_on__lte=day).order_by("-from_on")
    found = Subquery(known.values("unit_id")[:1])
    return Coalesce(found, F("standing_agency_id"), output_field=models.BigIntegerField())


class SeatQuerySet(models.QuerySet):
    def on(self, day):
        """Seats taken on that day."""
        return self.filter(in_force(day, "from_on", "to_on"))

    def meeting(self, begin, end=None):
        """Seats that share a day with the half-open range [begin, end)."""
        met = self.filter(Q(to_on=None) | Q(to_on__gt=begin))
        return met.filter(from_on__lt=end) if end else met

    def visible_to(self, actor):
        committees = apps.get_model("units", "SteeringCommittee").objects
        return self.filter(committee__in=committees.visible_to(actor))

    def with_posts(self, day=date.max):
        """Who sits, by virtue of which post (names by that day), in the order of rank."""
        roles = self.model.Role.values
        rank = models.Case(*(models.When(role=role, then=n) for n, role in enumerate(roles)))
        rows = self.select_related("person", "post__unit").prefetch_related(
            known_by(day, "post__unit")
        )
        return rows.order_by(rank, "from_on", "id")

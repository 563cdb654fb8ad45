"""Questions about delegations and the people in them."""

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, IntegerField, OuterRef, Prefetch, Q, Subquery, When

from reform_portal.common.roles import Role

from .scope import EMBARGOED, content_scope


class DelegationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Readers: their provinces. Members: their own. Officials: those that inspect their unit."""
        scope = content_scope(actor, delegation="pk")
        if actor and actor.is_a(Role.OFFICIAL):
            inspections = apps.get_model("inspections", "Inspection").objects.filter(
                ~EMBARGOED, unit_id__in=actor.officer_unit_ids
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


def seats_with_people():
    return apps.get_model("inspections", "DelegationMember").objects.select_related("person")

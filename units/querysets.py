"""Questions about units, people and committees; every one takes the day it asks about."""

from django.db import models
from django.db.models import Q

from reform_portal.common.roles import Role
from reform_portal.common.text import matching


def in_force(day, begin="valid_from", end="valid_to"):
    """A condition: the half-open range [begin, end) holds `day`."""
    return Q(**{f"{begin}__lte": day}) & (Q(**{end: None}) | Q(**{f"{end}__gt": day}))


class UnitQuerySet(models.QuerySet):
    def on(self, day):
        """Units that exist on that day."""
        return self.filter(in_force(day, "opened_on", "closed_on"))


class UnitVersionQuerySet(models.QuerySet):
    def on(self, day):
        """How every unit is on that day."""
        return self.filter(in_force(day))

    def under(self, version):
        """The unit of this version and everything below it (one range over the path)."""
        return self.filter(path__gte=version.path, path__lt=f"{version.path}z")

    def in_provinces(self, province_ids):
        return self.filter(province_id__in=province_ids)

    def matching(self, query):
        return self.filter(matching(query))

    def inspectable(self):
        """What can be inspected: territorial units and agencies, not a desk by itself."""
        return self.exclude(level=self.model.Level.ONE_STOP)

    def visible_to(self, actor):
        """Units are no secret: everybody who is in the portal today reads the tree."""
        return self.all() if actor and actor.roles else self.none()


class PersonQuerySet(models.QuerySet):
    def matching(self, query):
        return self.filter(matching(query))

    def visible_to(self, actor):
        """Administrators see everybody; others the people of their provinces."""
        if not actor or not actor.roles:
            return self.none()
        if actor.is_a(Role.ADMINISTRATOR):
            return self.all()
        return self.filter(
            in_force(actor.day, "posts__held_from", "posts__held_to"),
            in_force(
                actor.day, "posts__unit__versions__valid_from", "posts__unit__versions__valid_to"
            ),
            posts__unit__versions__province_id__in=actor.province_ids,
        ).distinct()


class PostQuerySet(models.QuerySet):
    def on(self, day):
        """Posts held on that day."""
        return self.filter(in_force(day, "held_from", "held_to"))


class CommitteeQuerySet(models.QuerySet):
    def on(self, day):
        return self.filter(in_force(day, "established_on", "ended_on"))

    def visible_to(self, actor):
        if not actor or not actor.roles:
            return self.none()
        if actor.is_a(Role.ADMINISTRATOR):
            return self.all()
        return self.filter(unit_id__in=actor.province_ids)


class SeatQuerySet(models.QuerySet):
    def on(self, day):
        """Seats taken on that day."""
        return self.filter(in_force(day, "from_on", "to_on"))

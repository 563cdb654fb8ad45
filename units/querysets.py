"""Questions about units, people and committees; every one takes the day it asks about."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import F, OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat

from reform_portal.common.roles import Role
from reform_portal.common.text import matching


def in_force(day, begin="valid_from", end="valid_to"):
    """A condition: the half-open range [begin, end) holds `day`."""
    return Q(**{f"{begin}__lte": day}) & (Q(**{end: None}) | Q(**{f"{end}__gt": day}))


def versions():
    """All versions of all units (QuerySets sit below models, hence the name)."""
    return apps.get_model("units", "UnitVersion").objects


def known_by(day, lookup):
    """Prefetch the versions of a unit that had begun by `day`, the last one last."""
    begun = versions().filter(valid_from__lte=day).order_by("valid_from")
    return Prefetch(f"{lookup}__versions", begun, to_attr="known")


def title_of(unit_column, day, *, newest=True):
    """A subquery: the title of a unit by its last (first) version that had begun by `day`."""
    found = versions().filter(unit_id=OuterRef(unit_column), valid_from__lte=day)
    found = found.order_by("-valid_from" if newest else "valid_from")
    return Subquery(found.values(words=Concat(F("type"), Value(" "), F("name")))[:1])


def _chain(unit, day, *, one, next_one):
    """A subquery: keys of all units reached from `unit` over successions up to `day`."""
    sql = f"""
        WITH RECURSIVE line(id) AS (
            SELECT {next_one} FROM units_succession WHERE {one} = %s AND day <= %s
            UNION
            SELECT step.{next_one} FROM units_succession step JOIN line ON step.{one} = line.id
             WHERE step.day <= %s
        ) SELECT id FROM line"""
    return RawSQL(sql, (unit.pk, day, day))


class UnitQuerySet(models.QuerySet):
    def on(self, day):
        """Units that exist on that day."""
        return self.filter(in_force(day, "opened_on", "closed_on"))

    def successors(self, unit, day):
        """What stands on that day of everything that followed the unit, over any number of steps."""
        chain = _chain(unit, day, one="predecessor_id", next_one="successor_id")
        return self.on(day).filter(pk__in=chain).exclude(pk=unit.pk)

    def predecessors(self, unit, day):
        """What stood on that day of everything the unit came from, over any number of steps."""
        chain = _chain(unit, date.max, one="successor_id", next_one="predecessor_id")
        return self.on(day).filter(pk__in=chain).exclude(pk=unit.pk)

    def visible_to(self, actor):
        """Units are no secret: everybody who is in the portal today reads the tree."""
        return self.all() if actor and actor.roles else self.none()


class UnitVersionQuerySet(models.QuerySet):
    def on(self, day):
        """How every unit is on that day."""
        return self.filter(in_force(day))

    def meeting(self, begin, end=None):
        """Versions that share a day with the half-open range [begin, end)."""
        met = self.filter(Q(valid_to=None) | Q(valid_to__gt=begin))
        return met.filter(valid_from__lt=end) if end else met

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

    def within_reach(self, actor, near=None):
        """What an administrator chooses from: the own provinces, never the whole nation.

        A superuser may choose any province, and then what is in the province `near`.
        """
        provinces = set(actor.province_ids)
        if not actor.user.is_superuser:
            return self.in_provinces(provinces).order_by("path")
        reach = Q(level=self.model.Level.PROVINCE) | Q(province_id__in=[*provinces, near])
        return self.filter(reach).order_by("path")

    def offered(self, actor, *, also=""):
        """What a filter offers: the places of the own provinces, and the one asked for."""
        level = self.model.Level
        own = Q(province_id__in=actor.province_ids) & ~Q(level__in=[level.COMMUNE, level.ONE_STOP])
        if not actor.province_ids:
            own = Q(level=level.PROVINCE)
        asked = Q(unit_id=int(also)) if also.isdecimal() and len(also) < 19 else Q(pk__in=[])
        return self.filter(own | asked).order_by("path")

    def with_parent_title(self, day):
        """What a row prints of the unit above, without a query a row."""
        return self.annotate(parent_title=title_of("parent_id", day))


class SuccessionQuerySet(models.QuerySet):
    def of(self, unit):
        """Where this unit came from and what became of it."""
        return self.filter(Q(predecessor=unit) | Q(successor=unit)).order_by("day", "id")

    def with_titles(self):
        """How the one that ended was called last, and how the one that follows was then."""
        return self.annotate(
            predecessor_title=title_of("predecessor_id", OuterRef("day")),
            successor_title=title_of("successor_id", OuterRef("day")),
        )


class ReorganisationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """How units change is no secret to those who are in the portal."""
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
        posts = apps.get_model("units", "Post").objects.on(actor.day)
        places = versions().on(actor.day).in_provinces(actor.province_ids)
        here = posts.filter(unit_id__in=places.values("unit_id"))
        return self.filter(pk__in=here.values("person_id"))

    def with_posts(self, day):
        """The posts held on that day, with the names of their units, in two more queries."""
        held = apps.get_model("units", "Post").objects.on(day).with_units(day)
        return self.prefetch_related(Prefetch("posts", held, to_attr="held"))


class PostQuerySet(models.QuerySet):
    def on(self, day):
        """Posts held on that day."""
        return self.filter(in_force(day, "held_from", "held_to"))

    def meeting(self, begin, end=None):
        """Posts that share a day with the half-open range [begin, end)."""
        met = self.filter(Q(held_to=None) | Q(held_to__gt=begin))
        return met.filter(held_from__lt=end) if end else met

    def with_units(self, day):
        """The units' names by that day (see `Post.full_title`)."""
        return self.select_related("unit").prefetch_related(known_by(day, "unit"))

    def province_ids(self, day):
        """The provinces these posts lie in on that day or later."""
        places = versions().meeting(day).filter(unit_id__in=self.values("unit_id"))
        return places.values_list("province_id", flat=True)

    def in_provinces(self, province_ids):
        """Posts in units that lie, or once lay, in these provinces."""
        places = versions().in_provinces(province_ids)
        return self.filter(unit_id__in=places.values("unit_id"))

    def visible_to(self, actor):
        """Posts in units of the own provinces; administrators see all."""
        if not actor or not actor.roles:
            return self.none()
        if actor.is_a(Role.ADMINISTRATOR):
            return self.all()
        return self.in_provinces(actor.province_ids)


class CommitteeQuerySet(models.QuerySet):
    def on(self, day):
        return self.filter(in_force(day, "established_on", "ended_on"))

    def visible_to(self, actor):
        if not actor or not actor.roles:
            return self.none()
        if actor.is_a(Role.ADMINISTRATOR):
            return self.all()
        return self.filter(unit_id__in=actor.province_ids)

    def with_titles(self, day):
        """Names of the unit and of the standing agency, without a query a row."""
        return self.annotate(
            unit_title=title_of("unit_id", day), agency_title=title_of("standing_agency_id", day)
        )


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

    def with_posts(self, day):
        """Who sits, by virtue of which post, in the order of rank."""
        roles = self.model.Role.values
        rank = models.Case(*(models.When(role=role, then=n) for n, role in enumerate(roles)))
        rows = self.select_related("person", "post__unit").prefetch_related(
            known_by(day, "post__unit")
        )
        return rows.order_by(rank, "from_on", "id")

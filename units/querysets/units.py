"""Questions about units, their versions, what became of them, and the acts that changed them."""

from datetime import date

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When, Window
from django.db.models.functions import RowNumber

from reform_portal.common.text import matching

from .among import Among, Below, Chain
from .through_time import code_of, in_force, title_of


class UnitQuerySet(models.QuerySet):
    def on(self, day):
        """Units that exist on that day."""
        return self.filter(in_force(day, "opened_on", "closed_on"))

    def under(self, unit, day):
        """The unit and everything below it that day: one range over the path of that day."""
        return self.filter(Among(Below(unit, day)))

    def successors(self, unit, day):
        """What stands on that day of everything that followed the unit, over any number of steps."""
        chain = Chain(unit, day, one="predecessor_id", next_one="successor_id")
        return self.on(day).filter(Among(chain)).exclude(pk=unit.pk)

    def predecessors(self, unit, day):
        """What stood on that day of everything the unit came from, over any number of steps."""
        chain = Chain(unit, date.max, one="successor_id", next_one="predecessor_id")
        return self.on(day).filter(Among(chain)).exclude(pk=unit.pk)

    def visible_to(self, actor):
        """Units are no secret: everybody who is in the portal today reads the tree."""
        return self.all() if actor and actor.roles else self.none()


class UnitVersionQuerySet(models.QuerySet):
    def on(self, day):
        """How every unit is on that day."""
        return self.filter(in_force(day))

    def of_open_units(self, day):
        """How units without an end are on that day; one that begins later, how it begins."""
        begins = Q(unit__opened_on__gt=day, valid_from=F("unit__opened_on"))
        return self.filter(in_force(day) | begins, unit__closed_on=None)

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

    def offered(self, actor, day, *, also=""):
        """What a filter offers: the places of the own provinces that day, and the one asked for.

        That one even where it does not stand on the day: then nothing is found in it.
        """
        level = self.model.Level
        own = Q(province_id__in=actor.province_ids) & ~Q(level__in=[level.COMMUNE, level.ONE_STOP])
        if not actor.province_ids:
            own = Q(level=level.PROVINCE)
        asked = Q(unit_id=int(also)) if also.isdecimal() and len(also) < 19 else Q(pk__in=[])
        stands = in_force(day)
        elsewhere = asked & ~Exists(self.on(day).filter(unit_id=OuterRef("unit_id")))
        return self.filter(stands & (own | asked) | elsewhere).order_by("path")

    def in_places(self, place):
        """The unit of this version and everything below it; everything without a place."""
        return self.under(place) if place else self

    def of_level(self, level):
        return self.filter(level=level) if level else self

    def right_below(self, unit_ids, *, most, whole=(), in_all=None):
        """What stands on top and right below these units, by `kind`, with the `total` of its kind.

        At most so many of a kind below one unit; `in_all` of the units that are asked for whole.
        """
        top = Q(level=self.model.Level.PROVINCE)
        rows = self.filter(top | Q(parent_id__in=unit_ids)).ranked_by_kind()
        asked = Q(parent_id__in=whole, rank__lte=in_all) if in_all else Q(parent_id__in=whole)
        return rows.filter(Q(rank__lte=most) | asked).order_by("parent_id", "rank")

    def around(self, version, *, most):
        """The units above this one, and what stands right below it as in `right_below`.

        One question for both: each unit above is the only one of its line below its parent.
        """
        near = Q(unit_id__in=version.ancestor_ids) | Q(parent_id=version.unit_id)
        return self.filter(near).ranked_by_kind().filter(rank__lte=most).order_by("rank")

    def ranked_by_kind(self):
        """With `kind`, the `rank` among those of the kind below one unit, and their `total`."""
        territory = When(level__in=self.model.TERRITORIAL, then=Value("territory"))
        kind = Case(territory, default=F("level"), output_field=models.CharField())
        alike = [F("parent_id"), F("kind")]
        return self.annotate(kind=kind).annotate(
            rank=Window(RowNumber(), partition_by=alike, order_by=["code", "search_key", "id"]),
            total=Window(Count("id"), partition_by=alike),
        )

    def count_below(self, unit_ids):
        """How many units stand right below each of these: {key: count}."""
        rows = self.filter(parent_id__in=unit_ids).order_by().values_list("parent_id")
        return dict(rows.annotate(Count("id")))

    def with_life_data(self):
        """What the line of a life prints of each version, in one question."""
        rows = self.select_related("unit__ended_by", "made_by")
        return rows.with_parent_title(OuterRef("valid_from"))

    def with_parent_title(self, day):
        """What a row prints of the unit above, without a query a row."""
        return self.annotate(parent_title=title_of("parent_id", day))


class SuccessionQuerySet(models.QuerySet):
    def of(self, unit):
        """Where this unit came from and what became of it."""
        return self.filter(Q(predecessor=unit) | Q(successor=unit)).order_by("day", "id")

    def line_of(self, unit):
        """Every succession on the way to this unit (`is_before`) and on from it, over all steps."""
        origins = Chain(unit, date.max, one="successor_id", next_one="predecessor_id")
        heirs = Chain(unit, date.max, one="predecessor_id", next_one="successor_id")
        before = Q(successor=unit) | Q(successor__in=origins)
        after = Q(predecessor=unit) | Q(predecessor__in=heirs)
        return self.filter(before | after).annotate(
            is_before=Case(When(before, then=True), default=False),
            predecessor_code=code_of("predecessor_id", OuterRef("day")),
            successor_code=code_of("successor_id", OuterRef("day")),
        )

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

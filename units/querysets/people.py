"""Questions about people and the posts they hold."""

from datetime import date
from functools import reduce
from operator import or_

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from reform_portal.common.roles import Role
from reform_portal.common.text import matching

from .through_time import in_force, known_by, versions


class PersonQuerySet(models.QuerySet):
    def matching(self, query):
        return self.filter(matching(query))

    def visible_to(self, actor):
        """Administrators see everybody; others the people of their provinces."""
        if not actor or not actor.roles:
            return self.none()
        if actor.is_a(Role.ADMINISTRATOR):
            return self.all()
        # Row by row: SQLite would else list the units of whole provinces first, at every search.
        places = versions().on(actor.day).in_provinces(actor.province_ids)
        here = Exists(places.filter(unit_id=OuterRef("unit_id")))
        posts = apps.get_model("units", "Post").objects.on(actor.day).filter(here)
        return self.filter(Exists(posts.filter(person_id=OuterRef("pk"))))

    def in_unit(self, version, day):
        """Who holds a post in the unit of this version on a day; everybody without a unit."""
        if version is None:
            return self
        posts = apps.get_model("units", "Post").objects.on(day).filter(unit_id=version.unit_id)
        return self.filter(pk__in=posts.values("person_id"))

    def with_posts(self, day):
        """The posts held on that day, with the names of their units, in two more queries."""
        held = apps.get_model("units", "Post").objects.on(day).with_units(day)
        return self.prefetch_related(Prefetch("posts", held, to_attr="held"))


class PostQuerySet(models.QuerySet):
    def on(self, day):
        """Posts held on that day."""
        return self.filter(in_force(day, "held_from", "held_to"))

    def on_any(self, *days):
        """Posts held on one of these days."""
        held = (in_force(day, "held_from", "held_to") for day in days)
        return self.filter(reduce(or_, held))

    def meeting(self, begin, end=None):
        """Posts that share a day with the half-open range [begin, end)."""
        met = self.filter(Q(held_to=None) | Q(held_to__gt=begin))
        return met.filter(held_from__lt=end) if end else met

    def with_units(self, day=date.max):
        """The units' names by that day (see `Post.full_title` and `Post.title_on`)."""
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

"""Questions about number registers, and who sees which."""

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, Exists, F, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat, Least

from ..symbols import HIGHEST
from .scope import READS_PROVINCE


class RegisterQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who plan, approve or audit in the province of the issuer."""
        if actor is None or not actor.is_a(*READS_PROVINCE):
            return self.none()
        return self.filter(province_id__in=actor.province_ids)

    def with_issuer_name(self, day):
        """The authority of the unit the issuer is or sits at, as it was last called by that day."""
        versions = apps.get_model("units", "UnitVersion").objects
        named = versions.filter(unit_id=OuterRef("issuer_id"), valid_from__lte=day)
        body = When(level__in=versions.model.TERRITORIAL, then=Value("UBND "))
        words = Concat(Case(body, default=Value("")), F("type"), Value(" "), F("name"))
        return self.annotate(
            issuer_name=Subquery(named.order_by("-valid_from").values(words=words)[:1])
        )

    def with_counts(self):
        """How far each has come, how many numbers nobody bears, how many are borne twice."""
        held = Q(numbers__given_back_on=None)
        return self.annotate(
            last=Coalesce(Max("numbers__number"), 0),
            held=Count("numbers__number", filter=held, distinct=True),
            bearers=Count("numbers", filter=held),
        ).annotate(
            gaps=F("last") - F("held"),
            next=Least(F("last") + 1, Value(HIGHEST)),
            duplicates=F("bearers") - F("held"),
        )


class RegisterNumberQuerySet(models.QuerySet):
    def held(self):
        """Numbers that a paper bears."""
        return self.filter(given_back_on=None)

    def of(self, key):
        """What one paper bears or gave back: "plan-12"."""
        return self.filter(paper=key)

    def last(self):
        """The highest that another can follow; 0 in a new register."""
        return self.filter(number__lt=HIGHEST).aggregate(last=Max("number"))["last"] or 0

    def with_twice(self):
        """Each with `twice`: it is borne, and by another paper as well."""
        same = self.model.objects.held().filter(
            register=OuterRef("register"), number=OuterRef("number")
        )
        return self.annotate(twice=Exists(same.exclude(pk=OuterRef("pk"))))

    def with_number_below(self):
        """Each with the next lower number of its register, so that gaps can be shown."""
        lower = self.model.objects.filter(
            register=OuterRef("register"), number__lt=OuterRef("number")
        )
        below = lower.order_by("-number").values("number")[:1]
        return self.annotate(below=Coalesce(Subquery(below), 0))

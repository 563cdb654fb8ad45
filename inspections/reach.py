"""Which units a plan may inspect: those below its issuer.

A department inspects on behalf of the level it belongs to: what lies below that level, but
neither the level's own authority nor itself.
"""

from django.db.models import Exists, OuterRef, Subquery, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext as _

from units.models import UnitVersion
from units.models.unit import KEY_WIDTH

from .models import PlanUnit
from .rules import named_by


def units_in_reach(plan, day):
    """How the units that this plan may inspect are on that day."""
    issuer = UnitVersion.objects.on(day).filter(unit_id=plan.issuer_id).first()
    return units_below(issuer, day) if issuer else UnitVersion.objects.none()


def units_below(issuer, day):
    """The same for an issuer as it is on that day."""
    top = issuer.path
    if not issuer.is_territorial and len(top) > KEY_WIDTH:
        top = top[:-KEY_WIDTH]
    below = UnitVersion.objects.on(day).filter(path__gt=top, path__lt=f"{top}z")
    return below.inspectable().exclude(unit_id=issuer.unit_id)


def units_to_choose(plan, day):
    """Units in reach, from the top down: what each belongs to, and whether the plan names it."""
    above = UnitVersion.objects.on(day).filter(unit_id=OuterRef("parent_id"))
    named = PlanUnit.objects.filter(plan=plan.pk, unit_id=OuterRef("unit_id"))
    title = above.values(words=Concat("type", Value(" "), "name"))[:1]
    rows = units_in_reach(plan, day).annotate(parent_title=Subquery(title), is_named=Exists(named))
    return rows.order_by("path")


def outside(plan, unit_ids, day):
    """The sentence that names units which do not lie below the issuer on that day, or None."""
    inside = units_in_reach(plan, day).filter(unit_id__in=unit_ids)
    left = set(unit_ids).difference(inside.values_list("unit_id", flat=True))
    names = [
        version.authority
        for version in UnitVersion.objects.on(day).filter(unit_id__in=left).order_by("path")
    ]
    if names:
        return _(
            "These units do not lie below the issuer on the plan's date: %(units)s. A plan "
            "inspects only what lies below its issuer. Take them out, or have the plan issued by "
            "a higher level."
        ) % {"units": ", ".join(names)}


def plan_units_lie_below_the_issuer(plan):
    """A plan inspects only what lies below its issuer, as on its date."""
    if plan.issued_on is None:
        return None
    named = named_by(plan).values_list("unit_id", flat=True)
    return outside(plan, list(named), plan.issued_on)

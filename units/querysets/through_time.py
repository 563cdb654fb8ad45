"""What all questions of this app share: ranges of days, and the names units have in them."""

from django.apps import apps
from django.db.models import F, OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.functions import Concat


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
    found = _known(unit_column, day).order_by("-valid_from" if newest else "valid_from")
    return Subquery(found.values(words=Concat(F("type"), Value(" "), F("name")))[:1])


def code_of(unit_column, day):
    """A subquery: the official code of a unit by its last version that had begun by `day`."""
    return Subquery(_known(unit_column, day).order_by("-valid_from").values("code")[:1])


def _known(unit_column, day):
    return versions().filter(unit_id=OuterRef(unit_column), valid_from__lte=day)

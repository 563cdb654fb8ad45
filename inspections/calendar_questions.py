"""What the calendar asks, compiled once (see reform_portal.common.kept)."""

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q

from reform_portal.common.kept import kept
from units.heirs import called, taken_over_by

from .models import Delegation, DelegationMember, Holiday, Inspection, Visit
from .querysets import own_delegations

OF_UNIT = ("type", "name", "level")


@kept
def visits_between(actor, first, last, chosen):
    """Visits this person may see, of inspections that are not cancelled, in their order."""
    inspections = Inspection.objects.visible_to(actor).exclude(status=Inspection.Status.CANCELLED)
    found = Visit.objects.filter(inspection__in=inspections, day__gte=first, day__lte=last)
    found = found.filter(_chosen(actor, chosen, inspection="inspection__", visit=""))
    related = ("unit_version", "inspection__unit_version", "inspection__delegation")
    columns = (
        *("day", "session", "stop", "place", "version"),
        *(f"unit_version__{name}" for name in OF_UNIT),
        *(f"inspection__unit_version__{name}" for name in OF_UNIT),
        *(f"inspection__{name}" for name in ("code", "status", "province_id", "starts_on")),
        "inspection__delegation__name",
    )
    stops = ("day", F("stop").asc(nulls_last=True), "inspection_id", "id")
    return found.select_related(*related).only(*columns).order_by(*stops)


@kept
def unvisited_between(actor, first, last, chosen):
    """Inspections with a day in between that have no visit yet."""
    visits = Visit.objects.filter(inspection=OuterRef("pk"))
    found = Inspection.objects.visible_to(actor).filter(starts_on__lte=last, ends_on__gte=first)
    found = found.filter(~Exists(visits)).exclude(status=Inspection.Status.CANCELLED)
    found = found.filter(_chosen(actor, chosen, inspection="", visit=None))
    columns = ("code", "status", "province_id", "starts_on", "ends_on", "delegation__name")
    of_unit = (f"unit_version__{name}" for name in OF_UNIT)
    related = found.select_related("unit_version", "delegation")
    return related.only(*columns, *of_unit).order_by("starts_on", "id")


@kept
def holidays_between(first, last):
    return Holiday.objects.filter(day__gte=first, day__lte=last)


@kept
def seats_of_year(actor, year):
    """Seats in the delegations of a year's plans, to choose a delegation or a person by."""
    delegations = Delegation.objects.visible_to(actor).filter(plan__year=year)
    found = DelegationMember.objects.filter(delegation__in=delegations)
    named = found.select_related("delegation", "person").only(
        "delegation__name", "person__full_name"
    )
    return named.order_by("delegation_id", "id")


def seated_in(actor):
    """Keys of the delegations the person is in."""
    return set(own_delegations(actor.person_id).values_list("delegation_id", flat=True))


def _chosen(actor, chosen, *, inspection, visit):
    """The filters as a condition; `inspection` and `visit` are the ways there from the row."""
    found = Q()
    if chosen.get("mine"):
        found &= Q(**{f"{inspection}delegation__in": own_delegations(actor.person_id)}) | Q(
            **{f"{inspection}unit__in": actor.officer_unit_ids}
        )
    if key := chosen.get("delegation"):
        found &= Q(**{f"{inspection}delegation": key})
    if key := chosen.get("person"):
        found &= Q(**{f"{inspection}delegation__in": own_delegations(key)})
    if words := chosen.get("unit"):
        found &= _at(words, actor.day, inspection, visit)
    return found


def _at(words, day, inspection, visit):
    """A unit by any name it had: the inspected one, or the one visited."""
    versions = apps.get_model("units", "UnitVersion").objects.matching(words)
    units = taken_over_by(called(words, day), day)
    names = {"unit_version__in": versions.values("pk"), "unit_id__in": units}
    ways = [inspection] if visit is None else [inspection, visit]
    found = Q()
    for way in ways:
        for name, values in names.items():
            found |= Q(**{f"{way}{name}": values})
    return found

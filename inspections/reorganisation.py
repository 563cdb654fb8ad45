"""What inspections say to a reorganisation of units: what stands against it, what follows.

The lower app offers the hook, this upper one fills it (house rule: imports go down).
Administrators have no right to content: they read how many records of which unit are concerned,
and of a visit that must be moved first the code and the day. Of unannounced inspections they
read nothing; such a one of a unit that ended cannot begin (rules/inspections.py).
"""

from collections import Counter

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units import reorganisation_hooks as hooks

from .models import Inspection, Plan, PlanUnit, Visit
from .querysets import EMBARGOED

S = Inspection.Status
MOST_NAMED = 5


@hooks.before(*hooks.ENDING)
def no_visit_lies_after_the_end(ended, day):
    """Nobody can be visited who no longer exists."""
    visits = _visits(ended).filter(day__gte=day).exclude(inspection__status=S.CANCELLED)
    rows = list(visits.select_related("inspection").order_by("day", "pk")[: MOST_NAMED + 1])
    if rows:
        return _(
            "On or after %(day)s these visits lie in a unit that would no longer exist: "
            "%(visits)s. Move or cancel them first, or choose a later day."
        ) % {"day": vn_date(day), "visits": _named(map(_visit, rows))}


@hooks.before(*hooks.ENDING)
def no_inspection_begins_after_the_end(ended, day):
    """Scheduled, or held, when the unit would no longer exist."""
    found = _of_units(ended).filter(starts_on__gte=day).exclude(status=S.CANCELLED)
    if lines := _by_unit(found, ended):
        return _(
            "On or after %(day)s inspections of units that would no longer exist begin: "
            "%(counts)s. Move or cancel them first, or choose a later day."
        ) % {"day": vn_date(day), "counts": _named(lines)}


@hooks.follows
def what_is_still_scheduled_takes_the_new_name(pairs, day, change):
    """A visit of a later day points at the version of its day; what has begun stays as it is."""
    new = {old.pk: following for old, following in pairs}
    versions = {"unit_version__in": list(new)}
    for row in Inspection.objects.filter(status=S.PLANNED, starts_on__gte=day, **versions):
        change(row, unit_version_id=new[row.unit_version_id].pk)
    for row in Visit.objects.filter(inspection__status=S.PLANNED, day__gte=day, **versions):
        change(row, unit_version_id=new[row.unit_version_id].pk)


@hooks.consequences
def what_is_under_way(ended, changed, day):
    """How many inspections and plans name which of the units."""
    yield from _counted(
        _("Inspections under way; the unit that takes over answers for them"),
        _of_units(ended).exclude(status__in=(S.CLOSED, S.CANCELLED)),
        ended,
    )
    yield from _counted(
        _("Visits still to come; they will carry the new name"),
        _visits(changed).filter(day__gte=day, inspection__status=S.PLANNED),
        changed,
    )
    live = Inspection.objects.filter(plan=OuterRef("plan"), unit=OuterRef("unit"))
    named = PlanUnit.objects.visible_to(None).filter(
        ~Exists(live.exclude(status=S.CANCELLED)), unit__in=_keys(ended)
    )
    yield from _counted(
        _("Plans that name a unit that ends, with no inspection scheduled yet"),
        named.exclude(plan__status__in=(Plan.Status.CANCELLED, Plan.Status.ENACTED)),
        ended,
    )


def _of_units(versions):
    return Inspection.objects.exclude(EMBARGOED).filter(unit__in=_keys(versions))


def _visits(versions):
    inspections = Inspection.objects.exclude(EMBARGOED)
    return Visit.objects.filter(unit__in=_keys(versions), inspection__in=inspections)


def _keys(versions):
    return [version.unit_id for version in versions]


def _counted(title, rows, versions):
    """A Consequence that says how many rows there are of which unit, or nothing."""
    if lines := _by_unit(rows, versions):
        yield hooks.Consequence(title, lines[: hooks.MOST_LISTED], rows.count())


def _by_unit(rows, versions):
    """["xã Thanh Lòa: 2"] in the order of the versions."""
    counts = Counter(rows.values_list("unit_id", flat=True))
    return [f"{one}: {counts[one.unit_id]}" for one in versions if one.unit_id in counts]


def _visit(visit):
    return f"{visit.inspection.code}, {vn_date(visit.day)}"


def _named(words):
    words = list(words)
    return "; ".join(words[:MOST_NAMED]) + (" …" if len(words) > MOST_NAMED else "")

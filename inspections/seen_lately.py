"""What is inspected or visited at a unit shortly before or after a day, by any body: sentences.

The line of a unit counts: what it was before and what took it over.
"""

from datetime import timedelta

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import Unit

from .models import Inspection, OtherVisit, Visit

MOST_NAMED = 5


def told_of(by):
    """Inspections that take place, as far as this person may know of them."""
    return Inspection.objects.known_to(by).exclude(status=Inspection.Status.CANCELLED)


def near(inspection, unit, first, last, gap, by):
    """Every sentence about others at `unit` in the `gap` days before `first` or after `last`."""
    begin, end = first - timedelta(days=gap), last + timedelta(days=gap)
    line = _line(unit, begin, end)
    others = told_of(by).exclude(pk=inspection.pk)
    visits = Visit.objects.filter(unit__in=line, inspection__in=others, day__range=(begin, end))
    # Their visits say the days better, once there are any.
    without = others.filter(unit__in=line, starts_on__lte=end, ends_on__gte=begin).exclude(
        visits__unit__in=line
    )
    yield from (_of_visit(one, gap) for one in _first(visits, "day", "inspection"))
    yield from (_of_inspection(one, gap) for one in _first(without, "starts_on"))
    theirs = OtherVisit.objects.filter(unit__in=line).between(begin, end)
    yield from (_of_another_body(one, gap) for one in _first(theirs, "starts_on"))


def _line(unit, begin, end):
    before = Unit.objects.predecessors(unit, begin)
    after = Unit.objects.successors(unit, end)
    return {unit.pk, *before.values_list("pk", flat=True), *after.values_list("pk", flat=True)}


def _first(found, day, *related):
    return found.select_related("unit_version", *related).order_by(day, "pk")[:MOST_NAMED]


def _of_visit(visit, gap):
    return _("%(unit)s is visited within %(gap)d days: on %(day)s, %(place)s (%(code)s).") % {
        "unit": visit.unit_version.authority,
        "gap": gap,
        "day": vn_date(visit.day),
        "place": visit.place,
        "code": visit.inspection.code,
    }


def _of_inspection(inspection, gap):
    return _(
        "%(unit)s is inspected within %(gap)d days: from %(first)s to %(last)s (%(code)s)."
    ) % {
        "unit": inspection.unit_version.authority,
        "gap": gap,
        "first": vn_date(inspection.starts_on),
        "last": vn_date(inspection.ends_on),
        "code": inspection.code,
    }


def _of_another_body(visit, gap):
    return _(
        "%(unit)s is visited within %(gap)d days by another body: from %(first)s to %(last)s, "
        "%(visit)s."
    ) % {
        "unit": visit.unit_version.authority,
        "gap": gap,
        "first": vn_date(visit.starts_on),
        "last": vn_date(visit.ends_on),
        "visit": visit,
    }

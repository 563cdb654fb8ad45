"""When units were inspected: by a visit that took place, or through a report.

A visit counts for the place that was visited and for the unit whose inspection it belongs to. An
inspection that has not begun, or that was cancelled, counts for nothing (domain §3.3, K1).
"""

from datetime import date

from django.db.models import Max

from .models import Inspection, PlanUnit, Visit

NOT_YET = (Inspection.Status.PLANNED, Inspection.Status.CANCELLED)


def last_inspected(unit_ids, until, since=date.min):
    """{unit: last day on which it was inspected}, from `since` until that day, in one query."""
    found = {}
    for unit_id, day in _union({}, since, until, unit_ids):
        found[unit_id] = max(found.get(unit_id, day), day)
    return found


def inspected_in(province_ids, since, until):
    """Keys of all units that were inspected in these provinces on these days, in one query."""
    began = {"province_id__in": province_ids}
    return {unit_id for unit_id, _day in _union(began, since, until)}


def _union(scope, since, until, unit_ids=None):
    of_visit = {f"inspection__{name}": value for name, value in scope.items()}
    visits = Visit.objects.filter(day__range=(since, until), **of_visit)
    visits = visits.exclude(inspection__status__in=NOT_YET)
    reports = Inspection.objects.filter(
        form=PlanUnit.Form.BY_REPORT, starts_on__range=(since, until), **scope
    ).exclude(status__in=NOT_YET)
    parts = [
        _grouped(visits, "unit_id", "day", unit_ids),
        _grouped(visits, "inspection__unit_id", "day", unit_ids),
        _grouped(reports, "unit_id", "starts_on", unit_ids),
    ]
    return parts[0].union(*parts[1:], all=True)


def _grouped(rows, unit, day, unit_ids):
    if unit_ids is not None:
        rows = rows.filter(**{f"{unit}__in": unit_ids})
    return rows.order_by().values_list(unit).annotate(last=Max(day))

"""How plans and inspections are found by the box in the head of every page."""

from django.utils.translation import gettext_lazy

from reform_portal.common.dates import vn_date
from reform_portal.common.newest import NewestFirst
from reform_portal.common.searching import Hit, register

from .models import Inspection, Plan


def plans(actor, query, limit):
    """Plans by number and symbol, subject or year, the newest first."""
    return [
        Hit(row.reference or row.title, row.get_absolute_url(), _line_of_plan(row))
        for row in _plans(actor, query, limit)
    ]


def _line_of_plan(row):
    title = row.title if row.reference else str(row.year)
    return f"{title} · {row.get_status_display()}"


def inspections(actor, query, limit):
    """Inspections by code, unit or plan, the newest first."""
    return [
        Hit(str(row), row.get_absolute_url(), _line_of_inspection(row))
        for row in _inspections(actor, query, limit)
    ]


def _line_of_inspection(row):
    return f"{vn_date(row.starts_on)} · {row.plan} · {row.get_status_display()}"


_plans = NewestFirst(
    lambda actor: Plan.objects.visible_to(actor).order_by("-year", "-id"),
    lambda rows: rows,
    model=Plan,
)
_inspections = NewestFirst(
    lambda actor: Inspection.objects.visible_to(actor).order_by("-starts_on", "-id"),
    lambda rows: rows.in_rows(),
    model=Inspection,
)
register("plans", gettext_lazy("Plans"), plans, list_url="inspections:plan_list")
register(
    "inspections",
    gettext_lazy("Inspections"),
    inspections,
    list_url="inspections:inspection_list",
)

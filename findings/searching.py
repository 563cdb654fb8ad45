"""How findings and recommendations are found by the box in the head of every page."""

from textwrap import shorten

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reform_portal.common.dates import vn_date
from reform_portal.common.searching import Hit, newest, register

from .models import Finding, Remediation

LINE = 160


def findings(actor, query, limit):
    """Findings by what they say, the newest first."""
    found = newest(Finding.objects.visible_to(actor), query)
    rows = found.select_related("inspection__unit_version").only(
        "text", "kind", "inspection__code", *_names("inspection__unit_version")
    )
    return [
        Hit(_short(row), row.get_absolute_url(), f"{row.get_kind_display()} · {row.inspection}")
        for row in rows[:limit]
    ]


def recommendations(actor, query, limit):
    """Recommendations by what they say, one for each unit that carries it out."""
    rows = Remediation.objects.visible_to(actor).running().matching(query)
    shown = rows.select_related("recommendation", "inspection", "unit_version").only(
        "due_on", "status", "recommendation__text", "inspection__code", *_names("unit_version")
    )
    return [
        Hit(_short(row.recommendation), row.get_absolute_url(), _line(row))
        for row in shown.order_by("-id")[:limit]
    ]


def _names(version):
    return [f"{version}__{name}" for name in ("type", "name", "level")]


def _short(row):
    return shorten(row.text, LINE, placeholder=" …")


def _line(row):
    due = _("due %(day)s") % {"day": vn_date(row.due_on)} if row.due_on else ""
    parts = (row.unit_version.authority, row.inspection.code, due, row.get_status_display())
    return " · ".join(filter(None, parts))


register(
    "findings",
    gettext_lazy("Findings"),
    findings,
    list_url="findings:finding_list",
    list_field="text",
)
register(
    "recommendations",
    gettext_lazy("Recommendations"),
    recommendations,
    list_url="findings:remediation_list",
    list_field="text",
)

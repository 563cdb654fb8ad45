"""How findings and recommendations are found by the box in the head of every page."""

from textwrap import shorten

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reform_portal.common.dates import vn_date
from reform_portal.common.newest import NewestFirst
from reform_portal.common.searching import Hit, register

from .models import Finding, Recommendation, Remediation

LINE = 160


def findings(actor, query, limit):
    """Findings by what they say, the newest first."""
    return [
        Hit(_short(row), row.get_absolute_url(), f"{row.get_kind_display()} · {row.inspection}")
        for row in _findings(actor, query, limit)
    ]


def recommendations(actor, query, limit):
    """Recommendations by what they say, one for each unit that carries it out."""
    return [
        Hit(_short(row.recommendation), row.get_absolute_url(), _line(row))
        for row in _recommendations(actor, query, limit)
    ]


def _printed_of_findings(rows):
    return rows.select_related("inspection__unit_version").only(
        "text", "kind", "inspection__code", *_names("inspection__unit_version")
    )


def _printed_of_recommendations(rows):
    return rows.select_related("recommendation", "inspection", "unit_version").only(
        "due_on", "status", "recommendation__text", "inspection__code", *_names("unit_version")
    )


def _names(version):
    return [f"{version}__{name}" for name in ("type", "name", "level")]


def _short(row):
    return shorten(row.text, LINE, placeholder=" …")


def _line(row):
    due = _("due %(day)s") % {"day": vn_date(row.due_on)} if row.due_on else ""
    parts = (row.unit_version.authority, row.inspection.code, due, row.get_status_display())
    return " · ".join(filter(None, parts))


_findings = NewestFirst(
    lambda actor: Finding.objects.visible_to(actor).order_by("-id"),
    _printed_of_findings,
    model=Finding,
)
_recommendations = NewestFirst(
    lambda actor: Remediation.objects.visible_to(actor).running().order_by("-id"),
    _printed_of_recommendations,
    model=Recommendation,
    field="recommendation__search_key",
    link="recommendation_id",
)
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

"""What templates say about findings in each row, where an include would cost too much."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

register = template.Library()
NAMED = 3


@register.simple_tag
def concerned(finding):
    """The units a finding concerns, the first three by name; of a queryset `with_units`."""
    rows = finding.finding_units.all()
    names = ", ".join(row.unit_version.authority for row in rows[:NAMED])
    if len(rows) <= NAMED:
        return names
    return format_html(
        "{} <small>{}</small>", names, _("%(total)s units in all") % {"total": len(rows)}
    )

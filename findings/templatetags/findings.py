"""What templates say about findings in each row, where an include would cost too much."""

from django import template

from ..lines import first_of

register = template.Library()


@register.simple_tag
def concerned(finding):
    """The units a finding concerns, the first three by name; of a queryset `with_units`."""
    return first_of([row.unit_version.authority for row in finding.finding_units.all()])

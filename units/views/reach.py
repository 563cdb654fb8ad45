"""Which province's units a superuser's form offers; everybody else has the own provinces."""

from units.forms.filters import Near
from units.models import UnitVersion


def near_form(request):
    """The choice of a province, or None for those who have no choice."""
    if not request.user.is_superuser:
        return None
    provinces = UnitVersion.objects.on(request.day).filter(level=UnitVersion.Level.PROVINCE)
    return Near(request.GET, provinces=provinces.order_by("path"))


def units_within_reach(request, near, day=None):
    """The versions a form of this administrator chooses units from."""
    standing = UnitVersion.objects.on(day or request.day)
    return standing.within_reach(request.actor, near and near.province_id)

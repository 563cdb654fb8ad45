"""Whether a unit stood on a day, and where: its version, or a sentence."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import UnitVersion


def unit_version_on(unit, day):
    """How the unit is on that day, or None while it does not exist."""
    return UnitVersion.objects.on(day).filter(unit=unit).first()


def unit_exists_on(unit, day, name):
    if unit_version_on(unit, day) is None:
        return _(
            "%(unit)s does not exist on %(day)s. Choose another day, or the unit that took its "
            "place."
        ) % {"unit": name, "day": vn_date(day)}


def unit_below(inspection, unit_id, day):
    """The version on that day of a unit that is the inspected one or below it, or None."""
    top = unit_version_on(inspection.unit_id, day) or inspection.unit_version
    return UnitVersion.objects.on(day).under(top).filter(unit_id=unit_id).first()


def unit_is_below(inspection, unit_id, day):
    if unit_below(inspection, unit_id, day) is None:
        return _(
            "On %(day)s this unit does not belong to %(unit)s. Choose the inspected unit or one "
            "below it."
        ) % {"day": vn_date(day), "unit": inspection.unit_version.authority}

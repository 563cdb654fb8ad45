"""What is held in a unit, or stands below it, needs the unit on every day, not on the first alone.

The rules take the versions of one unit that the days in question meet, the first one first: from
the database (`met`) or, for thousands of rows, from memory (units/workbooks/places.py).
"""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import UnitVersion


def met(unit_id, begin, end=None):
    """The versions of a unit that share a day with [begin, end)."""
    versions = UnitVersion.objects.filter(unit=unit_id).meeting(begin, end)
    return list(versions.order_by("valid_from"))


def stands_throughout(found, begin, end=None):
    """For posts: the unit stands on the first day and until the post ends."""
    last, until = _stands_until(found, begin)
    if last is None:
        return _("The unit does not exist on %(day)s. Choose another unit or day.") % {
            "day": vn_date(begin)
        }
    if _is_before(until, end):
        return _(
            "%(unit)s ends on %(day)s. Enter an end by that day, or choose what follows the unit "
            "and a day from then on."
        ) % {"unit": last, "day": vn_date(until)}


def keeps_its_place(found, begin, end=None):
    """For units below: the one above stands as long, and in the same place of the tree."""
    last, until = _stands_until(found, begin)
    if last is not None and _is_before(until, end):
        return _(
            "%(parent)s ends on %(day)s, so nothing can stand below it from then on. Choose what "
            "follows it, and a day from then on."
        ) % {"parent": last, "day": vn_date(until)}
    if moved := next((one for one in found if one.path != found[0].path), None):
        return _(
            "%(parent)s comes to stand elsewhere in the tree on %(day)s. Choose that day or a "
            "later one."
        ) % {"parent": moved, "day": vn_date(moved.valid_from)}


def _stands_until(found, begin):
    """The last version of those that follow each other from the first day on, and its end."""
    last, until = None, begin
    for version in found:
        if until is None or version.valid_from > until:
            break
        last, until = version, version.valid_to
    return last, until


def _is_before(until, end):
    return until is not None and (end is None or until < end)

"""What could stand in which era: the types of units, and the district level until 1/7/2025.

Source: Law 72/2025/QH15 on the organisation of local government; Resolution 203/2025/QH15.
"""

import re
from datetime import date

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import UnitType, UnitVersion

Level = UnitVersion.Level
TWO_TIERS_FROM = date(2025, 7, 1)


def type_fits(draft, today=None, types=None):
    """[(field, sentence)] where the type, or the code, is none of the draft's level that day.

    `today`: the day of the person; a new unit of a type that is past by then would stand on.
    Without it (the national lists tell their ends themselves) that is not asked. `types`: the
    catalogue, for those who ask for thousands of rows.
    """
    types = UnitType.objects.all() if types is None else types
    types = [one for one in types if one.level == draft.level]
    if not types:
        return []
    offered = [one for one in types if one.holds(draft.valid_from)]
    if not offered:
        return [("level", _no_such_level(draft))]
    fitting = next((one for one in offered if one.name == draft.type), None)
    if fitting is None:
        return [("type", _other_types(draft, offered))]
    if fitting.code_digits and (wrong := _no_such_code(draft, fitting.code_digits)):
        return [("code", wrong)]
    if today and _is_new(draft) and _outlives(draft, fitting.valid_to, today):
        return [("valid_from", _stands_on(fitting))]
    return []


def _is_new(draft):
    """A saved unit has a key; the rows of a workbook have keys of their own below zero."""
    return draft.unit_id is None or draft.unit_id < 0


def _outlives(draft, end, today):
    return end and end <= today and (draft.valid_to is None or draft.valid_to > end)


def _no_such_level(draft):
    return _("On %(day)s there is no unit of the level “%(level)s”. Check level and day.") % {
        "day": vn_date(draft.valid_from),
        "level": draft.get_level_display(),
    }


def _other_types(draft, offered):
    return _(
        "On %(day)s a unit of the level “%(level)s” is one of: %(types)s. Write one of them."
    ) % {
        "day": vn_date(draft.valid_from),
        "level": draft.get_level_display(),
        "types": ", ".join(one.name for one in offered),
    }


def _no_such_code(draft, digits):
    """A code may be unknown yet; one that is written has the digits of its level."""
    if draft.code and not re.fullmatch(f"[0-9]{{{digits}}}", draft.code):
        return _(
            "The official code of a unit of the level “%(level)s” has %(digits)s digits; "
            "“%(code)s” is none. Write it with its zeros, or leave it empty until it is known."
        ) % {"level": draft.get_level_display(), "digits": digits, "code": draft.code}


def _stands_on(past):
    return _(
        "The type “%(type)s” ended on %(day)s, and this unit would stand on without an end. "
        "Open the unit that followed it."
    ) % {"type": past.name, "day": vn_date(past.valid_to)}


def fits_its_era(draft, above, today, types):
    """[(field, sentence)] for a row of the other era; `above` may be None.

    What is above is not asked of the forms: there an administrator mends single units.
    """
    return type_fits(draft, today, types) or _stands_there_then(draft, above)


def _stands_there_then(draft, above):
    later = draft.valid_from >= TWO_TIERS_FROM
    if above is not None and above.level == Level.DISTRICT and later:
        sentence = _(
            "%(parent)s is a district; from 01/07/2025 on nothing belongs to a district. "
            "Write the province or the new commune, or an earlier day."
        )
        return [("parent", sentence % {"parent": above})]
    if draft.level == Level.COMMUNE and above is not None and not later:
        return _below_a_district(above)
    return []


def _below_a_district(above):
    if above.level != Level.PROVINCE:
        return []
    sentence = _(
        "Before 01/07/2025 a commune belonged to a district, not to %(parent)s. "
        "Write the district, or a day from 01/07/2025 on."
    )
    return [("parent", sentence % {"parent": above})]

"""What could stand in which era: the district level ended on 1/7/2025.

Source: Law 72/2025/QH15 on the organisation of local government; Resolution 203/2025/QH15.
"""

from datetime import date

from django.utils.translation import gettext as _

from units.models import UnitVersion

Level = UnitVersion.Level
TWO_TIERS_FROM = date(2025, 7, 1)


def fits_its_era(draft, above):
    """[(field, sentence)] for a unit of the other era; `above` may be None.

    Not asked of the forms: there an administrator mends single units of either era.
    """
    later = draft.valid_from >= TWO_TIERS_FROM
    if draft.level == Level.DISTRICT and later:
        return [("level", _("There are no districts from 01/07/2025 on. Check level and day."))]
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

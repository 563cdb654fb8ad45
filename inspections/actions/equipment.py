"""Counting the equipment of a one-stop section at a visit; a count is saved as a whole."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections.models import EquipmentCount, EquipmentSurvey, Inspection
from reform_portal.common import audit
from reform_portal.common.workflow import Refused

from .locking import lock

audit.name_verbs(equipment__count=gettext_lazy("Counted the equipment"))


@transaction.atomic
def count_equipment(visit, counts, *, by, seen_version=0):
    """`counts` is [(kind, needed, present, working, remark)]; kinds left out are not counted.

    `seen_version` is that of the count shown, 0 where there was none.
    """
    row = lock(visit.inspection, *Inspection.RECORDING)
    survey, _created = EquipmentSurvey.objects.get_or_create(visit=visit, defaults={"version": 0})
    if survey.version != seen_version:
        raise Refused(
            _(
                "Somebody else saved a count of %(place)s in the meantime; nothing was "
                "overwritten. Open the page anew and compare."
            )
            % {"place": visit.place}
        )
    survey.version += 1
    survey.save()
    survey.counts.all().delete()
    EquipmentCount.objects.bulk_create(
        EquipmentCount(
            survey=survey, kind=kind, needed=needed, present=present, working=working, remark=remark
        )
        for kind, needed, present, working, remark in counts
    )
    lines = [
        f"{kind.code}: {working}/{present}/{needed}"
        for kind, needed, present, working, _remark in counts
    ]
    audit.record("equipment.count", row, by=by, note=str(visit), counts=lines)
    return survey

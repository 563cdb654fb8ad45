"""When a draft lacks the count of equipment that the plan combines with it: a sentence, or None."""

from django.utils.translation import gettext as _

from ..models import EquipmentSurvey, Visit


def sections_were_counted(inspection):
    """Every one-stop section that was visited has its equipment counted."""
    if not inspection.counts_equipment:
        return None
    counted = EquipmentSurvey.objects.filter(visit__inspection=inspection).values("visit_id")
    sections = inspection.visits.filter(kind=Visit.Kind.ONE_STOP).exclude(pk__in=counted)
    if places := [visit.place for visit in sections.order_by("day", "id")]:
        return _(
            "The equipment was not counted yet at: %(places)s. The plan combines the inspection "
            "with that count."
        ) % {"places": "; ".join(places)}

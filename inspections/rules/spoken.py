"""When a check that is concluded on the spot cannot end yet: a sentence, or None."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from ..models import SpokenConclusion
from .inspections import there_is_a_visit


def every_visit_was_concluded(inspection):
    """At each visit the delegation says its conclusion; it is written down before the end."""
    if missing := there_is_a_visit(inspection):
        return missing
    spoken = SpokenConclusion.objects.filter(visit=OuterRef("pk"))
    silent = inspection.visits.filter(~Exists(spoken)).order_by("day", "id")
    if places := [visit.place for visit in silent]:
        return _(
            "Nothing is written down of what was said at: %(places)s. Write the spoken conclusion "
            "of each visit, or delete a visit that did not take place."
        ) % {"places": "; ".join(places)}

"""When a check that is concluded on the spot cannot end yet: a sentence, or None."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from ..models import Inspection, SpokenConclusion
from .inspections import there_is_a_visit


def check_is_under_way(inspection):
    """What is said on site is written down while the delegation is there."""
    named = {"inspection": inspection, "state": inspection.get_status_display()}
    if inspection.status == Inspection.Status.PLANNED:
        return (
            _(
                "%(inspection)s has not begun. Choose “Begin the inspection” on its page first; then "
                "what was said can be written down."
            )
            % named
        )
    if inspection.status != Inspection.Status.ON_SITE:
        return (
            _(
                "%(inspection)s is now in the state “%(state)s”, so what was said is frozen. The head "
                "of the delegation can resume the check, with a reason."
            )
            % named
        )


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

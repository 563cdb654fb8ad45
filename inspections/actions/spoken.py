"""Writing down what was said at the end of a visit, while the delegation is on site."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from inspections.models import Inspection, SpokenConclusion
from inspections.rules.spoken import check_is_under_way
from reform_portal.common import audit
from reform_portal.common.editing import Stale, create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

from .locking import lock

audit.name_verbs(
    spoken__write=_("Wrote down a spoken conclusion"),
    spoken__edit=_("Edited a spoken conclusion"),
)


@transaction.atomic
def write_conclusion(visit, *, by, submission=None, **values):
    """What was said at this visit; one for each. The same form twice writes it once."""
    row = _on_site(visit)
    written = SpokenConclusion.objects.filter(visit=visit).exclude(submission=submission).first()
    if written:
        raise Stale(written)
    spoken, created = create_once(SpokenConclusion, submission, visit=visit, **values)
    if created:
        audit.record("spoken.write", row, by=by, note=str(visit))
    return spoken


@transaction.atomic
def edit_conclusion(spoken, seen_version, *, by, **values):
    """Change it until the check has ended; Stale when somebody saved first."""
    row = _on_site(spoken.visit)
    saved = save_if_unchanged(spoken, seen_version, by=by, verb="spoken.edit", **values)
    audit.record("spoken.edit", row, by=by, note=str(spoken.visit))
    return saved


def _on_site(visit):
    """The locked inspection; Refused with the way there unless the delegation is on site."""
    row = lock(visit.inspection, *Inspection.Status.values)
    if sentence := check_is_under_way(row):
        raise Refused(sentence)
    return row

"""Writing a news text; publishing it is a step of its workflow."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections.actions.locking import lock
from inspections.models import Inspection
from reform_portal.common import audit
from reform_portal.common.editing import Stale, create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

from ..models import PublicSummary

audit.name_verbs(
    summary__write=gettext_lazy("Wrote the public summary"),
    summary__revise=gettext_lazy("Changed the public summary"),
)


@transaction.atomic
def write(inspection, *, by, seen_version=None, submission=None, **values):
    """Make the text, or change it unless somebody saved first (Stale); the writer is an author."""
    row = lock(inspection, *Inspection.ISSUED)
    current = PublicSummary.objects.select_for_update().filter(inspection=row).first()
    if current is None:
        written, _made = create_once(PublicSummary, submission, inspection=row, **values)
        audit.record("summary.write", written, by=by)
    elif submission and current.submission == submission and _same(current, values):
        written = current  # a second click
    else:
        written = _revise(current, by, seen_version, values)
    written.authors.add(by.person_id)
    return written


def _revise(current, by, seen_version, values):
    if seen_version is None:
        raise Stale(current)
    if current.status != current.Status.DRAFT:
        raise Refused(
            _("The text is in the state “%(state)s”; only what is being written is changed.")
            % {"state": current.get_status_display()}
        )
    return save_if_unchanged(current, seen_version, by=by, verb="summary.revise", **values)


def _same(current, values):
    return all(getattr(current, name) == value for name, value in values.items())

"""Papers the unit puts beside its words: kept while it still writes, sent with the words."""

from django.db import transaction
from django.utils.translation import gettext as _

from inspections.actions.locking import lock
from inspections.models import Inspection
from reform_portal.common import audit
from reform_portal.common.editing import create_once
from reform_portal.common.workflow import Refused

from ..models import Explanation, ExplanationFile

MOST = 20


@transaction.atomic
def attach(explanation, *, by, accepted, caption, submission=None):
    """Keep an accepted file with an explanation that is not decided yet."""
    lock(explanation.inspection, Inspection.Status.ANNOUNCED)
    _still_open(explanation)
    if explanation.files.count() >= MOST:
        raise Refused(
            _("An explanation takes %(most)s papers at most. Put several into one PDF.")
            % {"most": MOST}
        )
    columns = accepted.columns()
    stored = {"file": columns.pop("file")}
    paper, created = create_once(
        ExplanationFile,
        submission,
        explanation=explanation,
        caption=caption,
        computed=stored,
        **columns,
    )
    if created:
        audit.record("explanation.attach", explanation, by=by, paper=[None, paper.sha256])
    return paper


@transaction.atomic
def detach(paper, *, by):
    """Take a paper away that was never sent; what was sent stays."""
    explanation = paper.explanation
    lock(explanation.inspection, Inspection.Status.ANNOUNCED)
    _still_open(explanation)
    if paper.sent_on:
        raise Refused(_("“%(paper)s” was sent and stays. Add another paper.") % {"paper": paper})
    audit.record("explanation.detach", explanation, by=by, paper=[paper.sha256, None])
    stored = paper.file
    paper.delete()
    transaction.on_commit(lambda: stored.storage.delete(stored.name))
    return explanation


def _still_open(explanation):
    if explanation.status != Explanation.Status.PENDING:
        raise Refused(
            _("This explanation has been decided (%(state)s); its papers stand.")
            % {"state": explanation.get_status_display()}
        )

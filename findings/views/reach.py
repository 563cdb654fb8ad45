"""The records a person may see, or 404: where every view of findings begins."""

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404

from inspections.actions.locking import require_state
from inspections.models import DelegationMember, Inspection
from reform_portal.common.kept import found_or_404
from reform_portal.common.workflow import Refused

from ..models import Remediation
from ..querysets import inspections_read_by
from ..questions import findings_of_key
from ..sentences import HAS_FREE_LINES


def moved_on(request, inspection, *statuses):
    """True where a form would be filled in vain; says why, as saving would."""
    if request.method == "POST":
        return False  # what was typed is shown again, with the same sentence
    try:
        require_state(inspection, statuses)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        return True
    return False


def inspection_or_404(request, code):
    """An inspection with its delegation, which most permissions ask about."""
    return _inspection(Inspection.objects.visible_to(request.actor), code)


def read_inspection_or_404(request, code):
    """An inspection whose findings and draft this person may read today."""
    return _inspection(inspections_read_by(request.actor), code)


def finding_or_404(request, pk):
    """A finding with its inspection."""
    return found_or_404(findings_of_key(request.actor, pk))


def remediation_or_404(request, pk):
    rows = Remediation.objects.visible_to(request.actor).with_page_data()
    return get_object_or_404(
        rows.select_related("inspection__delegation", "unit__ended_by").prefetch_related(
            "inspection__delegation__members"
        ),
        pk=pk,
    )


def _inspection(inspections, code):
    related = (
        "unit_version",
        "unit__ended_by",
        "plan__committee",
        "delegation",
        "conclusion__signer",
    )
    members = DelegationMember.objects.select_related("person", "post")
    found = inspections.select_related(*related).prefetch_related(
        Prefetch("delegation__members", members)
    )
    return get_object_or_404(found.annotate(has_free_lines=HAS_FREE_LINES), code=code)

""" "Can we issue?": all that keeps a draft from being announced or a conclusion from being issued.

The gaps are those of the step itself (`Workflow.gaps`), so the page and the step cannot disagree.
"""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from inspections.models import Inspection
from inspections.turns import inspection_turn
from inspections.workflow import inspection as flow
from reform_portal.common.access import portal_page, require
from reform_portal.common.forms import UNPROCESSABLE
from reform_portal.common.stale import CONFLICT
from reform_portal.common.workflow import ChangedBehind, Refused

from .. import permissions
from ..actions.conclusions import WRITABLE
from ..stamps import changes_since, stamp_of
from .reach import read_inspection_or_404

S = Inspection.Status
# What comes before the step in each state, with guards of its own.
AHEAD = {S.ON_SITE: "prepare_draft", S.ANNOUNCED: "skip_explanation"}


@portal_page
@require_http_methods(["GET", "POST"])
def issuing(request, code):
    """Every gap with the page that closes it; where there is none, the button."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.reads_drafting(request.actor, inspection))
    step = _step(inspection)
    if step is None:
        return redirect(inspection)
    if request.method == "POST":
        require(step.allow(request.actor, inspection))
        return _take(request, inspection, step)
    return _page(request, inspection, step)


def _step(inspection):
    """The step the draft is on the way to; None where it is issued, or never is."""
    if inspection.is_spoken:
        raise Http404
    if inspection.status in inspection.BEFORE_FIELDWORK_ENDS:
        return flow.steps["announce"]
    return flow.steps["conclude"] if inspection.status in (S.ANNOUNCED, S.EXPLAINED) else None


def _take(request, inspection, step):
    """Announce or conclude what was on the screen, or show what became of it."""
    seen, read = request.POST.get("seen", ""), request.POST.get("seen_draft", "")
    version = int(seen) if seen.isdecimal() and len(seen) < 10 else 0
    try:
        flow.take(step.name, inspection, by=request.actor, seen=version, seen_content=read)
    except ChangedBehind as refusal:
        return _page(request, inspection, step, CONFLICT, refusal, changes_since(read, inspection))
    except Refused as refusal:
        inspection = read_inspection_or_404(request, inspection.code)
        return _page(request, inspection, _step(inspection) or step, UNPROCESSABLE, refusal)
    done = {"step": step.label, "record": inspection}
    messages.success(request, _("Done: %(step)s – %(record)s.") % done)
    return redirect("findings:draft", inspection.code)


def _page(request, inspection, step, status=200, refusal=None, changes=()):
    in_turn = inspection.status in step.sources
    closed = _closed_to(request.actor, inspection)
    gaps = [] if in_turn else _said(_ahead(inspection, request.day), inspection, closed)
    gaps += _said(flow.gaps(step.name, inspection, request.day), inspection, closed)
    context = {
        "item": inspection,
        "turn": inspection_turn(inspection),
        "step": step,
        "in_turn": in_turn,
        "gaps": gaps,
        "doubts": _said(flow.doubts(step.name, inspection), inspection, closed),
        "may_take": in_turn and not gaps and step.allow(request.actor, inspection),
        "mends": permissions.records_findings(request.actor, inspection),
        "stamp": stamp_of(inspection),
        "refused": refusal.reasons if refusal else (),
        "changes": changes,
    }
    return render(request, "findings/issuing.html", context, status=status)


def _ahead(inspection, day):
    """What keeps the inspection from the step before."""
    name = AHEAD.get(inspection.status)
    return flow.gaps(name, inspection, day) if name else []


def _closed_to(actor, inspection):
    """Pages that would close a gap and do not open for this person, or not yet."""
    writes = inspection.status in WRITABLE and permissions.writes_conclusion(actor, inspection)
    return () if writes else ("findings:conclusion_edit",)


def _said(gaps, inspection, closed):
    """(sentence, address of the page that closes it or "")."""
    return [
        (gap.sentence, _address(gap.mend, inspection) if gap.mend not in closed else "")
        for gap in gaps
    ]


def _address(page, inspection):
    return reverse(page, args=[inspection.code]) if page else ""

"""The draft and the conclusion as a page to read, and the form of its words."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from inspections import workflow as inspections
from inspections.turns import inspection_turn
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed
from units.heirs import ending_of

from .. import permissions
from ..actions import conclusions as actions
from ..actions.announcing import note_reading
from ..announced import draft_for
from ..forms.conclusions import ConclusionForm
from ..models import Conclusion, Recommendation
from ..standing import parts_with_answering
from ..wording import first_words
from .findings import SHOWN
from .reach import moved_on, read_inspection_or_404
from .reading import conclusion

STEPS = ("announce", "withdraw_draft", "conclude")


@portal_page
@require_safe
def draft(request, code):
    """What was found, what is said of it as a whole, who must do what until when, who signs."""
    inspection = read_inspection_or_404(request, code)
    if inspection.is_issued:
        return conclusion(request, inspection)
    note_reading(inspection, by=request.actor)
    paper, sentences = draft_for(request.actor, inspection)
    recommendations = Recommendation.objects.filter(inspection=inspection)
    recommendations = recommendations.with_addressees(request.actor)[:SHOWN]
    context = {
        "item": inspection,
        "turn": inspection_turn(inspection),
        "steps": [
            step
            for step in inspections.inspection.available(inspection, request.actor)
            if step.name in STEPS
        ],
        "step_url": "inspections:inspection_step",
        "step_ref": inspection.code,
        "paper": paper,
        "sentences": sentences[:SHOWN],
        "recommendations": parts_with_answering(recommendations, request.day),
        "ending": ending_of(inspection.unit, request.day),
        "may_meet": inspection.status == inspection.Status.DRAFTING
        and permissions.announces(request.actor, inspection),
        "reads_drafting": permissions.reads_drafting(request.actor, inspection),
        "may_write": inspection.status in actions.WRITABLE
        and permissions.writes_conclusion(request.actor, inspection),
    }
    return render(request, "findings/draft.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def conclusion_edit(request, code):
    """Write the words of the paper; a new one starts from what the records say."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.writes_conclusion(request.actor, inspection))
    if moved_on(request, inspection, *actions.WRITABLE):
        return redirect("findings:draft", code)
    paper = getattr(inspection, "conclusion", None)
    form = ConclusionForm(
        typed(request),
        inspection=inspection,
        instance=paper or Conclusion(inspection=inspection),
        initial=None if paper else first_words(inspection, request.day),
    )
    saved = save(
        form,
        lambda: actions.write_conclusion(
            inspection,
            by=request.actor,
            seen_version=form.seen_version(),
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The conclusion is saved."))
        return redirect("findings:draft", inspection.code)
    context = {
        "form": form,
        "inspection": inspection,
        "paper": paper,
        "back_url": reverse("findings:draft", args=[code]),
        "stale": saved.stale,
    }
    return render(request, "findings/conclusion_form.html", context, status=saved.status)

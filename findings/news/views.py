"""Pages of the news text: for those who write and approve it, and for everybody once published."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections.history import acts_on
from inspections.models import Inspection
from reform_portal.common.access import portal_page, require
from reform_portal.common.paging import page_by_key
from reform_portal.common.saving import save, typed
from reform_portal.common.stepping import take_step

from ..models import PublicSummary
from ..views.reach import moved_on, read_inspection_or_404
from . import actions, permissions, workflow
from .drafting import first_text
from .forms import SummaryForm
from .names import people_in


@portal_page
@require_safe
def summary(request, code):
    """The text as the public will read it, who stands in it, and the next step."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.reads(request.actor, inspection))
    written = PublicSummary.objects.filter(inspection=inspection).first()
    if written is None and permissions.writes(request.actor, inspection):
        return render(request, "findings/news/none.html", {"inspection": inspection})
    row = written or get_object_or_404(PublicSummary, inspection=inspection)
    row.inspection = inspection
    may_write = row.status == row.Status.DRAFT and permissions.writes(request.actor, inspection)
    context = {
        "item": row,
        "inspection": inspection,
        "steps": workflow.summary.available(row, request.actor),
        "step_url": "findings:summary_step",
        "step_ref": code,
        "found": people_in(row.whole, inspection),
        "may_write": may_write,
        "entries": acts_on(row),
    }
    return render(request, "findings/news/summary.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def summary_edit(request, code):
    """Write the text; a new one begins with what the conclusion says."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.writes(request.actor, inspection))
    if moved_on(request, inspection, *Inspection.ISSUED):
        return redirect("findings:draft", code)
    row = PublicSummary.objects.filter(inspection=inspection).first()
    form = SummaryForm(
        typed(request),
        instance=row or PublicSummary(inspection=inspection),
        initial=None if row else first_text(inspection),
    )
    saved = save(
        form,
        lambda: actions.write(
            inspection,
            by=request.actor,
            seen_version=form.seen_version(),
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The public summary is saved; nobody else reads it yet."))
        return redirect("findings:summary", code)
    context = {"form": form, "inspection": inspection, "summary": row, "stale": saved.stale}
    return render(request, "findings/news/summary_form.html", context, status=saved.status)


@portal_page
@require_POST
def summary_step(request, code, step):
    """Submit, publish, return, withdraw, write anew."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.reads(request.actor, inspection))
    row = get_object_or_404(PublicSummary, inspection=inspection)
    take_step(request, workflow.summary, step, row)
    return redirect("findings:summary", code)


@never_cache
@require_safe
def published(request, code):
    """What the public reads, without signing in; anything else is not there."""
    row = get_object_or_404(PublicSummary.objects.published(), inspection__code=code)
    return render(request, "findings/news/published.html", {"item": row})


@never_cache
@require_safe
def published_list(request):
    """Everything that is published, the latest first."""
    page = page_by_key(PublicSummary.objects.published(), request.GET)
    return render(request, "findings/news/published_list.html", {"page": page})

"""Pages of notices to units: drafting, reading, the steps, and a revision."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import notice_words, notices, permissions
from inspections.actions import notices as actions
from inspections.forms.notices import NoticeForm
from inspections.history import acts_on
from inspections.models import Notice
from inspections.rules.notices import notice_is_the_newest
from inspections.workflow_before import notice as flow
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed
from reform_portal.common.stepping import take_step
from reform_portal.common.workflow import Refused

from .inspections import visible_inspection


@portal_page
@require_http_methods(["GET", "POST"])
def notice_create(request, code):
    """The first notice of an inspection."""
    inspection = visible_inspection(request, code)
    require(permissions.plans(request.actor, inspection))
    words = notice_words.to_begin_with(inspection, request.day, contact=str(request.actor))
    form = NoticeForm(typed(request), inspection=inspection, actor=request.actor, initial=words)
    saved = save(
        form,
        lambda: actions.draft_notice(
            inspection,
            by=request.actor,
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The notice was saved. Read it once more, then issue it."))
        return redirect(saved.row)
    return _page(request, form, saved, inspection)


@portal_page
@require_http_methods(["GET", "POST"])
def notice_edit(request, pk):
    """Other words, while it is not issued."""
    notice = _visible(request, pk)
    require(permissions.sends_notice(request.actor, notice))
    form = NoticeForm(
        typed(request), instance=notice, inspection=notice.inspection, actor=request.actor
    )
    saved = save(
        form,
        lambda: actions.edit_notice(notice, form.seen_version(), by=request.actor, **form.values()),
    )
    if saved.row:
        messages.success(request, _("The notice was saved. Read it once more, then issue it."))
        return redirect(saved.row)
    return _page(request, form, saved, notice.inspection, notice)


@portal_page
@require_safe
def notice_detail(request, pk):
    """The notice as the unit reads it; opened by the unit it counts as read."""
    notice = actions.mark_read(_visible(request, pk), by=request.actor)
    inspection, sends = notice.inspection, permissions.sends_notice(request.actor, notice)
    steps = {step.name: step for step in flow.available(notice, request.actor)}
    now = notices.schedule_of(inspection) if notice.is_draft or sends else notice.said
    context = {
        "item": notice,
        "notice": notice,
        "inspection": inspection,
        "steps": [steps[name] for name in ("issue", "recall") if name in steps],
        "acknowledges": "acknowledge" in steps,
        "delivers": "deliver" in steps,
        "sends": sends,
        "revises": _revises(notice, inspection, now) if sends else "",
        "schedule": notices.readable(now if notice.is_draft else notice.said),
        "due_on": notices.due_on(inspection) if notice.is_draft and sends else None,
        "entries": acts_on(notice) if sends else (),
    }
    return render(request, "inspections/notice_detail.html", context)


@portal_page
@require_POST
def notice_step(request, pk, step):
    """Issue, note the delivery, acknowledge, take back."""
    notice = _visible(request, pk)
    take_step(request, flow, step, notice, action=actions.move_notice)
    return redirect(notice)


@portal_page
@require_POST
def notice_revise(request, pk):
    """A revision, because the schedule is no longer what was announced."""
    notice = _visible(request, pk)
    require(permissions.sends_notice(request.actor, notice))
    try:
        made = actions.revise_notice(notice, by=request.actor)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        return redirect(notice)
    messages.success(request, _("A revised notice was prepared. Say what changed, then issue it."))
    return redirect("inspections:notice_edit", made.pk)


def _visible(request, pk):
    """The notice with its inspection and the people of the delegation."""
    found = Notice.objects.visible_to(request.actor).with_page_data()
    return get_object_or_404(found, pk=pk)


def _revises(notice, inspection, now):
    """What is said beside the button that prepares a revision; "" where there is none."""
    if notice.is_draft or inspection.status != inspection.Status.PLANNED:
        return ""
    if notice_is_the_newest(notice):
        return ""  # it is revised already
    return "changed" if notices.differs(notice, now) else "possible"


def _page(request, form, saved, inspection, notice=None):
    back = notice.get_absolute_url() if notice else None
    context = {
        "form": form,
        "inspection": inspection,
        "notice": notice,
        "due_on": notices.due_on(inspection),
        "back_url": back or reverse("inspections:preparation", args=[inspection.code]),
        "stale": saved.stale,
    }
    return render(request, "inspections/notice_form.html", context, status=saved.status)

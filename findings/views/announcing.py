"""How the draft reached the unit, who has read it, and what changed in it since."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from inspections.models import Inspection
from inspections.turns import inspection_turn
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed
from reform_portal.common.workflow import ChangedBehind

from .. import permissions
from ..actions import announcing as actions
from ..announced import reads_as_announced
from ..differences import since
from ..forms.announcing import DeliveryForm, MeetingForm
from ..models import Announcement, Reading
from ..stamps import changes_since, stamp_of
from .reach import moved_on, read_inspection_or_404

S = Inspection.Status


@portal_page
@require_safe
def announcement(request, code):
    """Both sides see when the draft was announced and delivered, and every change since.

    The unit sees the changes once they stand: with the conclusion.
    """
    inspection = read_inspection_or_404(request, code)
    actions.note_reading(inspection, by=request.actor)
    rows = Announcement.objects.filter(inspection=inspection).select_related("announced_by")
    announced = list(rows.order_by("-number"))
    last = announced[0] if announced else None
    readings = Reading.objects.filter(inspection=inspection).select_related("person")
    for row in announced:
        row.read_by = [reading for reading in readings if reading.announcement_id == row.pk]
    waits = reads_as_announced(request.actor, inspection)
    context = {
        "item": inspection,
        "turn": inspection_turn(inspection),
        "announced": announced,
        "waits": waits,
        "changes": None if waits else since(last, inspection),
        "readers": [reading for reading in readings if reading.announcement_id is None],
        "may_prove": last
        and last.delivered_on is None
        and inspection.status == S.ANNOUNCED
        and permissions.proves_delivery(request.actor, inspection),
    }
    return render(request, "findings/announcement.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def announce(request, code):
    """The draft was announced at a meeting of both sides."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.announces(request.actor, inspection))
    if moved_on(request, inspection, S.DRAFTING):
        return redirect("findings:draft", code)
    first = {"held_on": request.day, "seen_draft": stamp_of(inspection)}
    form = MeetingForm(typed(request), initial=first)
    saved = save(
        form,
        lambda: _announce(form, inspection, request.actor),
    )
    if saved.row:
        messages.success(request, _("The draft is announced. The unit reads it from now on."))
        return redirect(saved.row)
    context = {
        "form": form,
        "inspection": inspection,
        "back_url": reverse("findings:issuing", args=[code]),
        "changes": getattr(form, "changes", ()),
    }
    return render(request, "findings/announce.html", context, status=saved.status)


def _announce(form, inspection, actor):
    """What was announced is what was on the screen; after a refusal the page shows what changed."""
    try:
        return actions.announce_at_meeting(inspection, by=actor, **form.cleaned_data)
    except ChangedBehind:
        form.changes = changes_since(form.cleaned_data["seen_draft"], inspection)
        form.data = form.data.copy()
        form.data["seen_draft"] = stamp_of(inspection)
        raise


@portal_page
@require_http_methods(["GET", "POST"])
def delivery(request, code):
    """The draft reached the unit by another way than this portal."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.proves_delivery(request.actor, inspection))
    if moved_on(request, inspection, S.ANNOUNCED):
        return redirect("findings:announcement", code)
    rows = Announcement.objects.filter(inspection=inspection).order_by("-number")
    last = get_object_or_404(rows[:1])
    form = DeliveryForm(typed(request), initial={"day": request.day})
    saved = save(form, lambda: actions.prove_delivery(last, by=request.actor, **form.cleaned_data))
    if saved.row:
        messages.success(request, _("The delivery is recorded; the days to explain run from it."))
        return redirect(saved.row)
    context = {"form": form, "inspection": inspection, "back_url": last.get_absolute_url()}
    return render(request, "findings/delivery.html", context, status=saved.status)

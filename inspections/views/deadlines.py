"""Deadlines: the page on which a plan sets them, and what they mean for one inspection."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from inspections import permissions, schedule
from inspections.actions.deadlines import set_deadlines
from inspections.forms.deadlines import DeadlineForms
from inspections.timetable import timetable
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed

from .inspections import visible_inspection
from .reach import visible_plan


@portal_page
@require_http_methods(["GET", "POST"])
def plan_deadlines(request, pk):
    """How many days each step of the inspections under a plan may take."""
    plan = visible_plan(request, pk)
    require(permissions.plans(request.actor, plan))
    form = DeadlineForms(typed(request), schedule.deadlines_of(plan))
    saved = save(form, lambda: set_deadlines(plan, form.changes(), by=request.actor))
    back_url = f"{plan.get_absolute_url()}#deadlines"
    if saved.row is not None:
        messages.success(request, _changed(len(saved.row)))
        return redirect(back_url)
    context = {"plan": plan, "form": form, "back_url": back_url}
    return render(request, "inspections/plan_deadlines.html", context, status=saved.status)


@portal_page
@require_safe
def inspection_deadlines(request, code):
    """What of an inspection is due when, and what was done late."""
    inspection = visible_inspection(request, code)
    context = {
        "inspection": inspection,
        "timetable": timetable(inspection, request.day),
        "reads_fieldwork": permissions.reads_fieldwork(request.actor, inspection),
    }
    return render(request, "inspections/inspection_deadlines.html", context)


def _changed(count):
    if not count:
        return _("Nothing was changed.")
    return ngettext(
        "%(count)d deadline was changed.", "%(count)d deadlines were changed.", count
    ) % {"count": count}

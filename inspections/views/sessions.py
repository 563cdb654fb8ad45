"""The page that schedules a session: several units in one half-day of one delegation."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from inspections import permissions
from inspections.actions.sessions import schedule_session, tokens_of
from inspections.forms.sessions import SessionForm
from inspections.rules.plans import nothing_to_schedule
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, sent_token, typed

from .reach import visible_plan

GIVEN = ("delegation", "day", "session", "in_spite_of", "submission")


@portal_page
@require_http_methods(["GET", "POST"])
def session_create(request, pk):
    """Units of an approved plan that one delegation visits in one half-day, in their order."""
    plan = visible_plan(request, pk)
    require(permissions.plans(request.actor, plan))
    units = plan.plan_units.visible_to(request.actor)
    token = sent_token(request)
    units = units.to_schedule(*(tokens_of(units, token) if token else []))
    if request.method == "GET" and not units.exists():
        messages.warning(request, nothing_to_schedule(plan))
        return redirect(plan)
    form = SessionForm(typed(request), plan=plan, plan_units=units.order_by("unit_version__path"))
    saved = save(form, lambda: _schedule(plan, form, request.actor))
    if saved.row:
        count = len(saved.row)
        messages.success(
            request,
            ngettext(
                "%(count)d inspection was put into the session.",
                "%(count)d inspections were put into the session.",
                count,
            )
            % {"count": count},
        )
        return redirect(f"{plan.get_absolute_url()}#units")
    context = {"form": form, "plan": plan, "back_url": plan.get_absolute_url()}
    return render(request, "inspections/session_form.html", context, status=saved.status)


def _schedule(plan, form, actor):
    given = {name: form.cleaned_data[name] for name in GIVEN}
    return schedule_session(plan, form.stops(), by=actor, **given)

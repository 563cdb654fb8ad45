"""Pages of inspections: the list, one inspection, its schedule and its steps."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import permissions, questions, workflow
from inspections.actions import inspections as actions
from inspections.forms.inspections import InspectionFilterForm, InspectionForm, wished
from inspections.forms.warned import save_or_ask_why
from inspections.history import acts_on_inspection
from inspections.models import Plan
from inspections.rules.plans import nothing_to_schedule
from inspections.turns import inspection_turn
from reform_portal.common.access import portal_page, require
from reform_portal.common.kept import found_or_404, hang
from reform_portal.common.saving import typed
from reform_portal.common.stepping import take_step
from units.heirs import ending_of


@portal_page
@require_safe
def inspection_list(request):
    """Inspections this person may see, the latest first."""
    filters = InspectionFilterForm(request.GET)
    chosen = filters.chosen()
    context = {
        "page": questions.inspections_in_rows(request.GET, request.actor, chosen),
        "filter_form": filters,
        "filtered": any(chosen.values()),
    }
    return render(request, "inspections/inspection_list.html", context)


@portal_page
@require_safe
def inspection_detail(request, code):
    """One inspection: its state and steps, facts, people, visits, self-report, minutes, history."""
    inspection = visible_inspection(request, code)
    context = {
        "item": inspection,
        "inspection": inspection,
        "turn": inspection_turn(inspection),
        "steps": workflow.inspection.available(inspection, request.actor),
        "may": permissions.open_work(request.actor, inspection),
        "reads_fieldwork": permissions.reads_fieldwork(request.actor, inspection),
        "visits": questions.visits_of(request.actor, inspection.pk),
        "questions": questions.questions_of(inspection.pk),
        "minutes": questions.minutes_of(request.actor, inspection.pk),
        "counts": inspection.counts_equipment and questions.counts_of(request.actor, inspection.pk),
        "may_count": inspection.is_recording and permissions.records(request.actor, inspection),
        "spoken": inspection.is_spoken and questions.spoken_of(request.actor, inspection.pk),
        "may_write_spoken": permissions.says_conclusions(request.actor, inspection),
        "ending": ending_of(inspection.unit, request.day),
        "entries": acts_on_inspection(inspection, request.actor),
    }
    return render(request, "inspections/inspection_detail.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def schedule(request, pk):
    """A unit of an approved plan gets a delegation, days and a code."""
    plan = get_object_or_404(Plan.objects.visible_to(request.actor), pk=pk)
    require(permissions.plans(request.actor, plan))
    initial = wished(plan, request.GET.get("unit", ""), request.actor)
    form = InspectionForm(typed(request), plan=plan, actor=request.actor, initial=initial)
    if request.method == "GET" and not form.fields["plan_unit"].queryset.exists():
        messages.warning(request, nothing_to_schedule(plan))
        return redirect(plan)
    saved = save_or_ask_why(
        form,
        lambda: actions.schedule_inspection(
            plan,
            by=request.actor,
            plan_unit=form.cleaned_data["plan_unit"],
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("%(inspection)s was scheduled.") % {"inspection": saved.row})
        return redirect(saved.row)
    context = {"form": form, "plan": plan, "back_url": plan.get_absolute_url()}
    return render(request, "inspections/inspection_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def inspection_edit(request, code):
    """Days, delegation and form, while nothing has begun."""
    inspection = visible_inspection(request, code)
    require(permissions.plans(request.actor, inspection))
    form = InspectionForm(
        typed(request), instance=inspection, plan=inspection.plan, actor=request.actor
    )
    saved = save_or_ask_why(
        form,
        lambda: actions.edit_inspection(
            inspection, form.seen_version(), by=request.actor, **form.values()
        ),
    )
    if saved.row:
        named = {"inspection": saved.row}
        messages.success(request, _("The schedule of %(inspection)s was saved.") % named)
        return redirect(saved.row)
    context = {
        "form": form,
        "inspection": inspection,
        "plan": inspection.plan,
        "back_url": inspection.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "inspections/inspection_form.html", context, status=saved.status)


@portal_page
@require_POST
def inspection_step(request, code, step):
    """A step of the inspection's workflow."""
    inspection = visible_inspection(request, code)
    take_step(request, workflow.inspection, step, inspection)
    return redirect(inspection)


def visible_inspection(request, code):
    """The inspection of this code, with its delegation's people; 404 for those it is closed to."""
    inspection = found_or_404(questions.inspections_of_code(request.actor, code))
    hang(inspection.delegation, "members", questions.seats_of(inspection.delegation_id))
    return inspection

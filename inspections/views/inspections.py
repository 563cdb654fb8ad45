"""Pages of inspections: the list, one inspection, its schedule and its steps."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import permissions, workflow
from inspections.actions import inspections as actions
from inspections.forms.inspections import InspectionFilterForm, InspectionForm
from inspections.history import acts_on_inspection
from inspections.models import Inspection, Minutes, Plan, Visit
from inspections.turns import inspection_turn
from reform_portal.common.access import portal_page, require
from reform_portal.common.editing import Stale
from reform_portal.common.forms import form_status
from reform_portal.common.paging import page_by_key
from reform_portal.common.stale import CONFLICT, both_texts
from reform_portal.common.stepping import take_step
from reform_portal.common.workflow import Refused


@portal_page
@require_safe
def inspection_list(request):
    """Inspections this person may see, the latest first."""
    filters = InspectionFilterForm(request.GET)
    chosen = filters.chosen()
    inspections = Inspection.objects.visible_to(request.actor).search(actor=request.actor, **chosen)
    context = {
        "page": page_by_key(inspections.with_page_data(), request.GET, order=("-starts_on", "-id")),
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
        "visits": Visit.objects.filter(inspection=inspection).as_read_by(request.actor),
        "questions": inspection.questions.with_people(),
        "minutes": Minutes.objects.filter(inspection=inspection).visible_to(request.actor),
        "entries": acts_on_inspection(inspection, request.actor),
    }
    return render(request, "inspections/inspection_detail.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def schedule(request, pk):
    """A unit of an approved plan gets a delegation, days and a code."""
    plan = get_object_or_404(Plan.objects.visible_to(request.actor), pk=pk)
    require(permissions.plans(request.actor, plan))
    form = InspectionForm(request.POST if request.method == "POST" else None, plan=plan)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            inspection = actions.schedule_inspection(
                plan,
                by=request.actor,
                plan_unit=given["plan_unit"],
                submission=given["submission"],
                **form.values(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
        else:
            messages.success(
                request, _("%(inspection)s was scheduled.") % {"inspection": inspection}
            )
            return redirect(inspection)
    context = {"form": form, "plan": plan, "back_url": plan.get_absolute_url()}
    return render(request, "inspections/inspection_form.html", context, status=form_status(form))


@portal_page
@require_http_methods(["GET", "POST"])
def inspection_edit(request, code):
    """Days, delegation and form, while nothing has begun."""
    inspection = visible_inspection(request, code)
    require(permissions.plans(request.actor, inspection))
    context, status = {"inspection": inspection, "plan": inspection.plan}, None
    form = InspectionForm(
        request.POST if request.method == "POST" else None,
        instance=inspection,
        plan=inspection.plan,
    )
    if request.method == "POST" and form.is_valid():
        try:
            saved = actions.edit_inspection(
                inspection, form.seen_version(), by=request.actor, **form.values()
            )
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
        except Stale as lost:
            context["stale"], status = both_texts(form, lost.current), CONFLICT
        else:
            messages.success(
                request, _("The schedule of %(inspection)s was saved.") % {"inspection": saved}
            )
            return redirect(saved)
    context |= {"form": form, "back_url": inspection.get_absolute_url()}
    status = status or form_status(form)
    return render(request, "inspections/inspection_form.html", context, status=status)


@portal_page
@require_POST
def inspection_step(request, code, step):
    """A step of the inspection's workflow."""
    inspection = visible_inspection(request, code)
    take_step(request, workflow.inspection, step, inspection)
    return redirect(inspection)


def visible_inspection(request, code):
    """The inspection of this code, with its delegation's people; 404 for those it is closed to."""
    found = Inspection.objects.visible_to(request.actor).with_page_data()
    return get_object_or_404(found.select_related("self_report").with_delegation_seats(), code=code)

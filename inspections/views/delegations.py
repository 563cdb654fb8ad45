"""Pages of delegations: one delegation, its words, its seats."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import permissions
from inspections.actions import delegations as actions
from inspections.forms.delegations import DelegationForm, MemberForm
from inspections.history import acts_on
from inspections.models import Delegation, DelegationMember, Inspection, Plan
from reform_portal.common.access import portal_page, require
from reform_portal.common.editing import Stale
from reform_portal.common.forms import form_status
from reform_portal.common.stale import CONFLICT, both_texts
from reform_portal.common.workflow import Refused


@portal_page
@require_safe
def delegation_detail(request, pk):
    """Who inspects together, under what decision, and what."""
    delegation = _visible(request, pk)
    inspections = Inspection.objects.visible_to(request.actor).filter(delegation=delegation)
    context = {
        "item": delegation,
        "delegation": delegation,
        "may_change": permissions.plans(request.actor, delegation),
        "seats": delegation.members.select_related("person").prefetch_related("areas"),
        "inspections": inspections.with_page_data().order_by("starts_on", "pk")[:100],
        "entries": acts_on(delegation),
    }
    return render(request, "inspections/delegation_detail.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def delegation_create(request, pk):
    """A new delegation under an approved plan, with its head."""
    plan = get_object_or_404(Plan.objects.visible_to(request.actor), pk=pk)
    require(permissions.plans(request.actor, plan))
    form = DelegationForm(
        request.POST if request.method == "POST" else None, plan=plan, actor=request.actor
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            delegation = actions.create_delegation(
                plan,
                by=request.actor,
                head=given["head"],
                submission=given["submission"],
                **form.values(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
        else:
            messages.success(
                request,
                _("%(delegation)s was formed. Now add its members.") % {"delegation": delegation},
            )
            return redirect(delegation)
    context = {"form": form, "plan": plan, "back_url": plan.get_absolute_url()}
    return render(request, "inspections/delegation_form.html", context, status=form_status(form))


@portal_page
@require_http_methods(["GET", "POST"])
def delegation_edit(request, pk):
    """Name, day and decision."""
    delegation = _visible(request, pk)
    require(permissions.plans(request.actor, delegation))
    context, status = {"plan": delegation.plan, "delegation": delegation}, None
    form = DelegationForm(
        request.POST if request.method == "POST" else None,
        instance=delegation,
        plan=delegation.plan,
        actor=request.actor,
    )
    if request.method == "POST" and form.is_valid():
        try:
            saved = actions.edit_delegation(
                delegation, form.seen_version(), by=request.actor, **form.values()
            )
        except Refused as refusal:
            form.add_error("formed_on", refusal.reasons)
        except Stale as lost:
            context["stale"], status = both_texts(form, lost.current), CONFLICT
        else:
            messages.success(request, _("%(delegation)s was saved.") % {"delegation": saved})
            return redirect(saved)
    context |= {"form": form, "back_url": delegation.get_absolute_url()}
    status = status or form_status(form)
    return render(request, "inspections/delegation_form.html", context, status=status)


@portal_page
@require_http_methods(["GET", "POST"])
def member_add(request, pk):
    """A seat for a person; a new head takes the place of the present one."""
    delegation = _visible(request, pk)
    require(permissions.plans(request.actor, delegation))
    form = MemberForm(request.POST if request.method == "POST" else None, delegation=delegation)
    if request.method == "POST" and form.is_valid():
        try:
            seat = actions.seat_member(delegation, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("person", refusal.reasons)
        else:
            messages.success(request, _("%(seat)s is in the delegation now.") % {"seat": seat})
            return redirect(delegation)
    context = {"form": form, "delegation": delegation, "back_url": delegation.get_absolute_url()}
    return render(request, "inspections/member_form.html", context, status=form_status(form))


@portal_page
@require_POST
def member_remove(request, pk):
    """Take a person out of a delegation."""
    delegations = Delegation.objects.visible_to(request.actor)
    seats = DelegationMember.objects.filter(delegation__in=delegations)
    seat = get_object_or_404(seats.select_related("delegation", "person"), pk=pk)
    require(permissions.plans(request.actor, seat.delegation))
    try:
        actions.remove_member(seat, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(seat)s left the delegation.") % {"seat": seat})
    return redirect(seat.delegation)


def _visible(request, pk):
    found = Delegation.objects.visible_to(request.actor).select_related("plan").with_seats()
    return get_object_or_404(found, pk=pk)

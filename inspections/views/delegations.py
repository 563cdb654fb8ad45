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
from reform_portal.common.saving import save, typed
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
        "seats": delegation.members.by_role().select_related("person").prefetch_related("areas"),
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
    form = DelegationForm(typed(request), plan=plan, actor=request.actor)
    saved = save(
        form,
        lambda: actions.create_delegation(
            plan,
            by=request.actor,
            head=form.cleaned_data["head"],
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    if saved.row:
        formed = {"delegation": saved.row}
        messages.success(request, _("%(delegation)s was formed. Now add its members.") % formed)
        return redirect(saved.row)
    context = {"form": form, "plan": plan, "back_url": plan.get_absolute_url()}
    return render(request, "inspections/delegation_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def delegation_edit(request, pk):
    """Name, day and decision."""
    delegation = _visible(request, pk)
    require(permissions.plans(request.actor, delegation))
    plan = delegation.plan
    form = DelegationForm(typed(request), instance=delegation, plan=plan, actor=request.actor)
    saved = save(
        form,
        lambda: actions.edit_delegation(
            delegation, form.seen_version(), by=request.actor, **form.values()
        ),
        field="formed_on",
    )
    if saved.row:
        messages.success(request, _("%(delegation)s was saved.") % {"delegation": saved.row})
        return redirect(saved.row)
    context = {
        "form": form,
        "plan": plan,
        "delegation": delegation,
        "back_url": delegation.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "inspections/delegation_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def member_add(request, pk):
    """A seat for a person; a new head takes the place of the present one."""
    delegation = _visible(request, pk)
    require(permissions.plans(request.actor, delegation))
    before, was_in = delegation.head, {seat.person_id for seat in delegation.members.all()}
    form = MemberForm(typed(request), delegation=delegation)
    saved = save(
        form,
        lambda: actions.seat_member(delegation, by=request.actor, **form.cleaned_data),
        field="person",
    )
    if saved.row:
        messages.success(request, _seated(saved.row, before, was_in))
        return redirect(delegation)
    context = {"form": form, "delegation": delegation, "back_url": delegation.get_absolute_url()}
    return render(request, "inspections/member_form.html", context, status=saved.status)


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


def _seated(seat, head_before, was_in):
    """What adding, or a new head, did to the delegation."""
    if seat.role == seat.Role.HEAD and head_before and head_before.person_id != seat.person_id:
        words = {"seat": seat, "before": head_before.person}
        return (
            _("%(seat)s now heads the delegation in place of %(before)s, who stays as a member.")
            % words
        )
    if seat.person_id in was_in:
        words = {"seat": seat, "role": seat.get_role_display()}
        return _("%(seat)s now has the role “%(role)s” in the delegation.") % words
    return _("%(seat)s was added to the delegation.") % {"seat": seat}


def _visible(request, pk):
    found = Delegation.objects.visible_to(request.actor).select_related("plan").with_seats()
    return get_object_or_404(found, pk=pk)

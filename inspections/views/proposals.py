"""Pages of a proposed schedule: what is asked, how far it is, the preview, what is accepted."""

from datetime import date

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import permissions
from inspections.actions import proposals as actions
from inspections.actions.accepting import accept
from inspections.forms.proposals import AcceptForm
from inspections.forms.question import QuestionForm, units_to_propose
from inspections.models import Plan, PlanUnit, Proposal
from inspections.preview import Preview
from inspections.proposals.stops import earliest_visit
from reform_portal.common.access import portal_page, require
from reform_portal.common.forms import UNPROCESSABLE
from reform_portal.common.saving import save, typed
from reform_portal.common.workflow import Refused


@portal_page
@require_http_methods(["GET", "POST"])
def proposal_create(request, pk):
    """Days, delegations, wishes and units; a worker does the rest."""
    plan = get_object_or_404(Plan.objects.visible_to(request.actor), pk=pk)
    require(permissions.plans(request.actor, plan))
    plan_units = list(units_to_propose(plan, request.actor))
    form = QuestionForm(
        typed(request),
        plan,
        plan_units,
        day=request.day,
        initial=_days_offered(plan, request.day),
        before=actions.question_like(plan, request.GET.get("like"), by=request.actor),
    )
    saved = save(
        form,
        lambda: actions.ask_for_proposal(plan, form.question(request.day), by=request.actor),
    )
    if saved.row:
        row, created = saved.row
        if not created:
            messages.info(request, _("A proposal is already being made for you."))
        return redirect(row)
    context = {
        "form": form,
        "plan": plan,
        "latest": actions.latest_of(plan, by=request.actor),
        "back_url": plan.get_absolute_url(),
    }
    return render(request, "inspections/proposal_form.html", context, status=saved.status)


@portal_page
@require_safe
def proposal_detail(request, pk):
    """How far it is; then the preview, to be accepted in whole or in part."""
    proposal = _readable(request, pk)
    context = {"proposal": proposal, "plan": proposal.plan}
    context["may_ask"] = permissions.plans(request.actor, proposal.plan)
    if proposal.is_done:
        context["preview"] = Preview(proposal, request.actor)
    return render(request, "inspections/proposal_detail.html", context)


@portal_page
@require_safe
def proposal_progress(request, pk):
    """How far it is, as the fragment that the page shows and its script asks for."""
    context = {"proposal": _readable(request, pk)}
    return render(request, "inspections/parts/proposal_progress.html", context)


@portal_page
@require_POST
def proposal_accept(request, pk):
    """The ticked rows become delegations, seats and inspections; what was refused is said there."""
    proposal = _visible(request, pk)
    form = AcceptForm(request.POST, answer=proposal.answer or {})
    if not form.is_valid() or not any(form.cleaned_data.values()):
        messages.error(request, _("Nothing of the proposal is ticked. Tick at least one line."))
        return redirect(proposal)
    try:
        taken = accept(proposal, by=request.actor, **form.chosen_parts())
    except Refused as refusal:
        messages.error(request, " ".join(refusal.reasons))
        return redirect(proposal)
    _tell(request, taken)
    if not taken.refused:
        return redirect(proposal)
    context = {"proposal": proposal, "plan": proposal.plan, "may_ask": True}
    context["refused"] = len(taken.refused)
    context["preview"] = Preview(proposal, request.actor, taken.refused)
    return render(request, "inspections/proposal_detail.html", context, status=UNPROCESSABLE)


def _tell(request, taken):
    if count := len(taken.formed):
        words = ngettext(
            "%(count)s delegation was formed.", "%(count)s delegations were formed.", count
        )
        messages.success(request, words % {"count": count})
    if count := len(taken.seats):
        words = ngettext("%(count)s person was seated.", "%(count)s people were seated.", count)
        messages.success(request, words % {"count": count})
    if count := len(taken.inspections):
        words = ngettext(
            "%(count)s inspection was scheduled.", "%(count)s inspections were scheduled.", count
        )
        messages.success(request, words % {"count": count})
    for team, count in taken.waiting.items():
        words = ngettext(
            "“%(team)s” is not formed, so %(count)s row of it was left.",
            "“%(team)s” is not formed, so %(count)s rows of it were left.",
            count,
        )
        messages.warning(request, words % {"team": team, "count": count})
    if taken.is_nothing:
        messages.info(request, _("What you ticked was scheduled already."))


def _days_offered(plan, today):
    """From the first day a notice can be out for, to the end of the plan's year."""
    first, last = date(plan.year, 1, 1), date(plan.year, 12, 31)
    if first <= today <= last:
        first = min(earliest_visit(plan, today), last)
    return {"first": first, "last": last, "formed_on": min(today, last)}


def _readable(request, pk):
    """One the person asked for; any, for an auditor from whom no unit of the plan is kept."""
    if permissions.reads_proposals(request.actor):
        known = PlanUnit.objects.visible_to(request.actor).values("pk")
        kept_from = PlanUnit.objects.exclude(pk__in=known).values("plan_id")
        rows = Proposal.objects.filter(plan__province_id__in=request.actor.province_ids, pk=pk)
        if proposal := rows.exclude(plan__in=kept_from).select_related("plan").first():
            return proposal
    return _visible(request, pk)


def _visible(request, pk):
    """A proposal the person asked for, while still allowed to schedule."""
    plans = Plan.objects.visible_to(request.actor)
    rows = Proposal.objects.filter(plan__in=plans, asked_by=request.user).select_related("plan")
    proposal = get_object_or_404(rows, pk=pk)
    require(permissions.plans(request.actor, proposal.plan))
    return proposal

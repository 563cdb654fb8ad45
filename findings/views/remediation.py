"""Remediation: what every addressee must do, how far it has got, and its report."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections.history import acts_on
from reform_portal.common.access import portal_page, require
from reform_portal.common.paging import page_by_key
from reform_portal.common.saving import save, typed
from reform_portal.common.stepping import take_step
from units.heirs import ending_of

from .. import permissions, workflow
from ..actions import remediation as actions
from ..forms.filters import RemediationFilter
from ..forms.handing_over import HandOverForm
from ..forms.remediation import OutcomeForm
from ..models import Finding, Remediation
from ..querysets import inspections_read_by
from ..standing import who_may_carry_out, with_answering
from .findings import CHILDREN
from .reach import remediation_or_404


@portal_page
@require_safe
def remediation_list(request):
    """The recommendations in force, a row for every addressee."""
    filters = RemediationFilter(request.GET)
    rows = Remediation.objects.visible_to(request.actor).running()
    found = rows.search(day=request.day, **filters.chosen())
    page = page_by_key(found.with_page_data(), request.GET)
    with_answering(page.rows, request.day)
    context = {
        "page": page,
        "filter_form": filters,
        "filtered": filters.is_used,
        "reset_url": reverse("findings:remediation_list") if filters.is_used else "",
    }
    return render(request, "findings/remediation_list.html", context)


@portal_page
@require_safe
def remediation_detail(request, pk):
    """One addressee's part of one recommendation."""
    row = remediation_or_404(request, pk)
    findings = Finding.objects.visible_to(request.actor).filter(recommendations=row.recommendation)
    with_answering([row], request.day)
    ending = ending_of(row.unit, request.day)
    context = {
        "item": row,
        "ending": ending,
        "hands_over": _hands_over(request, row, ending),
        "recommendation": row.recommendation,
        "inspection": row.inspection,
        "reads_inspection": inspections_read_by(request.actor)
        .filter(pk=row.inspection_id)
        .exists(),
        "reads_part": permissions.carries_out(request.actor, row),
        "steps": _steps(request, row, ending),
        "step_url": "findings:remediation_step",
        "step_ref": row.pk,
        "turn": _turn(row),
        "findings": findings.order_by("id")[:CHILDREN],
        "entries": acts_on(row),
    }
    return render(request, "findings/remediation_detail.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def remediation_report(request, pk):
    """Say what was done; kept, or handed over for verification."""
    row = remediation_or_404(request, pk)
    require(permissions.carries_out(request.actor, row))
    form = OutcomeForm(typed(request), instance=row)
    keeps = "keep" in request.POST
    action = actions.write_outcome if keeps else actions.report_outcome
    saved = save(
        form,
        lambda: action(row, by=request.actor, seen_version=form.seen_version(), **form.values()),
    )
    if saved.row:
        kept, sent = _("What you wrote is saved, not sent yet."), _("The report is sent.")
        messages.success(request, kept if keeps else sent)
        return redirect(saved.row)
    context = {
        "form": form,
        "item": row,
        "back_url": row.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "findings/remediation_report.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def remediation_hand_over(request, pk):
    """Another successor of a unit that ended carries the recommendation out."""
    row = remediation_or_404(request, pk)
    require(permissions.hands_over(request.actor, row))
    offered = who_may_carry_out(row, request.day)
    form = HandOverForm(typed(request), instance=row, offered=offered)
    saved = save(
        form,
        lambda: actions.hand_over(
            row,
            by=request.actor,
            to=form.cleaned_data["to"],
            note=form.cleaned_data["note"],
            seen_version=form.seen_version(),
        ),
    )
    if saved.row:
        unit = {"unit": form.chosen.authority}
        messages.success(request, _("%(unit)s carries out the recommendation from now on.") % unit)
        return redirect(saved.row)
    with_answering([row], request.day)
    context = {
        "form": form,
        "item": row,
        "ending": ending_of(row.unit, request.day),
        "back_url": row.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "findings/remediation_hand_over.html", context, status=saved.status)


@portal_page
@require_POST
def remediation_step(request, pk, step):
    """Begin, report, accept, return or reopen."""
    row = remediation_or_404(request, pk)
    take_step(request, workflow.remediation, step, row, action=actions.take)
    return redirect(row)


def _steps(request, row, ending):
    """Steps are offered while the conclusion is in force and the inspection not closed."""
    if row.inspection.status != row.inspection.Status.CONCLUDED:
        return []
    steps = workflow.remediation.available(row, request.actor)
    return [step for step in steps if ending or step.name != "drop"]


def _hands_over(request, row, ending):
    """The way to another successor is offered while there is work and somebody else to do it."""
    running = row.inspection.status == row.inspection.Status.CONCLUDED and not row.is_settled
    now = row.answering and row.answering.unit_id
    others = {version.unit_id for version in ending.followed_by} - {now} if ending else ()
    return bool(running and others) and permissions.hands_over(request.actor, row)


def _turn(row):
    """Whose turn it is."""
    if not row.issued:
        return _("The conclusion is not in force; nobody has to act yet.")
    return {
        row.Status.ASSIGNED: _("The unit begins, or reports at once what was done."),
        row.Status.IN_PROGRESS: _("The unit reports what was done."),
        row.Status.REPORTED: _("Home Affairs or the head of the delegation verifies the report."),
        row.Status.ACCEPTED: _("The result is accepted; nobody has to act."),
        row.Status.DROPPED: _("There is no longer an object; nobody has to act."),
    }[row.status]

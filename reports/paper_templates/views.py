"""Pages of templates: what each issuer says, the versions, writing one, seeing it on real data."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections.permissions import plans, reads_coverage
from reform_portal.common import stepping
from reform_portal.common.access import hand_out, portal_page, require
from reform_portal.common.models import AuditEntry
from reform_portal.common.saving import save, typed
from reform_portal.common.workflow import Refused
from reports.renderers import RENDERERS

from . import actions, permissions, preview, reading
from .catalogue import Kind
from .forms import DayForm, IssuerForm, SubjectForm, TemplateForm
from .issuers import chosen, issuer_of, issuers_of
from .records import PaperTemplate
from .workflow import paper_template as flow


@portal_page
@require_safe
def template_list(request):
    """The papers of an issuer, each with whose words it says today."""
    require(reads_coverage(request.actor))  # who plans, approves or audits somewhere
    offered = issuers_of(request.actor)
    key = request.GET.get("issuer", "")
    issuer = chosen(key, offered, request.actor)
    if key and issuer is None:
        raise Http404
    context = {
        "issuer": issuer,
        "filter_form": IssuerForm(issuer=issuer, offered=offered) if issuer else None,
        "rows": reading.papers_of(issuer, request.day) if issuer else [],
    }
    return render(request, "reports/template_list.html", context)


@portal_page
@require_safe
def template_series(request, issuer, kind):
    """The words of an issuer for a kind of paper: those in force, and every version."""
    issuer = _issuer(request, issuer, kind)
    context = reading.series_of(issuer, kind, request.actor) | {
        "issuer": issuer,
        "kind": Kind(kind),
        "may_write": plans(request.actor, issuer.unit),
    }
    return render(request, "reports/template_series.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def template_create(request, issuer, kind):
    """A new version, beginning with the words in force."""
    issuer = _issuer(request, issuer, kind)
    require(plans(request.actor, issuer.unit))
    words = reading.in_force(issuer, kind, request.day).texts
    form = TemplateForm(typed(request), kind=kind, words=words)
    saved = save(
        form,
        lambda: actions.draft_template(
            issuer,
            kind,
            by=request.actor,
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    return _written(request, form, saved, issuer, kind)


@portal_page
@require_http_methods(["GET", "POST"])
def template_edit(request, pk):
    """Other words, while it is a draft."""
    row = _visible(request, pk)
    require(permissions.writes(request.actor, row))
    issuer = _issuer(request, row.issued_by, row.kind)
    form = TemplateForm(typed(request), instance=row, kind=row.kind, words=row.texts)
    saved = save(
        form,
        lambda: actions.edit_template(row, form.seen_version(), by=request.actor, **form.values()),
    )
    return _written(request, form, saved, issuer, row.kind)


@portal_page
@require_safe
def template_detail(request, pk):
    """One version: its words against those before it, its state, its history."""
    row = _visible(request, pk)
    writes = permissions.writes(request.actor, row)
    context = {
        "item": row,
        "steps": flow.available(row, request.actor),
        "may_edit": writes and row.is_editable,
        "slots": reading.slots_of(row, request.day),
        "entries": AuditEntry.objects.about(row)[:50],
    }
    return render(request, "reports/template_detail.html", context)


@portal_page
@require_POST
def template_step(request, pk, step):
    """Submit, return, withdraw, drop, take back."""
    row = _visible(request, pk)
    if step in flow.steps and flow.steps[step].page:
        raise Http404  # needs a day, which its own page asks for
    stepping.take_step(request, flow, step, row, action=actions.take_step)
    return redirect(row)


@portal_page
@require_http_methods(["GET", "POST"])
def template_enforce(request, pk):
    """The day from which the words count."""
    row = _visible(request, pk)
    require(permissions.decides(request.actor, row))
    if refused := _not_open(request, row, "enforce"):
        return refused
    form = DayForm(typed(request))
    saved = save(
        form,
        lambda: actions.put_in_force(row, by=request.actor, valid_from=form.cleaned_data["day"]),
        field="day",
    )
    return _dated(request, row, form, saved, "reports/template_enforce.html")


@portal_page
@require_http_methods(["GET", "POST"])
def template_end(request, pk):
    """The day from which the words from above count again."""
    row = _visible(request, pk)
    require(permissions.decides(request.actor, row))
    if refused := _not_open(request, row, "end"):
        return refused
    form = DayForm(typed(request))
    saved = save(
        form,
        lambda: actions.go_back_to_inherited(
            row, by=request.actor, valid_to=form.cleaned_data["day"]
        ),
        field="day",
    )
    return _dated(request, row, form, saved, "reports/template_end.html")


@portal_page
@require_safe
def template_preview(request, pk):
    """The paper about a real record, word by word against the words in force."""
    row, form, subject = _shown(request, pk)
    lines, refused = [], ""
    if subject is not None:
        try:
            lines = preview.read_against(row, subject, as_of=timezone.localtime())
        except Refused as refusal:
            refused = str(refusal)
    context = {
        "item": row,
        "filter_form": form,
        "about": form.data["about"] if subject is not None else "",
        "lines": lines,
        "changed": reading.changed(lines),
        "refused": refused,
    }
    return render(request, "reports/template_preview.html", context)


@portal_page
@require_safe
def template_preview_file(request, pk):
    """The same paper as PDF, marked as a draft."""
    row, _form, subject = _shown(request, pk)
    if subject is None:
        raise Http404
    try:
        paper = preview.paper_with(row, subject, as_of=timezone.localtime())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("reports:template_preview", pk)
    answer = HttpResponse(RENDERERS["pdf"](paper), content_type="application/pdf")
    name = f"xem-truoc-{row.kind}-{row.number}.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return hand_out(answer)


def _not_open(request, row, step):
    """Back to the version, with the reason, where its state does not allow the step."""
    if request.method == "GET" and (sentence := flow.not_from_here(step, row)):
        messages.warning(request, sentence)
        return redirect(row)
    return None


def _shown(request, pk):
    """The version, the choice of records, and the record chosen."""
    row = _visible(request, pk)
    form = SubjectForm(request.GET, subjects=preview.subjects_for(row, request.actor))
    return row, form, form.chosen()


def _written(request, form, saved, issuer, kind):
    if saved.row:
        messages.success(request, _("The draft is saved. Look at it on real data, then submit it."))
        return redirect(saved.row)
    context = {
        "form": form,
        "issuer": issuer,
        "kind": Kind(kind),
        "paper": form.paper,
        "stale": saved.stale,
        "back_url": form.instance.get_absolute_url()
        if form.instance.pk
        else reading.address_of(issuer, kind),
    }
    return render(request, "reports/template_form.html", context, status=saved.status)


def _dated(request, row, form, saved, page):
    if saved.row:
        messages.success(request, _("The words of the paper change from that day on."))
        return redirect(saved.row)
    context = {"form": form, "item": row, "back_url": row.get_absolute_url()}
    return render(request, page, context, status=saved.status)


def _issuer(request, key, kind):
    issuer = issuer_of(key, request.actor) if kind in Kind.values else None
    if issuer is None:
        raise Http404
    return issuer


def _visible(request, pk):
    rows = PaperTemplate.objects.visible_to(request.actor).select_related("committee")
    return get_object_or_404(rows.prefetch_related("authors"), pk=pk)

"""Pages of reorganisations: choose the act, describe it, see what follows, carry it out, undo."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from reform_portal.common.access import portal_page, require
from reform_portal.common.forms import form_status
from reform_portal.common.models import AuditEntry
from reform_portal.common.paging import page_by_key
from reform_portal.common.saving import save, typed
from units import acts, permissions
from units.actions import reorganisation as actions
from units.as_on import as_on
from units.forms.heirs import HeirForm, UndoForm
from units.forms.reorganisation import FORMS
from units.models import Reorganisation, UnitVersion

from . import rehearsal

MOST_ENTRIES = 50


@portal_page
@require_safe
def reorganisation_list(request):
    """All acts, the newest day first; on another day than today those in force by then."""
    shown = as_on(request)
    rows = acts.with_units(Reorganisation.objects.visible_to(request.actor))
    if not shown.is_today:
        rows = rows.filter(day__lte=shown.day)
    context = {
        "page": page_by_key(rows, request.GET, order=("-day", "-id")),
    }
    return render(request, "units/reorganisation_list.html", context)


@portal_page
@require_safe
def reorganisation_detail(request, pk):
    """An act: its decision, what ended, began, changed and moved."""
    act = _visible(request, pk)
    context = {
        "item": act,
        "told": acts.told(act, request.actor),
        "may_change": permissions.administers_act(request.actor, act),
        "entries": AuditEntry.objects.about(act)[:MOST_ENTRIES],
    }
    return render(request, "units/reorganisation_detail.html", context)


@portal_page
@require_safe
def reorganise(request, pk):
    """The kinds of acts that may begin from a unit."""
    last = _last(request, pk)
    require(permissions.administers_unit(request.actor, last))
    if last.valid_to is not None:
        return _ended(request, last)
    context = {
        "item": last,
        "kinds": [
            {"kind": kind, "label": label, "hint": acts.HINTS[kind]}
            for kind, label in Reorganisation.Kind.choices
            if permissions.reorganises(request.actor, last, kind)
        ],
    }
    return render(request, "units/reorganise.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def reorganise_as(request, pk, kind):
    """The form of an act, the preview of what follows from it, and the act itself."""
    if kind not in FORMS:
        raise Http404
    last = _last(request, pk)
    require(permissions.reorganises(request.actor, last, kind))
    if request.method == "GET" and last.valid_to is not None:
        return _ended(request, last)
    form = FORMS[kind](typed(request), last=last, actor=request.actor)
    if form.is_bound and (done := form.done_before()):
        messages.info(request, _("This act was carried out already; nothing was done twice."))
        return redirect(done)
    return rehearsal.answer(request, form)


@portal_page
@require_http_methods(["GET", "POST"])
def undo(request, pk):
    """Take an act back, as long as nothing was built on it."""
    act = _visible(request, pk)
    require(permissions.administers_act(request.actor, act))
    form = UndoForm(typed(request))
    saved = save(form, lambda: actions.undo(act, by=request.actor, **form.cleaned_data))
    if saved.row:
        messages.success(request, _("%(act)s was undone.") % {"act": act})
        return redirect(act)
    context = {"form": form, "item": act, "back_url": act.get_absolute_url()}
    return render(request, "units/reorganisation_undo.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def choose_heir(request, pk):
    """Another of the successors takes over what an ended unit left open."""
    last = _last(request, pk)
    require(permissions.names_heir(request.actor, last))
    form = HeirForm(typed(request), unit=last.unit_id)
    saved = save(
        form,
        lambda: actions.choose_heir(last.unit, by=request.actor, **form.cleaned_data),
        field="successor",
    )
    if saved.row:
        messages.success(request, _("The unit that takes over was changed."))
        return redirect(last)
    context = {"form": form, "item": last, "back_url": last.get_absolute_url()}
    return render(request, "units/choose_heir.html", context, status=form_status(form))


def _visible(request, pk):
    return get_object_or_404(Reorganisation.objects.visible_to(request.actor), pk=pk)


def _last(request, pk):
    """How a unit is, or was last."""
    versions = UnitVersion.objects.visible_to(request.actor).filter(unit=pk)
    last = versions.select_related("unit__ended_by").order_by("-valid_from").first()
    if last is None:
        raise Http404
    return last


def _ended(request, last):
    sentence = _("%(unit)s ended and cannot be reorganised any more.") % {"unit": last}
    messages.error(request, sentence)
    return redirect(last)

"""From the form of an act over its preview to the act: what each answer of the page shows."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from reform_portal.common.editing import AlreadyMade, Stale
from reform_portal.common.forms import form_status
from reform_portal.common.models import AuditEntry
from reform_portal.common.stale import CONFLICT
from reform_portal.common.workflow import Refused
from units import acts
from units.actions import reorganisation as actions
from units.forms.places import PlacesForm, carried
from units.models import UnitVersion

# Ways on from the page; what is none of them shows the preview.
BACK, SEARCH, CONFIRM = "back", "search", "confirm"


def answer(request, form):
    """The page that follows from what was sent."""
    step = request.POST.get("step")
    if not form.is_bound or step in (BACK, SEARCH):
        return _form(request, _as_typed(request, form))
    if not form.is_valid():
        return _form(request, form)
    try:
        if step == CONFIRM:
            return _done(request, actions.act(by=request.actor, **form.asked()))
        shown = actions.rehearse(by=request.actor, **form.asked())
    except AlreadyMade as made:
        form.add_error(None, made.reasons)
    except Refused as refusal:
        form.add_error(None, refusal.reasons)
    except Stale as stale:
        return _form(request, form, stale=_both(form, stale.current), status=CONFLICT)
    else:
        return _preview(request, form, shown)
    return _form(request, form)


def _done(request, act):
    messages.success(request, _("%(act)s was carried out.") % {"act": act})
    return redirect(act)


def _as_typed(request, form):
    """The same form with what was typed so far, not yet judged."""
    if not form.is_bound:
        return form
    typed = {
        name: field.widget.value_from_datadict(request.POST, request.FILES, name)
        for name, field in form.fields.items()
    }
    return type(form)(None, last=form.last, actor=form.actor, initial=typed)


def _form(request, form, *, stale=None, status=None):
    context = {
        "form": form,
        "item": form.last,
        "kind": form.kind,
        "lead": acts.HINTS[form.kind],
        "carried": carried(request.POST),
        "stale": stale,
        "back_url": form.last.get_absolute_url(),
    }
    status = status or form_status(form)
    return render(request, "units/reorganisation_form.html", context, status=status)


def _preview(request, form, shown):
    form.data = form.data.copy()
    form.data["seen"] = ",".join(f"{unit}:{version}" for unit, version in shown.seen.items())
    places = PlacesForm(preview=shown, given=request.POST)
    context = {
        "form": form,
        "item": form.last,
        "kind": form.kind,
        "preview": shown,
        "heir": places.heir(),
        "posts": places.posts(shown),
        "offices": places.offices(shown),
        "back_url": form.last.get_absolute_url(),
    }
    return render(request, "units/reorganisation_preview.html", context)


def _both(form, current):
    """What the person saw of the unit, and how it stands; confirming again is a choice then."""
    seen = form.order()["seen"]
    old = UnitVersion.objects.filter(pk=seen.get(current.unit_id)).first()
    form.data = form.data.copy()
    pairs = seen | {current.unit_id: current.pk}
    form.data["seen"] = ",".join(f"{unit}:{version}" for unit, version in pairs.items())
    last = AuditEntry.objects.about(current).first()
    return {
        "saved_by": last.actor_name if last else "",
        "saved_at": last.at if last else None,
        "rows": [
            {
                "label": _("The unit as you saw it"),
                "yours": acts.in_words(old) if old else "",
                "saved": acts.in_words(current),
            }
        ],
    }

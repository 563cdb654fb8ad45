"""The click on a step's button: take it, and say what happened or why not."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _

from .dates import vn_number
from .text import nfc
from .workflow import Refused

LONGEST_NOTE = 2000
KEPT = "refused_note"  # in the session, until the page with the step's button shows it again
LONGEST_KEPT = 10 * LONGEST_NOTE


def take_step(request, workflow, name, obj, *, action=None):
    """Take the step `name` with the note of the form; refusals become messages, and the note goes
    back into its box.

    An unknown step is no page (404); the wrong person gets 403 from the workflow.
    `action(obj, name, by=…, note=…)` stands in where more than the status changes.
    """
    if name not in workflow.steps:
        raise Http404
    note = _note(request)
    act = {"by": request.actor, "note": note}
    try:
        _require_a_click_will_do(workflow.steps[name], note)
        if action:
            action(obj, name, **act)
        else:
            workflow.take(name, obj, seen=_seen(request), **act)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        if note:
            kept = _("Nothing was changed. The reason you wrote, to be copied: %(note)s")
            messages.warning(request, kept % {"note": note})
            request.session[KEPT] = {"step": request.path, "note": note[:LONGEST_KEPT]}
    else:
        done = {"step": workflow.steps[name].label, "record": str(obj).rstrip(".")}
        messages.success(request, _("Done: %(step)s – %(record)s.") % done)


def refused_note(request, steps):
    """The step among these addresses that was just refused, and its note, once; else None."""
    kept = request.session.get(KEPT)
    if not kept or kept["step"] not in steps:
        return None
    del request.session[KEPT]
    return kept


def _require_a_click_will_do(step, note):
    if step.page:
        raise Refused(
            _("“%(step)s” is done on a page of its own, which shows all that belongs to it.")
            % {"step": step.label}
        )
    if len(note) > LONGEST_NOTE:
        sentence = _(
            "The reason has %(signs)s signs; at most %(limit)s are taken. Shorten it and try again."
        )
        signs = {"signs": vn_number(len(note)), "limit": vn_number(LONGEST_NOTE)}
        raise Refused(sentence % signs)


def _seen(request):
    """The version of the record the page showed, or None where it did not say."""
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() and len(seen) < 10 else None


def _note(request):
    """The reason as forms clean texts; a NUL, which no person types, PostgreSQL refuses."""
    text = request.POST.get("note", "").replace("\x00", "").replace("\r\n", "\n")
    return nfc(text)

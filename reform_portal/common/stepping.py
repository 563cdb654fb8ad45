"""The click on a step's button: take it, and say what happened or why not."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _

from .dates import vn_number
from .text import nfc
from .workflow import Refused

LONGEST_NOTE = 2000


def take_step(request, workflow, name, obj, *, action=None):
    """Take the step `name` with the note of the form; refusals become messages.

    An unknown step is no page (404); the wrong person gets 403 from the workflow.
    `action(obj, name, by=…, note=…)` stands in where more than the status changes.
    """
    if name not in workflow.steps:
        raise Http404
    note = _note(request)
    act = {"by": request.actor, "note": note}
    try:
        if len(note) > LONGEST_NOTE:
            raise _too_long(note)
        if action:
            action(obj, name, **act)
        else:
            workflow.take(name, obj, **act)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        if note:
            kept = _("Nothing was changed. The reason you wrote, to be copied: %(note)s")
            messages.warning(request, kept % {"note": note})
    else:
        done = {"step": workflow.steps[name].label, "record": obj}
        messages.success(request, _("Done: %(step)s – %(record)s.") % done)


def _too_long(note):
    sentence = _(
        "The reason has %(signs)s signs; at most %(limit)s are taken. Shorten it and try again."
    )
    return Refused(sentence % {"signs": vn_number(len(note)), "limit": vn_number(LONGEST_NOTE)})


def _note(request):
    """The reason as forms clean texts; a NUL, which no person types, PostgreSQL refuses."""
    text = request.POST.get("note", "").replace("\x00", "").replace("\r\n", "\n")
    return nfc(text)

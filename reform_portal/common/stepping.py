"""The click on a step's button: take it, and say what happened or why not."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _

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
    act = {"by": request.actor, "note": _note(request)}
    try:
        if action:
            action(obj, name, **act)
        else:
            workflow.take(name, obj, **act)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
    else:
        done = {"step": workflow.steps[name].label, "record": obj}
        messages.success(request, _("Done: %(step)s – %(record)s.") % done)


def _note(request):
    """The reason as forms clean texts; a NUL, which no person types, PostgreSQL refuses."""
    text = request.POST.get("note", "").replace("\x00", "").replace("\r\n", "\n")
    return nfc(text)[:LONGEST_NOTE]

"""The click on a step's button: take it, and say what happened or why not."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _

from .workflow import Refused


def take_step(request, workflow, name, obj):
    """Take the step `name` with the note of the form; refusals become messages.

    An unknown step is no page (404); the wrong person gets 403 from the workflow.
    """
    if name not in workflow.steps:
        raise Http404
    try:
        workflow.take(name, obj, by=request.actor, note=request.POST.get("note", "")[:2000])
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
    else:
        done = {"step": workflow.steps[name].label, "record": obj}
        messages.success(request, _("Done: %(step)s – %(record)s.") % done)

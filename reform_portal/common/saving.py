"""What every form page does with a filled-in form: one action, and what may come back from it."""

import uuid
from dataclasses import dataclass

from .editing import AlreadyMade, Stale
from .forms import form_status
from .stale import CONFLICT, both_texts
from .workflow import Refused

SAVED = 302


@dataclass(frozen=True)
class Outcome:
    """The saved row, or what the page shows instead: its status and, after a lost race, texts."""

    status: int
    row: object = None
    stale: dict | None = None


def typed(request):
    """What was sent with a form, or None when the page is first shown."""
    return request.POST if request.method == "POST" else None


def sent_token(request):
    """The `submission` of the form that was sent, before the form itself can be made; or None."""
    try:
        return uuid.UUID(request.POST.get("submission", ""))
    except ValueError:
        return None


def save(form, action, *, field=None):
    """Run `action()` for a valid form. Refusals become errors of the form (or of its `field`),

    Stale both texts.
    """
    if form.is_bound and form.is_valid():
        try:
            return Outcome(SAVED, row=action())
        except AlreadyMade as made:
            form.add_error(None, made.reasons)
            _give_new_token(form)
        except Refused as refusal:
            form.add_error(field, refusal.reasons)
        except Stale as stale:
            return Outcome(CONFLICT, stale=both_texts(form, stale.current))
    return Outcome(form_status(form))


def _give_new_token(form):
    """Saving again is then a choice, made with the sentence in sight."""
    form.data = form.data.copy()
    form.data[form.add_prefix("submission")] = str(uuid.uuid4())

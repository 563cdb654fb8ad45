"""What every form page does with a filled-in form: one action, and what may come back from it."""

from dataclasses import dataclass

from reform_portal.common.editing import Stale
from reform_portal.common.forms import form_status
from reform_portal.common.stale import CONFLICT, both_texts
from reform_portal.common.workflow import Refused

SAVED = 302


@dataclass(frozen=True)
class Outcome:
    """The saved row, or what the page shows instead: its status and, after a lost race, texts."""

    status: int
    row: object = None
    stale: dict | None = None


def save(form, action):
    """Run `action()` for a valid form. Refusals become errors of the form, Stale both texts."""
    if form.is_bound and form.is_valid():
        try:
            return Outcome(SAVED, row=action())
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
        except Stale as stale:
            return Outcome(CONFLICT, stale=both_texts(form, stale.current))
    return Outcome(form_status(form))

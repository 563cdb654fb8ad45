"""The life of a record as one line: what is done, where it stands, what is to come."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

# states beside the main line of a record's life
LEFT = {"cancelled", "dropped"}
ASIDE = {"returned", *LEFT}
MARK = "\ue002"  # where the sentence goes in; a sign no keyboard has


def stepper(obj, turn=""):
    """The line of a record from its `Status`; `turn` says whose turn it is.

    A record that passes only some states says which: `line`.
    """
    line = getattr(obj, "line", None)
    parts = _drawn(
        type(obj).Status, str(obj.status), line and tuple(line), bool(turn), get_language()
    )
    return mark_safe(conditional_escape(turn).join(parts))  # noqa: S308


@lru_cache(maxsize=512)
def _drawn(states, status, line, with_turn, language):
    """Drawn once for each state and language, parted where the sentence goes in."""
    context = {
        "stages": stages(states, status, line or states.values),
        "turn": MARK if with_turn else "",
    }
    return render_to_string("components/stepper.html", context).split(MARK)


def stages(states, status, line):
    """[{label, state: done|now|next}] of the states on this line."""
    choices = [
        (value, label) for value, label in states.choices if value in line and value not in ASIDE
    ]
    now = next((n for n, (value, _label) in enumerate(choices) if value == status), None)
    if now is None:
        now = 0 if status == "returned" else len(choices)
        choices[now : now + 1] = [(status, states(status).label)]
    passed = [
        {"label": label, "state": "done" if n < now else "now" if n == now else "next"}
        for n, (_value, label) in enumerate(choices)
    ]
    if status in LEFT:
        return [{**stage, "state": "next"} for stage in passed[:-1]] + [passed[-1]]
    return passed

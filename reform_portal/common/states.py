"""How a state looks: a mark and a word, in the tone that the name of the state gives."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.translation import get_language

# the tone of a state: its colour and its mark (components.css); a state not named here is quiet
TONES = {
    "active": "submitted on_site drafting explained in_progress reported running info changed"
    " issued delivered read received",
    "warn": "returned asked announced pending assigned shortcoming warning",
    "good": "approved enacted concluded accepted acknowledged strength ready done success new",
    "bad": "rejected failed overdue error wrong",
}
TONE_OF = {state: tone for tone, states in TONES.items() for state in states.split()}


def badge(value, label):
    """A state as mark and word; the tone follows from the name of the state."""
    return format_html('<span class="state state-{}">{}</span>', TONE_OF.get(value, "quiet"), label)


def state_of(field, value):
    """The badge of a value of a field with choices."""
    return _state_of(field, value, get_language())


@lru_cache(maxsize=512)
def _state_of(field, value, language):
    """There are few, and every row asks for one of them."""
    return badge(value, dict(field.flatchoices).get(value, value))

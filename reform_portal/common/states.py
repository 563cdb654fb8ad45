"""How a state looks: a mark and a word, in the tone that the name of the state gives."""

from functools import lru_cache

from django.db import models
from django.utils.encoding import force_str
from django.utils.html import format_html
from django.utils.translation import get_language

# the tone of a state: its colour and its mark (components.css); a state not named here is quiet
TONES = {
    "active": "submitted on_site drafting explained in_progress reported running info changed"
    " issued delivered read received",
    "warn": "returned asked announced pending assigned shortcoming warning",
    "good": "approved enacted concluded accepted acknowledged strength ready done success new in_force",
    "bad": "rejected failed overdue error wrong",
}
TONE_OF = {state: tone for tone, states in TONES.items() for state in states.split()}


@lru_cache(maxsize=512)
def _labels_of(field):
    """What the values of a field with choices are called; the words wait for the language."""
    return dict(field.flatchoices)


class Labelled(models.Model):
    """A record as templates print it.

    They look a name up as a key first: answering at once saves each printed value an exception, as
    for `lines.Line`. And `get_<field>_display` looks one label up, where Django's own translates
    and hashes all labels of the field at every call.
    """

    class Meta:
        abstract = True

    def __getitem__(self, name):
        return getattr(self, name)

    def _get_FIELD_display(self, field):  # noqa: N802 (Django's name)
        value = getattr(self, field.attname)
        return force_str(_labels_of(field).get(value, value), strings_only=True)


def badge(value, label):
    """A state as mark and word; the tone follows from the name of the state."""
    return format_html('<span class="state state-{}">{}</span>', TONE_OF.get(value, "quiet"), label)


def state_of(field, value):
    """The badge of a value of a field with choices."""
    return _state_of(field, value, get_language())


@lru_cache(maxsize=512)
def _state_of(field, value, language):
    """There are few, and every row asks for one of them."""
    return badge(value, _labels_of(field).get(value, value))

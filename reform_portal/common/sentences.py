"""What forms say of a value that will not do: what is wrong, and what to do about it."""

from django import forms
from django.utils.translation import gettext_lazy as _

NO_LIMIT = 1_000_000_000  # above it a limit is the database's and tells a reader nothing

TEXT = {
    "required": _("Nothing is entered here. Fill in this field."),
    "null_characters_not_allowed": _(
        "The text holds a sign that cannot be saved. Type it anew, or paste it without formatting."
    ),
    "max_length": _("The text has %(show_value)s signs; at most %(limit_value)s are taken."),
}
NUMBER = {
    "invalid": _("This is no number. Write it in digits."),
    "max_value": _("The number is too large; at most %(limit_value)s is taken."),
    "min_value": _("The number is too small; at least %(limit_value)s is needed."),
}
CHOICE = {
    "required": _("Nothing is chosen here. Choose one."),
    "invalid_choice": _("This choice is not offered here. Choose one from the list."),
}
CHOICES = {
    "required": _("Nothing is chosen here. Choose at least one."),
    "invalid_choice": _("One of the choices is not offered here. Choose again."),
    "invalid_pk_value": _("One of the choices is not offered here. Choose again."),
}
FILE = {
    "required": _("No file is chosen. Choose a file."),
    "empty": _("The file is empty. Choose it again."),
}
# The first kind that fits adds to, and goes before, the text's.
KINDS = (
    ((forms.ModelMultipleChoiceField, forms.MultipleChoiceField), CHOICES),
    ((forms.ModelChoiceField, forms.ChoiceField), CHOICE),
    (forms.IntegerField, NUMBER),
    (forms.FileField, FILE),
)


def say_it_our_way(field):
    """Put our sentences in place of Django's; what a field says of its own stays."""
    ours = TEXT | next((table for kind, table in KINDS if isinstance(field, kind)), {})
    if getattr(field, "max_value", None) and field.max_value > NO_LIMIT:
        ours["max_value"] = _("The number is too large. Check its digits.")
    usual = {}
    for kind in reversed(type(field).__mro__):
        usual |= getattr(kind, "default_error_messages", {})
    for code, sentence in ours.items():
        if field.error_messages.get(code) == usual.get(code):
            field.error_messages[code] = sentence

"""What forms share that can be saved in spite of warnings (cautions.py), with a written reason."""

from django import forms
from django.utils.translation import gettext as _

from inspections.cautions import Warned
from reform_portal.common.saving import save

MOST_LETTERS = 1000


class AsksWhy:
    """A form with a field `in_spite_of` that stays hidden until something speaks against it."""

    def hide_why(self):
        """Until somebody is warned, or has written the reason already."""
        if not self.data.get("in_spite_of"):
            self.fields["in_spite_of"].widget = forms.HiddenInput()

    def ask_why(self):
        """Offer the field in which somebody overrides the warnings."""
        field = self.fields["in_spite_of"]
        field.widget = forms.Textarea(attrs={"rows": 3, "maxlength": MOST_LETTERS})
        self.add_error("in_spite_of", _("Write the reason here, or change what is warned of."))


def save_or_ask_why(form, action):
    """As everywhere; what speaks against it also opens the field for the reason."""

    def act():
        try:
            return action()
        except Warned:
            form.ask_why()
            raise

    return save(form, act)

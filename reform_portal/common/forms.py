"""What all forms share: the token of a new record, the version of an old one, preferences."""

import uuid
from functools import partial

from crispy_forms.helper import FormHelper
from django import forms
from django.conf import settings
from django.contrib.auth.forms import PasswordChangeForm
from django.utils.translation import gettext_lazy as _

from .models import User
from .sentences import say_it_our_way
from .text import nfc

UNPROCESSABLE = 422


def form_status(form):
    """422 for a form that came back with errors, 200 for one that is first shown."""
    return UNPROCESSABLE if form.is_bound and form.errors else 200


class PortalForm(forms.Form):
    """A crispy form without its own <form> tag; text is stored composed (NFC)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            say_it_our_way(field)
            if isinstance(field, forms.ModelChoiceField):
                field.clean = partial(_only_possible_keys, field, field.clean)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.use_required_attribute = False

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = nfc(value.replace("\r\n", "\n"))
        return cleaned


def _only_possible_keys(field, clean, value):
    """A key too large for the database is a choice nobody offered."""
    try:
        return clean(value)
    except OverflowError as error:
        sentence = field.error_messages["invalid_choice"]
        shown = {"value": value, "pk": value}
        raise forms.ValidationError(sentence, code="invalid_choice", params=shown) from error


class RecordForm(PortalForm, forms.ModelForm):
    """A form that makes or edits one `Editable` record.

    New: a hidden `submission` token, so that a second click makes nothing. Edit: a hidden
    `version`, which `editing.save_if_unchanged` compares in the database.
    """

    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["submission"]
            self.initial["version"] = self.instance.version
            self.fields["version"].required = True
        else:
            del self.fields["version"]
            self.initial.setdefault("submission", uuid.uuid4())

    def values(self):
        """The cleaned columns of the record, without the hidden fields and many-to-many ones."""
        many = {field.name for field in self._meta.model._meta.many_to_many}
        hidden = {"submission", "version"}
        own = {field.name for field in self._meta.model._meta.concrete_fields}
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name in own and name not in many | hidden
        }

    def seen_version(self):
        """The version the person had on the screen."""
        return self.cleaned_data["version"]


class DayInput(forms.DateInput):
    """A day typed as papers write it. A browser's own picker shows the order of the browser's

    language, and 05/06 on a machine set to English would be another day (our choice).
    """

    def __init__(self, **kwargs):
        # No autocomplete="off": browsers then forget what was typed when somebody goes back.
        attrs = {"placeholder": _("dd/mm/yyyy"), "inputmode": "numeric"}
        super().__init__(format="%d/%m/%Y", attrs=attrs | {"class": "day"}, **kwargs)


class DayField(forms.DateField):
    """A day, typed as dd/mm/yyyy; links and scripts may send yyyy-mm-dd."""

    widget = DayInput

    # 17062024 as well: the number pad of many a phone has no slash.
    FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d%m%Y")

    def __init__(self, **kwargs):
        kwargs.setdefault("input_formats", self.FORMATS)
        super().__init__(**kwargs)
        self.error_messages["invalid"] = _("This is no day. Write it as dd/mm/yyyy: 17/06/2024.")


class PreferencesForm(forms.Form):
    """How a person reads; each control of the frame sends one of these."""

    text_size = forms.ChoiceField(choices=User.TextSize.choices, required=False)
    contrast = forms.ChoiceField(choices=[("high", "high"), ("normal", "normal")], required=False)
    language = forms.ChoiceField(choices=settings.LANGUAGES, required=False)

    def chosen(self):
        """The columns of `User` that this click changes."""
        given = self.cleaned_data
        chosen = {name: given[name] for name in ("text_size", "language") if given[name]}
        if given["contrast"]:
            chosen["high_contrast"] = given["contrast"] == "high"
        return chosen


class OwnPasswordForm(PasswordChangeForm):
    """A password of one's own, other than the one before: that may be written on paper."""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("new_password1") and self.user.check_password(cleaned["new_password1"]):
            self.add_error("new_password1", _("This is the password you have. Choose another."))
        return cleaned

"""Input about issued papers: a correcting letter, a signed copy, a copy to be checked."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections.numbering import is_number, offer
from inspections.register import next_number
from reform_portal.common.forms import DayField, PortalForm

from .actions import register_paper
from .records import Correction

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE


class CorrectionForm(PortalForm, forms.ModelForm):
    """The letter that puts a slip of form right."""

    issued_on = DayField(label=gettext_lazy("Date of the letter"))
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = Correction
        fields = ["number", "symbol", "issued_on", "reads", "should_read"]
        widgets = {
            "reads": forms.Textarea(attrs={"rows": 3}),
            "should_read": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("issued_on", self.instance.issued_on)
        self.fields["number"].help_text = offer(register_paper(self.instance))

    def values(self):
        """What the action is told."""
        return dict(self.cleaned_data)


class LetterForm(PortalForm):
    """Number, symbol and day of a letter; its words come from the records."""

    number = forms.IntegerField(label=gettext_lazy("Number"), min_value=1, validators=[is_number])
    symbol = forms.CharField(label=gettext_lazy("Symbol"), max_length=30)
    issued_on = DayField(label=gettext_lazy("Date of issue"))
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, letter, day, **kwargs):
        first = {"number": next_number(letter), "symbol": letter.symbol, "issued_on": day}
        super().__init__(*args, initial=first, **kwargs)
        self.fields["number"].help_text = offer(letter)


class _FileForm(PortalForm):
    def clean_file(self):
        """The bytes, of a file of a size somebody would sign."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(
                _("The file has more than %(most)s MB. Choose another one.")
                % {"most": LARGEST // MEGABYTE}
            )
        return file.read()


class SignedForm(_FileForm):
    """The PDF as it came back from signing."""

    file = forms.FileField(
        label=gettext_lazy("Signed PDF"),
        help_text=gettext_lazy("The PDF of this page with a digital signature, at most 20 MB."),
    )


class CheckForm(_FileForm):
    """A copy somebody holds."""

    file = forms.FileField(
        label=gettext_lazy("The file you hold"),
        help_text=gettext_lazy("PDF or Word, at most 20 MB. It is compared and not kept."),
    )

"""What the unit says to a finding or to the whole draft, and the papers beside it."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common import uploads
from reform_portal.common.forms import PortalForm

from ..models import Explanation
from .only_one import OnlyOneForm


class ExplanationForm(OnlyOneForm):
    class Meta:
        model = Explanation
        fields = ["stance", "text"]
        widgets = {"stance": forms.RadioSelect, "text": forms.Textarea(attrs={"rows": 10})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stance"].choices = Explanation.Stance.choices
        self.fields["stance"].required = False

    def clean_stance(self):
        """Whoever chooses none explains in words alone."""
        return self.cleaned_data["stance"] or Explanation.Stance.OTHER


class ExplanationFileForm(PortalForm):
    """A paper or a photo as new evidence."""

    file = forms.FileField(
        label=_("Paper or photo"), help_text=_("PDF, Word, Excel, JPEG or PNG, at most 20 MB.")
    )
    caption = forms.CharField(label=_("What it shows"), max_length=300)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean_file(self):
        """The file as it may be kept: an AcceptedFile."""
        return uploads.accept(self.cleaned_data["file"])

    def values(self):
        """What the action is told, the file by its own name."""
        given = dict(self.cleaned_data)
        return {"accepted": given.pop("file"), **given}

"""What an addressee reports to have done."""

from django import forms
from django.utils.translation import gettext

from reform_portal.common.forms import RecordForm

from ..models import Remediation


class OutcomeForm(RecordForm):
    """What the addressee did, and how far it has got."""

    class Meta:
        model = Remediation
        fields = ["outcome", "progress"]
        widgets = {"outcome": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].required = True
        self.fields["progress"].help_text = gettext(
            "0 to 100. A report that is sent says the work is done: 0 is then read as 100."
        )
        self.fields["progress"].widget.attrs |= {"min": 0, "max": 100}

    def clean_progress(self):
        progress = self.cleaned_data["progress"]
        if progress > 100:
            raise forms.ValidationError(gettext("Progress is a share from 0 to 100 percent."))
        return progress

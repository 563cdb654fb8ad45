"""Input for the lines of the draft."""

from django import forms

from reform_portal.common.forms import RecordForm

from ..models import DraftLine, Finding
from .findings import narrow_areas
from .only_one import OnlyOneForm

LINES = forms.Textarea(attrs={"rows": 6})


class WordsForm(OnlyOneForm):
    """The draft's words for a finding; they begin as the finding's own."""

    seen_finding = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = DraftLine
        fields = ["text"]
        widgets = {"text": LINES}

    def __init__(self, *args, finding, **kwargs):
        super().__init__(*args, **kwargs)
        self.finding = finding
        self.fields["text"].required = True
        self.initial["seen_finding"] = finding.version
        self.initial["text"] = finding.words

    def show_the_finding_anew(self):
        """After a refusal: what is saved next was written with the present finding in sight."""
        self.data = self.data.copy()
        self.data[self.add_prefix("seen_finding")] = str(self.finding.version)


class FreeLineForm(RecordForm):
    """A sentence of an area that belongs to no finding."""

    class Meta:
        model = DraftLine
        fields = ["kind", "area", "text"]
        widgets = {"kind": forms.RadioSelect, "text": LINES}

    def __init__(self, *args, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = Finding.Kind.choices
        for name in ("kind", "area", "text"):
            self.fields[name].required = True
        narrow_areas(self, day)

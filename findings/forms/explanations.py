"""What the unit says to a finding or to the whole draft."""

from django import forms

from ..models import Explanation
from .only_one import OnlyOneForm


class ExplanationForm(OnlyOneForm):
    class Meta:
        model = Explanation
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 10})}

"""The form of a news text."""

from django import forms

from ..forms.only_one import OnlyOneForm
from ..models import PublicSummary


class SummaryForm(OnlyOneForm):
    """Headline, lead, text, and why somebody is named."""

    class Meta:
        model = PublicSummary
        fields = ("title", "lead", "text", "named_because")
        widgets = {
            "lead": forms.Textarea(attrs={"rows": 4}),
            "text": forms.Textarea(attrs={"rows": 18}),
        }

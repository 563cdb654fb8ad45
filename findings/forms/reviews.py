"""Input of those who review a draft."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import PortalForm
from units.models import Person


class SaidForm(PortalForm):
    """A comment, or an answer to one."""

    text = forms.CharField(
        label=_("Comment"), max_length=3_000, widget=forms.Textarea(attrs={"rows": 5})
    )
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)


class ReviewerForm(PortalForm):
    """Who reads the draft before it goes out."""

    reviewer = forms.ModelChoiceField(label=_("Reviewer"), queryset=Person.objects.none())
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reviewer"].queryset = candidates

"""Input for beginning an amendment."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy

from reform_portal.common.forms import PortalForm


class AmendForm(PortalForm):
    """Why the plan changes; the paper says it."""

    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("Reason of the amendment"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("It stands in the amending paper."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("submission", uuid.uuid4())

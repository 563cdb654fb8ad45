"""A form of a record there is only one of."""

import uuid

from django import forms

from reform_portal.common.forms import RecordForm


class OnlyOneForm(RecordForm):
    """A form of a record there is only one of (an explanation of a finding, a conclusion).

    It always carries token and version: whoever began before somebody else made the record
    sends a token and no version, and is shown both texts instead of an error.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["submission"] = forms.UUIDField(required=False, widget=forms.HiddenInput)
        self.fields["version"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
        if not self.instance.pk:
            self.initial.setdefault("submission", uuid.uuid4())

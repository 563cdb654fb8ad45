"""Input for handing an open recommendation to another successor of a unit that ended."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import RecordForm
from units.models import Unit

from ..models import Remediation

NOTE = 2000


class HandOverForm(RecordForm):
    """Which unit, and why; `offered` are the versions of the units to choose from."""

    to = forms.TypedChoiceField(label=_("Who carries it out"), widget=forms.RadioSelect, coerce=int)
    note = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=NOTE,
        help_text=_("Both units and the history of the recommendation show it."),
    )

    class Meta:
        model = Remediation
        fields = ()

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.offered = {version.unit_id: version for version in offered}
        choices = [(key, version.authority) for key, version in self.offered.items()]
        self.fields["to"].choices = choices

    def clean_to(self):
        self.chosen = self.offered[self.cleaned_data["to"]]
        return Unit(pk=self.chosen.unit_id)

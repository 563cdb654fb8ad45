"""How a draft was announced, and how it is known that it arrived."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import DayField, PortalForm, RecordForm

from ..models import Announcement, Extension

ONE_A_LINE = _("One person on each line, with post and unit.")


class MeetingForm(PortalForm, forms.ModelForm):
    """The meeting at which the draft was announced."""

    held_on = DayField(
        label=_("Day of the meeting"),
        help_text=_(
            "If the draft was changed after that day, the days to explain run from today, "
            "when the unit can first read it."
        ),
    )
    seen_draft = forms.CharField(required=False, widget=forms.HiddenInput)
    place = forms.CharField(label=_("Place"), max_length=200)

    class Meta:
        model = Announcement
        fields = ["held_on", "place", "attended_delegation", "attended_unit", "course"]
        widgets = {
            "attended_delegation": forms.Textarea(attrs={"rows": 4}),
            "attended_unit": forms.Textarea(attrs={"rows": 4}),
            "course": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {"attended_delegation": ONE_A_LINE, "attended_unit": ONE_A_LINE}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("attended_delegation", "attended_unit"):
            self.fields[name].required = True


class DeliveryForm(PortalForm):
    """Proof that the draft arrived by another way."""

    day = DayField(label=_("Delivered on"))
    proof = forms.CharField(
        label=_("Proof of delivery"),
        max_length=300,
        help_text=_("For example: handed over against signature, dispatch book no. 15."),
    )


class ExtensionForm(RecordForm):
    """More days to explain the draft."""

    asked_until = DayField(label=_("Until when"))

    class Meta:
        model = Extension
        fields = ["asked_until", "reason"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 5})}

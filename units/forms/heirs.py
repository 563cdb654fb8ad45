"""Input about what was done: another unit takes over, an act is undone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import PortalForm
from units.models import Succession


class SuccessorField(forms.ModelChoiceField):
    """A successor by its name on the day it followed; the value is the unit."""

    def label_from_instance(self, row):
        return row.successor_title

    def clean(self, value):
        row = super().clean(value)
        return row and row.successor


class HeirForm(PortalForm):
    """Which of the successors takes over, and why another one."""

    successor = SuccessorField(
        Succession.objects.none(),
        label=_("Takes over what is open"),
        empty_label=None,
        to_field_name="successor_id",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("Decision or reason"), max_length=500)

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Succession.objects.filter(predecessor=unit)
        self.fields["successor"].queryset = (
            rows.with_titles().select_related("successor").order_by("pk")
        )
        now = rows.filter(takes_over=True).values_list("successor_id", flat=True).first()
        self.initial.setdefault("successor", now)


class UndoForm(PortalForm):
    note = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("Kept with the act, which stays in the list as undone."),
    )

"""Recommendations: what is to be done, by whom, until when, and to which findings."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reform_portal.common.dates import vn_date
from reform_portal.common.forms import DayField, RecordForm

from ..models import Recommendation
from .choices import UnitsField, addressees
from .findings import narrow_areas, second_area_differs


class RecommendationForm(RecordForm):
    """One point of the conclusion and who must act on it."""

    units = UnitsField(label=_("Who must act"))
    due_on = DayField(label=_("Deadline"), required=False)

    class Meta:
        model = Recommendation
        fields = [
            "text",
            "units",
            "area",
            "second_area",
            "target",
            "target_unit",
            "due_on",
            "basis",
            "findings",
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 5}),
            "findings": forms.CheckboxSelectMultiple,
        }

    field_order = Meta.fields

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        self.inspection = inspection
        self.fields["units"].queryset = addressees(inspection)
        self.fields["findings"].queryset = inspection.findings.in_order_of_the_paper()
        narrow_areas(self, inspection.starts_on)
        if self.instance.pk:
            keys = self.instance.remediations.values_list("unit_id", flat=True)
            self.initial["units"] = list(keys)
        else:
            self.initial.setdefault("units", [inspection.unit_id])

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on and due_on < self.inspection.starts_on:
            raise forms.ValidationError(
                gettext("The deadline lies before the inspection began on %(day)s.")
                % {"day": vn_date(self.inspection.starts_on)}
            )
        return due_on

    def clean(self):
        cleaned = super().clean()
        second_area_differs(self, cleaned)
        if cleaned.get("target") is not None and not cleaned.get("target_unit"):
            self.add_error("target_unit", gettext("Say what the target is measured in, such as %."))
        return cleaned

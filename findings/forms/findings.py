"""Input about findings and their evidence."""

import uuid

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from inspections.models import ReformArea, ServiceSector, Visit
from reform_portal.common import uploads
from reform_portal.common.forms import DayField, PortalForm, RecordForm

from ..models import Finding
from .choices import UnitsField, units_concerned

PICTURES_AND_PDF = (*uploads.IMAGES, uploads.PDF)


def narrow_areas(form, day):
    """Only the reform areas in force on the day."""
    for name in {"area", "second_area"} & set(form.fields):
        form.fields[name].queryset = ReformArea.objects.on(day)


def second_area_differs(form, cleaned):
    """A second area says something only when it is another one."""
    if cleaned.get("second_area") and cleaned["second_area"] == cleaned.get("area"):
        form.add_error("second_area", gettext("The second area repeats the first. Leave it empty."))


class FindingForm(RecordForm):
    """One finding; the choices are those of its inspection on its first day."""

    units = UnitsField(label=_("Units concerned"))

    class Meta:
        model = Finding
        fields = [
            "kind",
            "units",
            "area",
            "text",
            "cause_kind",
            "cause",
            "second_area",
            "sector",
            "visit",
        ]
        widgets = {
            "kind": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 6}),
            "cause": forms.Textarea(attrs={"rows": 3}),
        }

    field_order = Meta.fields

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].label = gettext("Strength or shortcoming")
        self.fields["kind"].choices = Finding.Kind.choices
        self.fields["cause_kind"].choices = [("", "–"), *Finding.Cause.choices]
        self.fields["units"].queryset = units_concerned(inspection)
        self.fields["sector"].queryset = ServiceSector.objects.on(inspection.starts_on)
        self.fields["visit"].queryset = inspection.visits.all()
        narrow_areas(self, inspection.starts_on)
        if self.instance.pk:
            keys = self.instance.finding_units.values_list("unit_id", flat=True)
            self.initial["units"] = list(keys)
        else:
            self.initial.setdefault("units", [inspection.unit_id])

    def clean(self):
        cleaned = super().clean()
        second_area_differs(self, cleaned)
        if cleaned.get("kind") == Finding.Kind.STRENGTH:
            for name in ("cause_kind", "cause"):
                if cleaned.get(name):
                    self.add_error(
                        name,
                        gettext("Only a shortcoming has a cause. Empty it or change the kind."),
                    )
        return cleaned


class EvidenceForm(PortalForm):
    """A photo or a PDF with its caption."""

    file = forms.FileField(label=_("Photo or PDF"), help_text=_("JPEG, PNG or PDF, at most 20 MB."))
    caption = forms.CharField(label=_("Caption"), max_length=300)
    visit = forms.ModelChoiceField(
        label=_("Taken at the visit"), queryset=Visit.objects.none(), required=False
    )
    taken_on = DayField(label=_("Taken on"), required=False)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, inspection, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day
        self.fields["visit"].queryset = inspection.visits.all()

    def clean_file(self):
        """The file as it may be kept: an AcceptedFile."""
        return uploads.accept(self.cleaned_data["file"], kinds=PICTURES_AND_PDF)

    def clean_taken_on(self):
        taken_on = self.cleaned_data["taken_on"]
        if taken_on and taken_on > self.day:
            raise forms.ValidationError(gettext("This day has not come yet. Correct the date."))
        return taken_on

    def values(self):
        """What the action is told, the file by its own name."""
        given = dict(self.cleaned_data)
        return {"accepted": given.pop("file"), **given}

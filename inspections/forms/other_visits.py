"""Input for the visits of other bodies."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from inspections import rules
from inspections.models import OtherVisit
from reform_portal.common import uploads
from reform_portal.common.forms import DayField, PortalForm, RecordForm
from units.models import Unit, UnitVersion

from .fieldwork import PlaceField

MOST_BYTES = 2 * uploads.MEGABYTE


class OtherVisitForm(RecordForm):
    """Who goes to which unit from when to when."""

    unit = PlaceField(label=_("Unit"), queryset=Unit.objects.none())
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))

    class Meta:
        model = OtherVisit
        fields = ("unit", "body", "subject", "starts_on", "ends_on", "basis")

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        day = self.instance.starts_on or actor.day
        offered = UnitVersion.objects.on(day).in_provinces(actor.province_ids).inspectable()
        names = {version.unit_id: version.authority for version in offered.order_by("path")}
        self.fields["unit"].names = names
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=names)

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and (sentence := rules.ends_after_it_starts(first, last)):
            self.add_error("ends_on", sentence)
        return cleaned


class OtherVisitBookForm(PortalForm):
    """A filled-in workbook. Judged by its content; what is in its rows, the dry run says."""

    file = forms.FileField(
        label=_("Workbook"),
        help_text=_("An .xlsx file made from the template; at most 2 MB and 2,000 rows."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_file(self):
        try:
            return uploads.accept(
                self.cleaned_data["file"], kinds=(uploads.EXCEL,), limit=MOST_BYTES
            )
        except ValidationError as error:
            raise ValidationError(error.messages) from error

"""Input for the list of days off."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections.models import Holiday
from inspections.schedule import SATURDAY
from reform_portal.common.forms import DayField, RecordForm


class HolidayForm(RecordForm):
    """A day off, or a weekend day that is worked to make up for one."""

    day = DayField(label=gettext_lazy("Day"))

    class Meta:
        model = Holiday
        fields = ("day", "name", "is_worked", "basis")

    def validate_unique(self):
        """The database says so when a day is taken; a second click of one form is no mistake."""

    def clean(self):
        cleaned = super().clean()
        day = cleaned.get("day")
        if day and cleaned.get("is_worked") and day.weekday() < SATURDAY:
            self.add_error(
                "is_worked",
                _(
                    "People work on that day anyway: only a Saturday or Sunday makes up for another."
                ),
            )
        return cleaned


class YearForm(forms.Form):
    """The year of the list; it stays in the address."""

    year = forms.IntegerField(
        label=gettext_lazy("Year"), required=False, min_value=1900, max_value=9000
    )

    def chosen(self, default):
        """The year asked for; what cannot be read is this year."""
        return (self.cleaned_data.get("year") if self.is_valid() else None) or default

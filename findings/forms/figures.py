"""The filters of the figures by unit; whatever cannot be read counts as empty."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from units.models import UnitVersion

Level = UnitVersion.Level
TODAY = "today"


class FiguresFilter(forms.Form):
    """Year and level; the hidden `units` carries the switch along."""

    year = forms.TypedChoiceField(
        label=gettext_lazy("Year"), required=False, coerce=int, empty_value=None
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Summed up by"),
        required=False,
        choices=[
            ("", gettext_lazy("each unit")),
            (Level.COMMUNE, Level.COMMUNE.label),
            (Level.DISTRICT, Level.DISTRICT.label),
            (Level.PROVINCE, Level.PROVINCE.label),
        ],
    )
    units = forms.ChoiceField(
        required=False, widget=forms.HiddenInput, choices=[("", ""), (TODAY, TODAY)]
    )

    def __init__(self, asked):
        super().__init__(asked)
        self.offer_years([self._year_asked()] if self._year_asked() else [])

    def _year_asked(self):
        """A year as it is typed in an address, or None."""
        asked = self.data.get("year", "")
        return int(asked) if len(asked) == 4 and asked.isascii() and asked.isdigit() else None

    def offer_years(self, years):
        asked = self._year_asked()
        offered = sorted({*years, *([asked] if asked else [])}, reverse=True)
        self.fields["year"].choices = [("", _("All years")), *((year, year) for year in offered)]

    def chosen(self):
        self.is_valid()
        given = self.cleaned_data
        return {
            "year": given.get("year") or None,
            "level": given.get("level") or "",
            "in_todays_units": given.get("units") == TODAY,
        }

    def views(self):
        """The two sides of the switch: words, address, whether it is this one."""
        now = self.chosen()["in_todays_units"]
        return [
            (_("As it was on the day"), self._address(units=None), not now),
            (_("In today's units"), self._address(units=TODAY), now),
        ]

    def _address(self, units):
        kept = self.chosen() | {"in_todays_units": None, "units": units}
        words = [f"{name}={value}" for name, value in kept.items() if value]
        return "?" + "&".join(words)

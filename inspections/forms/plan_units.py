"""Input for the units of a plan: which to show, which to take in, and how each is inspected."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from inspections import rules
from inspections.choosing import KINDS, MOST_UNITS, narrow
from inspections.models import PlanUnit
from reform_portal.common.forms import DayField, PortalForm
from units.models import UnitVersion

from .row_forms import RowForm, RowForms

MOST_YEARS = 5
MONTHS = [("", "–"), *((month, str(month)) for month in range(1, 13))]


class UnitSearchForm(forms.Form):
    """Narrowing the units a plan can take in; everything stays in the address."""

    q = forms.CharField(label=gettext_lazy("Unit"), required=False, max_length=100)
    level = forms.ChoiceField(label=gettext_lazy("Kind of unit"), required=False)
    below = forms.TypedChoiceField(
        label=gettext_lazy("Below"), required=False, coerce=int, empty_value=None
    )
    years = forms.TypedChoiceField(
        label=gettext_lazy("Last inspected"), required=False, coerce=int, empty_value=None
    )
    order = forms.ChoiceField(
        label=gettext_lazy("Order"),
        required=False,
        choices=[("", gettext_lazy("by place")), ("risk", gettext_lazy("by risk"))],
    )
    ticked = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, places, year, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [(level.value, level.label) for level in KINDS]
        self.fields["level"].choices = [("", _("All kinds")), *kinds]
        self.fields["below"].choices = [("", _("Everywhere")), *places]
        ages = [
            (years, ngettext("not for %(n)d year", "not for %(n)d years", years) % {"n": years})
            for years in range(2, MOST_YEARS + 1)
        ]
        this_year = (1, _("not in %(year)s") % {"year": year})
        self.fields["years"].choices = [("", _("At any time")), this_year, *ages]
        self.is_valid()

    def chosen(self):
        """The filters that can be read; what was typed wrongly is left out."""
        kept = {"q": "", "level": "", "below": None, "years": None, "order": ""}
        return {name: self.cleaned_data.get(name) or empty for name, empty in kept.items()}

    def come_ticked(self, units):
        """Keys of what comes ticked: all that is listed, when asked for, to untick some."""
        return [str(unit.pk) for unit in units] if self.cleaned_data.get("ticked") else []

    def narrow(self, units):
        """By words, kind and place; what is asked of their risk comes after it is known."""
        asked = self.chosen()
        return narrow(units, q=asked["q"], level=asked["level"], below=asked["below"])

    def judge(self, units):
        """Of units with their `risk` those that are due, in the order asked for."""
        asked = self.chosen()
        if asked["years"]:
            units = [unit for unit in units if unit.risk.is_due(asked["years"])]
        if asked["order"]:
            units = sorted(units, key=lambda unit: -unit.risk.points)
        return units


class WhenAndHow(PortalForm):
    """How and when units are inspected: in a month, or on an exact day of the plan's year."""

    form = forms.ChoiceField(
        label=gettext_lazy("Form"), choices=PlanUnit.Form.choices, initial=PlanUnit.Form.ON_SITE
    )
    month = forms.TypedChoiceField(
        label=gettext_lazy("Expected month"),
        choices=MONTHS,
        coerce=int,
        empty_value=None,
        required=False,
    )
    day = DayField(label=gettext_lazy("Or an exact day"), required=False)

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan

    def clean(self):
        cleaned = super().clean()
        day, month = cleaned.get("day"), cleaned.get("month")
        if outside := day and rules.lies_in_the_plan_year(day, self.plan):
            self.add_error("day", outside)
        elif day and month not in (None, day.month) and not self._month_follows():
            self.add_error("day", _("The day lies in another month. Correct one of them."))
        return cleaned

    def _month_follows(self):
        """A month nobody touched follows the day."""
        return "month" not in self.changed_data


class UnitChoiceForm(WhenAndHow):
    """The units ticked, all that are listed, a group, or a district with all its communes."""

    units = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Units"), queryset=UnitVersion.objects.none(), required=False
    )
    whole = forms.ModelChoiceField(
        label=gettext_lazy("District with all its communes"),
        queryset=UnitVersion.objects.none(),
        required=False,
    )
    group = forms.CharField(required=False, max_length=40)
    everything = forms.BooleanField(label=gettext_lazy("All units listed"), required=False)

    def __init__(self, *args, offer, listed, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer = offer
        self.listed = listed
        inside = UnitVersion.objects.filter(pk__in=[unit.pk for unit in offer.in_reach])
        self.fields["units"].queryset = inside
        self.fields["whole"].queryset = inside

    def clean_group(self):
        """The units of the group."""
        key = self.cleaned_data["group"]
        found = self.offer.group(key) if key else ()
        if found is None:
            raise forms.ValidationError(_("There is no such group of units. Choose again."))
        return found

    def clean_everything(self):
        """Nobody adds what does not fit the page and was not seen."""
        asked = self.cleaned_data["everything"]
        if asked and len([unit for unit in self.listed if not unit.is_named]) > MOST_UNITS:
            raise forms.ValidationError(_("More units match than are listed. Narrow the search."))
        return asked

    def clean(self):
        cleaned = super().clean()
        asked = ("units", "whole", "group", "everything")
        if not self.errors and not any(map(cleaned.get, asked)):
            self.add_error("units", _("No unit is ticked. Tick at least one."))
        return cleaned

    def chosen(self):
        """The versions to put on the plan."""
        given = self.cleaned_data
        if given["everything"]:
            return self.listed
        if district := given["whole"]:
            communes = narrow(
                self.offer.in_reach, below=district.unit_id, level=UnitVersion.Level.COMMUNE
            )
            return [district, *communes]
        return given["group"] or given["units"]

    def details(self):
        return {name: self.cleaned_data[name] for name in ("form", "month", "day")}


class PlanUnitForm(RowForm, WhenAndHow):
    """One unit that a plan names; `out` takes it out."""

    PREFIX = "unit"
    SEEN = ("form", "month", "day")

    out = forms.BooleanField(label=gettext_lazy("Take out"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["out"].widget.attrs["class"] = "form-check-input"


class PlanUnitForms(RowForms):
    """A form for every unit of a plan, sent together."""

    def __init__(self, typed, plan, plan_units):
        super().__init__(typed, [PlanUnitForm(typed, plan=plan, item=item) for item in plan_units])

    def out(self):
        return [row.item.pk for row in self.rows if row.cleaned_data["out"]]

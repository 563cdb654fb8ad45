"""Input for coverage: which province and year, and the target of a kind of unit."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy

from inspections.models import CoverageTarget
from reform_portal.common.dates import vn_number
from reform_portal.common.forms import RecordForm

FIRST_YEAR, LAST_YEAR = 2000, 2100


class CoverageFilterForm(forms.Form):
    """Province and year; they stay in the address."""

    province = forms.TypedChoiceField(
        label=gettext_lazy("Province"), required=False, coerce=int, empty_value=None
    )
    year = forms.IntegerField(
        label=gettext_lazy("Year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )

    def __init__(self, asked, *, actor):
        super().__init__(asked | {"year": asked.get("year") or actor.day.year})
        self.actor = actor
        self.fields["province"].choices = [(key, key) for key in sorted(actor.province_ids)]
        self.is_valid()

    def chosen(self):
        """What can be read; what was typed wrongly is as if not asked for."""
        return {
            "province_id": self.cleaned_data.get("province"),
            "year": self.cleaned_data.get("year") or self.actor.day.year,
        }

    def offer(self, provinces):
        """Their names, once they are known; of a single one nothing is asked."""
        if len(provinces) < 2:
            del self.fields["province"]
        else:
            self.fields["province"].choices = [(one.unit_id, one.title) for one in provinces]


class PercentField(forms.DecimalField):
    """A share typed as papers write it: 62,5 or 62,5 %."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value):
        if isinstance(value, str):
            value = value.replace("%", "").replace(",", ".").strip()
        return super().to_python(value)

    def prepare_value(self, value):
        return vn_number(value) if isinstance(value, Decimal) else value


class CoverageTargetForm(RecordForm):
    """The share to be reached, and the paper that sets it."""

    percent = PercentField(
        label=gettext_lazy("Target, in percent"),
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
    )

    class Meta:
        model = CoverageTarget
        fields = ("percent", "basis")

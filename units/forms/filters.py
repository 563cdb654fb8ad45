"""Filters of the lists: they stay in the address; a value nobody offered is no filter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import DayField
from units.models import UnitVersion

ALL = ("", _("All"))


class ListFilters(forms.Form):
    """A search word, a place, and the day the list is about."""

    place_field = ""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)
    on = DayField(label=_("As on"), required=False)

    def __init__(self, given, *, day, places=()):
        super().__init__({"on": day, **given.dict()})
        by_key = {str(version.unit_id): version for version in places}
        if self.place_field:
            self.fields[self.place_field].choices = [
                ALL,
                *((key, version.title) for key, version in by_key.items()),
            ]
        self.is_valid()
        self.day = self.cleaned_data.get("on") or day
        self.place = by_key.get(self.chosen(self.place_field))
        self.is_on = any(self.chosen(name) for name in self.fields if name != "on")

    def chosen(self, name):
        """The value of a filter, or "" when it is off or makes no sense."""
        return self.cleaned_data.get(name) or ""


class UnitFilters(ListFilters):
    place_field = "parent"
    field_order = ["q", "level", "parent", "on"]

    level = forms.ChoiceField(
        label=_("Level"), required=False, choices=[ALL, *UnitVersion.Level.choices]
    )
    parent = forms.ChoiceField(label=_("Inside"), required=False)


class PersonFilters(ListFilters):
    place_field = "unit"
    field_order = ["q", "unit", "on"]

    unit = forms.ChoiceField(label=_("Unit"), required=False)


class Near(forms.Form):
    """For superusers: the province whose units the form below offers."""

    near = forms.ChoiceField(label=_("Units of the province"), required=False)

    def __init__(self, given, *, provinces):
        super().__init__({"near": given.get("near", "")})
        self.fields["near"].choices = [
            ALL,
            *((str(version.unit_id), version.title) for version in provinces),
        ]
        self.is_valid()
        self.province_id = int(self.cleaned_data.get("near") or 0) or None

"""Filters of the lists: they stay in the address; a value nobody offered is no filter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from units.models import UnitVersion

ALL = ("", _("All"))


class ListFilters(forms.Form):
    """A search word and a place; the day the list is about is carried along."""

    place_field = ""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)
    on = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, given, *, written_day="", places=()):
        super().__init__(given.dict() | {"on": written_day})
        by_key = {str(version.unit_id): version for version in places}
        if self.place_field:
            self.fields[self.place_field].choices = [
                ALL,
                *((key, version.title) for key, version in by_key.items()),
            ]
        self.is_valid()
        self.place = by_key.get(self.chosen(self.place_field))
        self.is_on = any(self.chosen(name) for name in self.fields if name != "on")

    def chosen(self, name):
        """The value of a filter, or "" when it is off or makes no sense."""
        return self.cleaned_data.get(name) or ""


class UnitFilters(ListFilters):
    place_field = "parent"
    field_order = ["q", "level", "parent"]

    level = forms.ChoiceField(
        label=_("Level"), required=False, choices=[ALL, *UnitVersion.Level.choices]
    )
    parent = forms.ChoiceField(label=_("Inside"), required=False)


class PersonFilters(ListFilters):
    place_field = "unit"
    field_order = ["q", "unit"]

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

"""The filters of the lists; whatever cannot be read counts as empty."""

from django import forms
from django.utils.translation import gettext_lazy as _

from inspections.questions import areas_on

from ..models import Finding, Remediation

ALL = ("", _("All"))
OPEN = ("open", _("Not accepted yet"))


class FilterForm(forms.Form):
    """An unprefixed GET form that never fails."""

    def chosen(self):
        """The readable filters; empty ones included."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or self.empty(name) for name in self.fields}

    def empty(self, name):
        return False if isinstance(self.fields[name], forms.BooleanField) else ""

    @property
    def is_used(self):
        return any(self.chosen().values())


class FindingFilter(FilterForm):
    text = forms.CharField(label=_("Text"), required=False)
    unit = forms.CharField(label=_("Unit"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    area = forms.ChoiceField(label=_("Reform area"), required=False)
    inspection = forms.CharField(label=_("Inspection"), required=False)

    def __init__(self, *args, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [ALL, *Finding.Kind.choices]
        areas = areas_on(day)
        self.fields["area"].choices = [ALL, *((area.code, str(area)) for area in areas)]


class RemediationFilter(FilterForm):
    text = forms.CharField(label=_("Text"), required=False)
    unit = forms.CharField(label=_("Unit"), required=False)
    status = forms.ChoiceField(
        label=_("State"), required=False, choices=[ALL, OPEN, *Remediation.Status.choices]
    )
    inspection = forms.CharField(label=_("Inspection"), required=False)
    overdue = forms.BooleanField(label=_("Overdue only"), required=False)

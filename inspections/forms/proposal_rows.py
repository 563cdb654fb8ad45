"""The rows of the question for a proposal: a unit and what of it is fixed; a person and the role."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy

from inspections import rules
from inspections.models import DelegationMember
from reform_portal.common.forms import DayField

from .row_forms import RowForm

Role = DelegationMember.Role


class StopForm(RowForm):
    """A unit of the plan: whether it is in, and what of it is fixed."""

    PREFIX = "unit"

    chosen = forms.BooleanField(label=gettext_lazy("Propose"), required=False, initial=True)
    day = DayField(label=gettext_lazy("Fixed day"), required=False)
    team = forms.ChoiceField(label=gettext_lazy("Fixed delegation"), required=False)

    def __init__(self, *args, plan, teams, before=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.fields["chosen"].widget.attrs["class"] = "form-check-input"
        self.fields["team"].choices = teams
        self.fields["team"].widget.attrs["class"] = "form-select"
        self.fields["day"].widget.attrs["class"] = "day form-control"
        self.fields["day"].initial = self.item.day
        if before is not None:
            self._begin_with(before.get(self.item.pk))

    def _begin_with(self, pin):
        """What was asked for this unit before; None where it was left out."""
        self.fields["chosen"].initial = bool(pin)
        if pin:
            self.fields["day"].initial = date.fromisoformat(pin["day"]) if pin["day"] else None
            self.fields["team"].initial = pin["team"]

    def clean_day(self):
        day = self.cleaned_data["day"]
        if day and (sentence := rules.lies_in_the_plan_year(day, self.plan)):
            raise forms.ValidationError(sentence)
        return day

    def pin(self):
        """What the question says of this unit."""
        given = self.cleaned_data
        day, team = given["day"], given["team"]
        return {
            "key": self.item.pk,
            "day": day.isoformat() if day else None,
            "team": int(team) if team else None,
        }


class PersonForm(RowForm):
    """Somebody of the pool: whether to be asked, as what, and for which areas."""

    PREFIX = "person"
    ROLES = [(role.value, role.label) for role in (Role.HEAD, Role.SECRETARY, Role.MEMBER)]

    chosen = forms.BooleanField(label=gettext_lazy("Ask"), required=False)
    role = forms.ChoiceField(label=gettext_lazy("Suited as"), choices=ROLES, required=False)
    areas = forms.MultipleChoiceField(
        label=gettext_lazy("Areas of skill"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, areas, before=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["areas"].choices = areas
        known = {"role": self.item.role, "areas": sorted(self.item.areas)}
        asked = (before or {}).get(self.item.pk)
        for name in known:
            self.fields[name].initial = (asked or known)[name]
        self.fields["chosen"].initial = bool(asked) if before else self.item.is_offered
        self.fields["chosen"].widget.attrs["class"] = "form-check-input"
        self.fields["role"].widget.attrs["class"] = "form-select"
        self.fields["areas"].widget.attrs["class"] = "form-check-input"

    @property
    def areas_named(self):
        """The areas chosen so far, in words."""
        chosen = set(self["areas"].value() or ())
        return [name for code, name in self.fields["areas"].choices if code in chosen]

    def candidate(self):
        """What the question says of this person."""
        given = self.cleaned_data
        role = given["role"] or Role.MEMBER.value
        return {"person": self.item.pk, "role": role, "areas": given["areas"]}

"""Input for a session: where one delegation goes in one half-day, and in what order."""

import uuid

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import rules
from inspections.models import Delegation, Half
from reform_portal.common.forms import DayField, PortalForm

MOST_STOPS = 20


class SessionForm(PortalForm):
    """A delegation, a half-day, and beside each unit its place in the order; empty: not visited."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    delegation = forms.ModelChoiceField(
        label=gettext_lazy("Delegation"), queryset=Delegation.objects.none()
    )
    day = DayField(label=gettext_lazy("Day"))
    session = forms.ChoiceField(label=gettext_lazy("Half-day"), choices=Half.choices)
    in_spite_of = forms.CharField(
        label=gettext_lazy("Reason in spite of the warnings"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Only needed when the portal warns of something."),
    )

    def __init__(self, *args, plan, plan_units, **kwargs):
        self.plan, self.plan_units = plan, list(plan_units)
        super().__init__(*args, **kwargs)
        self.initial.setdefault("submission", uuid.uuid4())
        self.fields["delegation"].queryset = plan.delegations.order_by("pk")
        for item in self.plan_units:
            self.fields[_name(item)] = forms.IntegerField(
                label=str(item), required=False, min_value=1, max_value=MOST_STOPS
            )
        # The units come before the reason.
        self.fields["in_spite_of"] = self.fields.pop("in_spite_of")

    def clean(self):
        cleaned = super().clean()
        if outside := cleaned.get("day") and rules.lies_in_the_plan_year(cleaned["day"], self.plan):
            self.add_error("day", outside)
        self._check_order(cleaned)
        return cleaned

    def _check_order(self, cleaned):
        seen = set()
        for item in self.plan_units:
            place = cleaned.get(_name(item))
            if place in seen:
                self.add_error(_name(item), _("Another unit has this place in the order."))
            seen.add(place) if place else None
        if not seen and not self.errors:
            self.add_error(None, _("Give at least one unit a place in the order: 1, 2, 3 …"))

    def stops(self):
        """The units to visit, in their order."""
        given = [(self.cleaned_data[_name(item)], item) for item in self.plan_units]
        return [item for place, item in sorted((one for one in given if one[0]), key=_place)]


def _name(item):
    return f"stop-{item.pk}"


def _place(given):
    return given[0]

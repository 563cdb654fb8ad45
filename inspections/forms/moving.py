"""Input for moving and cancelling: when instead, and the reason everybody concerned reads."""

from django import forms
from django.utils.translation import gettext_lazy

from inspections.models import Inspection, Visit
from reform_portal.common.forms import DayField, PortalForm, RecordForm

from .warned import MOST_LETTERS, AsksWhy

IN_SPITE_OF = gettext_lazy("Reason to schedule in spite of warnings")


def _reason():
    return forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "The members of the delegation and the inspected unit read it on their start page."
        ),
    )


def dropped_on(query, day_field):
    """What a link to a move page fills in: the day and half something was dragged to."""
    found = {}
    try:
        found[day_field] = DayField().clean(query.get("day"))
    except forms.ValidationError:
        return {}
    if query.get("session") in Visit.Session.values:
        found["session"] = query["session"]
    return found


class _MoveForm(AsksWhy, RecordForm):
    in_spite_of = forms.CharField(
        label=IN_SPITE_OF, required=False, max_length=MOST_LETTERS, widget=forms.Textarea
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.hide_why()


class MoveVisitForm(_MoveForm):
    """Another day or half-day of a visit."""

    day = DayField(label=gettext_lazy("New day"))
    reason = _reason()

    class Meta:
        model = Visit
        fields = ("day", "session")

    field_order = ("day", "session", "reason", "in_spite_of")


class MoveInspectionForm(_MoveForm):
    """Another first day of an inspection; what follows keeps its distance."""

    starts_on = DayField(label=gettext_lazy("New first day"))
    ends_on = DayField(
        label=gettext_lazy("New last day"),
        required=False,
        help_text=gettext_lazy("Left empty, the inspection lasts as long as before."),
    )
    reason = _reason()

    class Meta:
        model = Inspection
        fields = ("starts_on",)

    field_order = ("starts_on", "ends_on", "reason", "in_spite_of")


class CancelForm(PortalForm):
    """Why it does not take place."""

    reason = _reason()

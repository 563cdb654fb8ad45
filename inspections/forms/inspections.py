"""Input for the schedule of an inspection, and the filters of the list."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import rules
from inspections.models import Inspection, PlanUnit
from inspections.querysets import IN_PROGRESS
from inspections.schedule import first_working_day
from reform_portal.common.forms import DayField, RecordForm

from .warned import AsksWhy

MOST_DIGITS = 18


class InspectionForm(AsksWhy, RecordForm):
    """Days, delegation and form of an inspection; a new one also names a unit of the plan.

    The days of a scheduled one are moved elsewhere, with the reason everybody concerned reads.
    """

    plan_unit = forms.ModelChoiceField(
        label=gettext_lazy("Unit"),
        queryset=PlanUnit.objects.none(),
        help_text=gettext_lazy("Units of the plan that have no inspection yet."),
    )
    starts_on = DayField(label=gettext_lazy("First day"))
    ends_on = DayField(label=gettext_lazy("Last day"))

    class Meta:
        model = Inspection
        fields = ("delegation", "starts_on", "ends_on", "form", "in_spite_of")
        help_texts = {
            "in_spite_of": gettext_lazy(
                "Why it is scheduled nevertheless. The reason is shown with the inspection."
            )
        }

    field_order = ("plan_unit", "delegation", "starts_on", "ends_on", "form", "in_spite_of")

    def __init__(self, *args, plan, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.fields["delegation"].queryset = plan.delegations.all()
        self.initial["in_spite_of"] = ""  # another delegation is judged anew, with its own reason
        self.hide_why()
        if self.instance.pk:
            del self.fields["plan_unit"]
            self.fields["starts_on"].disabled = self.fields["ends_on"].disabled = True
        else:
            token = self.data.get("submission") if self.is_bound else None
            token = self.fields["submission"].to_python(token) if _is_token(token) else None
            known = plan.plan_units.visible_to(actor)
            self.fields["plan_unit"].queryset = known.to_schedule(token)

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        self._say("starts_on", first and rules.lies_in_the_plan_year(first, self.plan))
        if first and last:
            sentence = rules.lies_in_the_plan_year(last, self.plan)
            self._say("ends_on", sentence or rules.ends_after_it_starts(first, last))
        if first:
            self._check_unit(cleaned, first)
        return cleaned

    def _check_unit(self, cleaned, first):
        unit_id, name = self._unit(cleaned)
        if unit_id is None:
            return
        version = rules.unit_version_on(unit_id, first)
        if version is None:
            self._say("starts_on", rules.unit_exists_on(unit_id, first, name))
        elif team := cleaned.get("delegation"):
            self._say("delegation", rules.own_unit_conflict(team, version, first))

    def _unit(self, cleaned):
        if self.instance.pk:
            return self.instance.unit_id, self.instance.unit_version.authority
        chosen = cleaned.get("plan_unit")
        return (chosen.unit_id, chosen) if chosen else (None, None)

    def _say(self, field, sentence):
        if sentence:
            self.add_error(field, sentence)


def wished(plan, plan_unit_id, actor):
    """What a link to the schedule fills in: the unit with the day or month the plan wishes."""
    if not plan_unit_id.isdecimal() or len(plan_unit_id) > MOST_DIGITS:
        return {}
    item = plan.plan_units.visible_to(actor).filter(pk=plan_unit_id).first()
    if item is None:
        return {}
    given = {"plan_unit": item, "form": item.form}
    day = item.day or (item.month and first_working_day(plan.year, item.month))
    return given | ({"starts_on": day, "ends_on": day} if day else {})


def _is_token(text):
    try:
        return bool(text) and bool(forms.UUIDField().clean(text))
    except forms.ValidationError:
        return False


class InspectionFilterForm(forms.Form):
    """Filters of the list of inspections; they stay in the address."""

    q = forms.CharField(label=gettext_lazy("Code, unit or plan"), required=False, max_length=100)
    year = forms.IntegerField(
        label=gettext_lazy("Year"), required=False, min_value=1900, max_value=9000
    )
    status = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    mine = forms.ChoiceField(label=gettext_lazy("Delegation"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [
            ("", _("All states")),
            (IN_PROGRESS, _("In progress")),
            *Inspection.Status.choices,
        ]
        self.fields["mine"].choices = [("", _("All delegations")), ("1", _("Mine"))]

    def chosen(self):
        """The filters that can be read; what was typed wrongly is left out."""
        self.is_valid()
        return self.cleaned_data

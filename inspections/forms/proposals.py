"""Input for a proposal: which days, how many a day, which wishes count, which units, what is fixed."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import rules
from inspections.models import PlanUnit
from inspections.proposals.problem import MUCH, NOT, SOMEWHAT
from reform_portal.common.forms import DayField, PortalForm

from .row_forms import RowForm

COUNTS = [
    (NOT, gettext_lazy("does not count")),
    (SOMEWHAT, gettext_lazy("counts")),
    (MUCH, gettext_lazy("counts much")),
]
PACES = [
    (0, gettext_lazy("a whole day for each unit")),
    (1, gettext_lazy("one unit in a half-day")),
    (2, gettext_lazy("two units in a half-day")),
    (3, gettext_lazy("three units in a half-day")),
]
LARGEST_TEAM = 20
MOST_UNITS = 300


def _weight(label, initial=SOMEWHAT):
    return forms.TypedChoiceField(label=label, choices=COUNTS, coerce=int, initial=initial)


class ProposalForm(PortalForm):
    """What the whole proposal keeps to."""

    WEIGHTS = ("load", "travel", "month", "spread")

    first = DayField(label=gettext_lazy("From"))
    last = DayField(label=gettext_lazy("Until"))
    a_half = forms.TypedChoiceField(
        label=gettext_lazy("How many units a delegation sees"),
        choices=PACES,
        coerce=int,
        initial=1,
    )
    teams = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Delegations"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    team_size = forms.IntegerField(
        label=gettext_lazy("Members wished in each delegation"),
        min_value=0,
        max_value=LARGEST_TEAM,
        initial=0,
        help_text=gettext_lazy(
            "People who inspected before are proposed until the delegation has so many, first "
            "those who were in charge of areas it lacks. With 0 nobody is proposed."
        ),
    )
    travel = _weight(gettext_lazy("Short ways"))
    load = _weight(gettext_lazy("Even load of the delegations"))
    month = _weight(gettext_lazy("The month named in the plan"), MUCH)
    spread = _weight(gettext_lazy("Evenly over the weeks"))

    def __init__(self, *args, plan, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.fields["teams"].choices = [(team.pk, team.name) for team in teams]
        self.fields["teams"].initial = [team.pk for team in teams]

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        for name in ("first", "last"):
            if cleaned.get(name):
                self._say(name, rules.lies_in_the_plan_year(cleaned[name], self.plan))
        if first and last:
            self._say("last", rules.ends_after_it_starts(first, last))
        return cleaned

    def _say(self, field, sentence):
        if sentence:
            self.add_error(field, sentence)


class StopForm(RowForm):
    """A unit of the plan: whether it is in, and what of it is fixed."""

    PREFIX = "unit"

    chosen = forms.BooleanField(label=gettext_lazy("Propose"), required=False, initial=True)
    day = DayField(label=gettext_lazy("Fixed day"), required=False)
    team = forms.ChoiceField(label=gettext_lazy("Fixed delegation"), required=False)

    def __init__(self, *args, plan, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.fields["chosen"].widget.attrs["class"] = "form-check-input"
        self.fields["team"].choices = teams
        self.fields["day"].initial = self.item.day

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


class QuestionForm:
    """Both together, as one form to the page."""

    def __init__(self, typed, plan, plan_units, *, initial):
        teams = list(plan.delegations.only("name").order_by("pk"))
        named = [("", "–"), *((str(team.pk), team.name) for team in teams)]
        self.main = ProposalForm(typed, plan=plan, teams=teams, initial=initial)
        self.rows = [
            StopForm(typed, plan=plan, item=item, teams=named) for item in plan_units[:MOST_UNITS]
        ]
        self.is_bound = typed is not None

    def is_valid(self):
        fine = all([self.main.is_valid(), *(row.is_valid() for row in self.rows)])
        if fine:
            self._check_choice()
        return fine and not self.main.errors

    def _check_choice(self):
        chosen = self._chosen()
        if not chosen:
            self.main.add_error(None, _("No unit is ticked. Tick at least one."))
        teams = self.main.cleaned_data["teams"]
        if any(pin["team"] not in (None, *teams) for pin in chosen):
            self.main.add_error(
                "teams", _("A unit is fixed to a delegation that is not ticked here. Tick it.")
            )

    def _chosen(self):
        return [row.pin() for row in self.rows if row.cleaned_data["chosen"]]

    def add_error(self, field, reasons):
        self.main.add_error(None, reasons)

    @property
    def errors(self):
        """What `form_status` asks."""
        return self.main.errors or [row.errors for row in self.rows if row.errors]

    def question(self, day):
        """Everything that was asked, as it is stored."""
        given = self.main.cleaned_data
        return {
            "day": day.isoformat(),
            "first": given["first"].isoformat(),
            "last": given["last"].isoformat(),
            "a_half": given["a_half"],
            "team_size": given["team_size"],
            "teams": given["teams"],
            "weights": {name: given[name] for name in ProposalForm.WEIGHTS},
            "units": self._chosen(),
        }


class AcceptForm(forms.Form):
    """The ticked lines and seats of a proposal, by their places in it."""

    lines = forms.TypedMultipleChoiceField(coerce=int, required=False)
    seats = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, typed, *, answer):
        super().__init__(typed)
        for name in ("lines", "seats"):
            self.fields[name].choices = [(at, at) for at in range(len(answer[name]))]
        self.answer = answer

    def chosen(self, name):
        return [self.answer[name][at] for at in self.cleaned_data[name]]


def units_to_propose(plan, actor):
    """Units of the plan that are visited and have no inspection yet, as far as the person knows."""
    left = plan.plan_units.visible_to(actor).to_schedule()
    return left.exclude(form=PlanUnit.Form.BY_REPORT).order_by("unit_version__path")

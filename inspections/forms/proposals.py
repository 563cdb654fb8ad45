"""Input for a proposal: which days, how many a day, which delegations, which wishes; and the answer."""

from crispy_forms.layout import HTML, Column, Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import rules
from inspections.proposals.problem import MUCH, NOT, SOMEWHAT
from reform_portal.common.forms import DayField, PortalForm

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
MOST_NEW = 10


def _weight(label, initial=SOMEWHAT):
    return forms.TypedChoiceField(label=label, choices=COUNTS, coerce=int, initial=initial)


def _side_by_side(*fields):
    """Two in a row where there is room."""
    return Row(
        *(Column(field, css_class="col-md-6") for field in fields), css_class="align-items-end"
    )


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
        label=gettext_lazy("Delegations that may go"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
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
    new_teams = forms.IntegerField(
        label=gettext_lazy("New delegations to propose, at most"),
        min_value=0,
        max_value=MOST_NEW,
        initial=0,
        help_text=gettext_lazy(
            "Heads, secretaries and members are chosen among the people ticked below; with 0 no "
            "delegation is formed."
        ),
    )
    new_size = forms.IntegerField(
        label=gettext_lazy("People in each new delegation"),
        min_value=2,
        max_value=LARGEST_TEAM,
        initial=5,
        required=False,
        help_text=gettext_lazy("With the head and the secretary."),
    )
    formed_on = DayField(
        label=gettext_lazy("Day on which they are formed"),
        required=False,
        help_text=gettext_lazy(
            "They go out from this day on. The decision is entered on the page of each delegation."
        ),
    )
    travel = _weight(gettext_lazy("Short ways"))
    load = _weight(gettext_lazy("Even load of the delegations"))
    month = _weight(gettext_lazy("The month named in the plan"), MUCH)
    spread = _weight(gettext_lazy("Evenly over the weeks"))

    def __init__(self, *args, plan, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.fields["teams"].choices = list(teams.items())
        self.fields["teams"].initial = list(teams)
        if not teams:
            del self.fields["teams"], self.fields["team_size"]
            self.fields["new_teams"].initial = 1
        self.helper.layout = self._layout()

    def _layout(self):
        standing = [name for name in ("teams", "team_size") if name in self.fields]
        none = _("The plan has no delegation yet: let one or several be proposed.")
        return Layout(
            Fieldset(_("Days and pace"), _side_by_side("first", "last"), "a_half"),
            Fieldset(_("What counts"), _side_by_side(*self.WEIGHTS)),
            Fieldset(_("Delegations of the plan"), *(standing or [HTML(f"<p>{none}</p>")])),
            Fieldset(_("New delegations"), "new_teams", _side_by_side("new_size", "formed_on")),
        )

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        for name in ("first", "last"):
            if cleaned.get(name):
                self._say(name, rules.lies_in_the_plan_year(cleaned[name], self.plan))
        if first and last:
            self._say("last", rules.ends_after_it_starts(first, last))
        if cleaned.get("new_teams"):
            self._check_new_ones(cleaned)
        elif cleaned.get("new_teams") == 0 and not cleaned.get("teams"):
            sentence = _(
                "No delegation can go: tick one of the plan, or let at least one be formed."
            )
            self._say("teams" if "teams" in self.fields else "new_teams", sentence)
        return cleaned

    def _check_new_ones(self, cleaned):
        for name in ("new_size", "formed_on"):
            if not cleaned.get(name) and name not in self.errors:
                self._say(name, _("This is needed where new delegations are to be proposed."))
        if (
            cleaned.get("formed_on")
            and cleaned.get("last")
            and cleaned["formed_on"] > cleaned["last"]
        ):
            self._say("formed_on", _("This day lies after the last day asked for."))

    def _say(self, field, sentence):
        if sentence:
            self.add_error(field, sentence)


class AcceptForm(forms.Form):
    """The ticked lines, seats and new delegations of a proposal, by their places in it."""

    PARTS = ("lines", "seats", "formed")

    lines = forms.TypedMultipleChoiceField(coerce=int, required=False)
    seats = forms.TypedMultipleChoiceField(coerce=int, required=False)
    formed = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, typed, *, answer):
        super().__init__(typed)
        for name in self.PARTS:
            self.fields[name].choices = [(at, at) for at in range(len(answer.get(name, ())))]
        self.answer = answer

    def chosen(self, name):
        return [self.answer[name][at] for at in self.cleaned_data[name]]

    def chosen_parts(self):
        """{part: rows}, as the action takes them."""
        return {name: self.chosen(name) for name in self.PARTS}

"""Input for the deadlines of a plan: how many days each step may take."""

from django import forms
from django.utils.translation import gettext_lazy

from inspections.models import PlanDeadline

from .row_forms import RowForm, RowForms


class DeadlineForm(RowForm):
    """The days of one step, and how they are counted; from what is the nature of the step."""

    SEEN = ("days", "counted")

    days = forms.IntegerField(
        label=gettext_lazy("Number of days"), min_value=0, max_value=PlanDeadline.MOST_DAYS
    )
    counted = forms.ChoiceField(
        label=gettext_lazy("Counted in"), choices=PlanDeadline.Counted.choices
    )

    note_label = gettext_lazy("Counted from")

    @property
    def name(self):
        return self.item.get_code_display()

    @property
    def note(self):
        return self.item.get_anchor_display()


class DeadlineForms(RowForms):
    """A form for every step, sent together."""

    def __init__(self, typed, deadlines):
        super().__init__(typed, [DeadlineForm(typed, item=item) for item in deadlines])

    def changes(self):
        """{code of the step: what changed}."""
        return {row.item.code: changes for row in self.rows if (changes := row.changes())}

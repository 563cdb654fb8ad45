"""Input of the calendar: what it shows, and where a visit or an inspection goes instead."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections.agenda import FIRST_YEAR, LAST_YEAR
from reform_portal.common.dates import vn_date
from reform_portal.common.forms import DayField

LONGEST_KEY = 16


class CalendarFilterForm(forms.Form):
    """What a calendar page shows; it stays in the address."""

    day = DayField(label=gettext_lazy("Go to the day"), required=False)
    delegation = forms.ChoiceField(label=gettext_lazy("Delegation"), required=False)
    unit = forms.CharField(label=gettext_lazy("Unit"), required=False, max_length=100)
    person = forms.ChoiceField(label=gettext_lazy("Person"), required=False)

    def __init__(self, data):
        """A day from a link is shown as people write days."""
        super().__init__(data.copy())
        if day := self._given_day():
            self.data["day"] = vn_date(day)

    def offer(self, seats):
        """Delegations and people to choose from: those who sit in the delegations of the year."""
        delegations = {str(seat.delegation_id): seat.delegation.name for seat in seats}
        people = {str(seat.person_id): seat.person.full_name for seat in seats}
        self._choose("delegation", _("All delegations"), delegations)
        ordered = dict(sorted(people.items(), key=lambda one: one[1].split()[::-1]))
        self._choose("person", _("All people"), ordered)

    def _choose(self, name, everything, choices):
        """What was chosen in another year stays chosen, and shows nothing of its name."""
        given = self.data.get(name, "")
        if _is_key(given) and given not in choices:
            choices[given] = _("The one chosen before (none of this year)")
        self.fields[name].choices = [("", everything), *choices.items()]

    def shown_day(self, today):
        """The day the page is about."""
        day = self._given_day() or today
        return day if FIRST_YEAR <= day.year <= LAST_YEAR else today

    def _given_day(self):
        try:
            return self.fields["day"].clean(self.data.get("day", ""))
        except forms.ValidationError:
            return None

    def chosen(self):
        """The filters that can be read; what was typed wrongly is left out."""
        self.is_valid()
        cleaned = self.cleaned_data
        keys = {name: int(cleaned.get(name) or 0) for name in ("delegation", "person")}
        return keys | {"unit": cleaned.get("unit", "")}


def _is_key(text):
    return text.isdecimal() and text.isascii() and len(text) < LONGEST_KEY and int(text) > 0

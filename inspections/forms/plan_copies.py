"""Input for a copy of a plan: in whose name, its subject, and which units go along."""

import uuid
from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections.copying import day_of_copy, forward
from inspections.issuers import first_choice, issuers_for
from inspections.models import PlanUnit
from reform_portal.common.forms import DayField, PortalForm

from .plans import IssuerField, in_our_time


class PlanCopyForm(PortalForm):
    """The new draft. Units that stand come ticked; successors to choose among come unticked."""

    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)
    issued_by = IssuerField(label=gettext_lazy("Issued by"))
    title = forms.CharField(label=gettext_lazy("Subject"), max_length=300)
    period_from = DayField(
        label=gettext_lazy("Period under inspection from"), validators=[in_our_time]
    )
    period_to = DayField(label=gettext_lazy("Period under inspection to"), validators=[in_our_time])
    units = forms.MultipleChoiceField(
        label=gettext_lazy("Units to take along"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, plan, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.day = day_of_copy(plan, actor)
        issuers = issuers_for(actor, actor.day)
        self.fields["issued_by"].offer(issuers)
        known = self.fields["issued_by"].issuers
        first = known.get(plan.issued_by) or first_choice(issuers)
        chosen = known.get(self.data.get("issued_by")) if self.is_bound else first
        self.found = forward(plan, (chosen or first).unit, self.day)
        self._offer_units()
        self.initial |= self._beginning(first)

    def _beginning(self, issuer):
        later = self.day.year - self.plan.year
        return {
            "submission": uuid.uuid4(),
            "issued_by": issuer.key,
            "title": self.plan.title.replace(str(self.plan.year), str(self.day.year)),
            "period_from": years_later(self.plan.period_from, later),
            "period_to": years_later(self.plan.period_to, later),
            "units": [str(version.pk) for version, _item in self.found.units],
        }

    def _offer_units(self):
        form_of = {version.pk: (version, item.form) for version, item in self.found.units}
        labels = [(str(version.pk), _label(version, item)) for version, item in self.found.units]
        for item, versions in self.found.to_choose:
            for version in versions:
                if version.pk not in form_of:
                    labels.append((str(version.pk), _successor(version, item)))
                form_of.setdefault(version.pk, (version, item.form))
        self.fields["units"].choices = labels
        self._form_of = form_of

    def clean(self):
        cleaned = super().clean()
        begin, end = cleaned.get("period_from"), cleaned.get("period_to")
        if begin and end and end < begin:
            self.add_error("period_to", _("The period under inspection ends before it begins."))
        return cleaned

    def values(self):
        """What the action is given, without the units."""
        issuer = self.fields["issued_by"].issuers[self.cleaned_data["issued_by"]]
        words = {name: self.cleaned_data[name] for name in ("title", "period_from", "period_to")}
        return words | {
            "committee": issuer.committee,
            "issuer_id": issuer.unit.unit_id,
            "symbol": issuer.symbol,
            "year": self.day.year,
            "types": self.found.types,
            "areas": self.found.areas,
            "left": self.found.left,
            "submission": self.cleaned_data["submission"],
        }

    def chosen(self):
        """(version, form) of the units ticked; what was a re-inspection is one no more."""
        again = {PlanUnit.Form.AGAIN: PlanUnit.Form.ON_SITE}
        ticked = (self._form_of[int(key)] for key in self.cleaned_data["units"])
        return [(version, again.get(form, form)) for version, form in ticked]


def years_later(day, years):
    """The same day some years later; 29/2 becomes 28/2 where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def _label(version, item):
    """The unit as it is on the new day, with what it was called in the old plan if that differs."""
    then = str(item)
    return version.authority if version.authority == then else f"{version.authority} ← {then}"


def _successor(version, item):
    return _("%(unit)s, one of the successors of %(ended)s") % {
        "unit": version.authority,
        "ended": item,
    }

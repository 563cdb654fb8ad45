"""Input for plans: their words, the units they name, and the filters of the list."""

import re
from datetime import date

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import rules
from inspections.actions.plans import issuer_of, with_communes
from inspections.models import InspectionType, Plan, PlanUnit, ReformArea
from reform_portal.common.dates import vn_date
from reform_portal.common.forms import DayField, PortalForm, RecordForm
from reform_portal.common.text import nfc
from units.models import SteeringCommittee, UnitVersion
from units.querysets import in_force

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
MONTHS = [("", "–"), *((month, str(month)) for month in range(1, 13))]


def in_our_time(day):
    """A year typed with a digit too few or wrong is no period."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise forms.ValidationError(
            _("Give a day between %(first)s and %(last)s.")
            % {"first": vn_date(FIRST_DAY), "last": vn_date(LAST_DAY)}
        )


class PlanForm(RecordForm):
    """A plan's words. The number may wait until the plan goes to approval."""

    number = forms.IntegerField(label=gettext_lazy("Number"), required=False, min_value=1)
    year = forms.IntegerField(label=gettext_lazy("Year"), min_value=2000, max_value=2100)
    issued_on = DayField(label=gettext_lazy("Date of issue"), required=False)
    period_from = DayField(
        label=gettext_lazy("Period under inspection from"), validators=[in_our_time]
    )
    period_to = DayField(label=gettext_lazy("Period under inspection to"), validators=[in_our_time])

    class Meta:
        model = Plan
        fields = (
            "committee",
            "number",
            "symbol",
            "issued_on",
            "year",
            "title",
            "types",
            "areas",
            "period_from",
            "period_to",
            "purpose",
        )
        widgets = {
            "types": forms.CheckboxSelectMultiple,
            "areas": forms.CheckboxSelectMultiple,
            "purpose": forms.Textarea(attrs={"rows": 5}),
        }

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor = actor
        # Not `visible_to`: whoever also administers sees committees of other provinces.
        committees = SteeringCommittee.objects.filter(unit__in=actor.province_ids)
        own = committees.on(actor.day).filter(unit__in=actor.home_province_ids)
        standing = Q(pk__in=own.values("pk"))
        self.fields["committee"].queryset = committees.filter(
            standing | Q(pk=self.instance.committee_id)
        )
        self.fields["committee"].empty_label = _("The People's Committee itself")
        self.fields["symbol"].required = False
        self.fields["symbol"].help_text = _(
            "After the slash, as in KH-BCĐCCHC. Left empty, it follows the issuer."
        )
        for name, catalogue in (("types", InspectionType), ("areas", ReformArea)):
            chosen = getattr(self.instance, name).values("pk") if self.instance.pk else []
            self.fields[name].queryset = catalogue.objects.filter(
                in_force(actor.day) | Q(pk__in=chosen)
            )
        if not self.instance.pk:
            self._offer_beginning()

    def _offer_beginning(self):
        committee = self.fields["committee"].queryset.first()
        self.initial.setdefault("year", self.actor.day.year)
        self.initial.setdefault("committee", committee)
        self.initial.setdefault("symbol", _symbol_of(committee))

    def clean_symbol(self):
        symbol = self.cleaned_data["symbol"]
        if not re.fullmatch(r"[\w-]*", nfc(symbol)):
            raise forms.ValidationError(
                _("A symbol holds letters, digits and hyphens only, as in KH-BCĐCCHC.")
            )
        return symbol

    def clean(self):
        cleaned = super().clean()
        committee, year = cleaned.get("committee"), cleaned.get("year")
        cleaned["symbol"] = cleaned.get("symbol") or _symbol_of(committee)
        begin, end = cleaned.get("period_from"), cleaned.get("period_to")
        if begin and end and end < begin:
            self.add_error("period_to", _("The period under inspection ends before it begins."))
        if year:
            self._check_number_and_date(cleaned, committee, year)
        return cleaned

    def _check_number_and_date(self, cleaned, committee, year):
        if dated := rules.plan_is_dated_for(year, cleaned.get("issued_on")):
            self.add_error("issued_on", dated)
        plan = self.instance if self.instance.pk else None
        taken = rules.number_is_taken(
            cleaned.get("number"),
            issuer_id=issuer_of(committee, self.actor, plan),
            year=year,
            symbol=cleaned["symbol"],
            besides=self.instance.pk,
            submission=cleaned.get("submission"),
        )
        if taken:
            self.add_error("number", taken)

    def many(self):
        """What the plan inspects, for the action."""
        return {"types": self.cleaned_data["types"], "areas": self.cleaned_data["areas"]}


def _symbol_of(committee):
    return f"KH-{committee.short_symbol}" if committee else "KH-UBND"


class UnitSearchForm(forms.Form):
    """Narrowing the units a plan can take in."""

    q = forms.CharField(label=gettext_lazy("Unit"), required=False, max_length=100)
    level = forms.ChoiceField(label=gettext_lazy("Level"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        levels = UnitVersion.Level
        offered = (levels.DISTRICT, levels.COMMUNE, levels.AGENCY)
        self.fields["level"].choices = [("", _("All levels"))] + [
            (x.value, x.label) for x in offered
        ]

    def narrow(self, units):
        """The units that match; what was typed wrongly is left out."""
        self.is_valid()
        found = units.matching(self.cleaned_data.get("q", ""))
        level = self.cleaned_data.get("level")
        return found.filter(level=level) if level else found


class UnitChoiceForm(PortalForm):
    """The units ticked, all that are listed, or the one whose communes all come with it."""

    units = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Units"), queryset=UnitVersion.objects.none(), required=False
    )
    whole = forms.ModelChoiceField(
        label=gettext_lazy("District with all its communes"),
        queryset=UnitVersion.objects.none(),
        required=False,
    )
    everything = forms.BooleanField(label=gettext_lazy("All units listed"), required=False)
    form = forms.ChoiceField(
        label=gettext_lazy("Form"), choices=PlanUnit.Form.choices, initial=PlanUnit.Form.ON_SITE
    )
    month = forms.TypedChoiceField(
        label=gettext_lazy("Expected month"),
        choices=MONTHS,
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args, units, listed, **kwargs):
        super().__init__(*args, **kwargs)
        self.listed = listed
        self.fields["units"].queryset = units
        self.fields["whole"].queryset = units

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(map(cleaned.get, ("units", "whole", "everything"))):
            self.add_error("units", _("No unit is ticked. Tick at least one."))
        return cleaned

    def chosen(self, day):
        """The versions to put on the plan."""
        if self.cleaned_data["everything"]:
            return self.listed
        district = self.cleaned_data["whole"]
        return with_communes(district, day) if district else self.cleaned_data["units"]

    def details(self):
        return {name: self.cleaned_data[name] for name in ("form", "month")}


class PlanFilterForm(forms.Form):
    """Filters of the list of plans; they stay in the address."""

    q = forms.CharField(label=gettext_lazy("Number or subject"), required=False, max_length=100)
    year = forms.IntegerField(
        label=gettext_lazy("Year"), required=False, min_value=1900, max_value=9000
    )
    status = forms.ChoiceField(label=gettext_lazy("State"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [("", _("All states")), *Plan.Status.choices]

    def chosen(self):
        """The filters that can be read; what was typed wrongly is left out."""
        self.is_valid()
        return self.cleaned_data

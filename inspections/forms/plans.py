"""Input for plans: their words, and the filters of the list."""

import re
from datetime import date

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import numbering, rules, signers
from inspections.issuers import first_choice, issuers_for
from inspections.models import InspectionType, Plan, ReformArea
from reform_portal.common.dates import vn_date
from reform_portal.common.forms import DayField, RecordForm
from reform_portal.common.text import nfc
from units.querysets import in_force

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)


def in_our_time(day):
    """A year typed with a digit too few or wrong is no period."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise forms.ValidationError(
            _("Give a day between %(first)s and %(last)s.")
            % {"first": vn_date(FIRST_DAY), "last": vn_date(LAST_DAY)}
        )


class IssuerField(forms.TypedChoiceField):
    """In whose name: a unit's authority or a committee of it, by its key."""

    def offer(self, issuers):
        self.issuers = {issuer.key: issuer for issuer in issuers}
        self.choices = [(key, str(issuer)) for key, issuer in self.issuers.items()]


class PlanForm(RecordForm):
    """A plan's words. The number may wait until the plan goes to approval."""

    issued_by = IssuerField(label=gettext_lazy("Issued by"))
    number = forms.IntegerField(
        label=gettext_lazy("Number"), required=False, min_value=1, validators=[numbering.is_number]
    )
    year = forms.IntegerField(label=gettext_lazy("Year"), min_value=2000, max_value=2100)
    issued_on = DayField(label=gettext_lazy("Date of issue"), required=False)
    period_from = DayField(
        label=gettext_lazy("Period under inspection from"), validators=[in_our_time]
    )
    period_to = DayField(label=gettext_lazy("Period under inspection to"), validators=[in_our_time])

    class Meta:
        model = Plan
        fields = (
            "number",
            "symbol",
            "issued_on",
            "signer",
            "capacity",
            "year",
            "title",
            "types",
            "areas",
            "period_from",
            "period_to",
            "purpose",
            "reason",
        )
        widgets = {
            "types": forms.CheckboxSelectMultiple,
            "areas": forms.CheckboxSelectMultiple,
            "capacity": forms.Textarea(attrs={"rows": 2}),
            "purpose": forms.Textarea(attrs={"rows": 5}),
            "reason": forms.Textarea(attrs={"rows": 3}),
        }

    field_order = ("issued_by",)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor = actor
        plan = self.instance if self.instance.pk else None
        day = plan.units_as_of(actor.day) if plan else actor.day
        self.fields["issued_by"].offer(issuers_for(actor, day, plan))
        self.initial["issued_by"] = plan and plan.issued_by
        self.fields["signer"].queryset = signers.of_issuers(
            self.fields["issued_by"].issuers.values(), day, besides=self.instance.signer_id
        )
        self.fields["symbol"].required = False
        self.fields["symbol"].help_text = _(
            "After the slash, as in KH-BCĐCCHC. Left empty, it follows the issuer."
        )
        for name, catalogue in (("types", InspectionType), ("areas", ReformArea)):
            chosen = getattr(self.instance, name).values("pk") if self.instance.pk else []
            self.fields[name].queryset = catalogue.objects.filter(
                in_force(actor.day) | Q(pk__in=chosen)
            )
        if plan and plan.is_amendment:
            self._keep_to_the_amended_plan()
        else:
            del self.fields["reason"]
        if not self.instance.pk:
            self._offer_beginning()
        elif not self.instance.number:
            self._offer_number(self.instance)

    def _offer_beginning(self):
        self.initial.setdefault("year", self.actor.day.year)
        if issuer := first_choice(list(self.fields["issued_by"].issuers.values())):
            self.initial["issued_by"] = issuer.key
            self.initial.setdefault("symbol", issuer.symbol)
            begun = {"issuer_id": issuer.unit.unit_id, "year": self.actor.day.year}
            self._offer_number(Plan(symbol=issuer.symbol, **begun))

    def _offer_number(self, plan):
        self.fields["number"].help_text = numbering.offer_to_plan(plan, self.actor.day)

    def _keep_to_the_amended_plan(self):
        """An amendment is issued by whom and for the year of the plan it amends."""
        self.fields["issued_by"].disabled = self.fields["year"].disabled = True
        self.fields["reason"].required = True

    def clean_symbol(self):
        symbol = self.cleaned_data["symbol"]
        if not re.fullmatch(r"[\w-]*", nfc(symbol)):
            raise forms.ValidationError(
                _("A symbol holds letters, digits and hyphens only, as in KH-BCĐCCHC.")
            )
        return symbol

    def clean(self):
        cleaned = super().clean()
        issuer, year = self.issuer(), cleaned.get("year")
        begin, end = cleaned.get("period_from"), cleaned.get("period_to")
        if begin and end and end < begin:
            self.add_error("period_to", _("The period under inspection ends before it begins."))
        if issuer:
            cleaned["symbol"] = cleaned.get("symbol") or issuer.symbol
        if issuer and year:
            self._check_number_and_date(cleaned, issuer, year)
        if issuer and cleaned.get("signer"):
            self._check_signer(cleaned["signer"], issuer, cleaned.get("issued_on"))
        return cleaned

    def _check_signer(self, signer, issuer, issued_on):
        refused = rules.signs_for_the_issuer(
            signer, issuer.unit.unit_id, issuer.committee, issued_on or self.actor.day
        )
        if refused:
            self.add_error("signer", refused)

    def _check_number_and_date(self, cleaned, issuer, year):
        issued_on = cleaned.get("issued_on")
        if dated := rules.plan_is_dated_for(year, issued_on):
            self.add_error("issued_on", dated)
        elif gone := issued_on and rules.unit_exists_on(
            issuer.unit.unit_id, issued_on, issuer.unit.authority
        ):
            self.add_error("issued_by", gone)
        taken = rules.number_is_taken(
            cleaned.get("number"),
            issuer_id=issuer.unit.unit_id,
            year=year,
            symbol=cleaned.get("symbol"),
            besides=self.instance.pk,
            submission=cleaned.get("submission"),
        )
        if taken:
            self.add_error("number", taken)

    def issuer(self):
        """The one chosen, or None."""
        return self.fields["issued_by"].issuers.get(self.cleaned_data.get("issued_by"))

    def values(self):
        """The columns, with the issuer as the two that hold it."""
        issuer = self.issuer()
        both = {"committee": issuer.committee, "issuer_id": issuer.unit.unit_id}
        return super().values() | both

    def many(self):
        """What the plan inspects, for the action."""
        return {"types": self.cleaned_data["types"], "areas": self.cleaned_data["areas"]}


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

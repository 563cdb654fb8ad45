"""Input about explanations, the conclusion, recommendations and what was done about them."""

import uuid

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from inspections.models import DelegationMember
from reform_portal.common.dates import vn_date
from reform_portal.common.forms import DayField, RecordForm
from units.models import CommitteeMember, Person

from ..models import Conclusion, Explanation, Recommendation, Remediation
from ..rules import number_is_taken
from .choices import UnitsField, addressees
from .findings import narrow_areas, second_area_differs


class OnlyOneForm(RecordForm):
    """A form of a record there is only one of (an explanation of a finding, a conclusion).

    It always carries token and version: whoever began before somebody else made the record
    sends a token and no version, and is shown both texts instead of an error.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["submission"] = forms.UUIDField(required=False, widget=forms.HiddenInput)
        self.fields["version"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
        if not self.instance.pk:
            self.initial.setdefault("submission", uuid.uuid4())


class ExplanationForm(OnlyOneForm):
    class Meta:
        model = Explanation
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 10})}


class ConclusionForm(OnlyOneForm):
    """The words of the paper; number and date may wait until it is issued."""

    issued_on = DayField(label=_("Date of issue"), required=False)
    remediation_report_due_on = DayField(label=_("Remediation report due"), required=False)

    class Meta:
        model = Conclusion
        fields = [
            "subject",
            "bases",
            "opening",
            "assessment",
            "implementation",
            "remediation_report_due_on",
            "number",
            "symbol",
            "issued_on",
            "place_name",
            "superior_body",
            "issuing_body",
            "signer",
            "capacity",
            "signer_post",
            "recipients",
        ]
        widgets = {
            "bases": forms.Textarea(attrs={"rows": 4}),
            "opening": forms.Textarea(attrs={"rows": 6}),
            "assessment": forms.Textarea(attrs={"rows": 8}),
            "implementation": forms.Textarea(attrs={"rows": 5}),
            "capacity": forms.Textarea(attrs={"rows": 2}),
            "recipients": forms.Textarea(attrs={"rows": 5}),
        }

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        self.inspection = inspection
        self.fields["signer"].queryset = _signers(inspection)

    def clean(self):
        cleaned = super().clean()
        issued_on, due_on = cleaned.get("issued_on"), cleaned.get("remediation_report_due_on")
        if issued_on and issued_on < self.inspection.starts_on:
            self.add_error(
                "issued_on",
                gettext("The conclusion cannot be older than the inspection (%(day)s).")
                % {"day": vn_date(self.inspection.starts_on)},
            )
        if issued_on and due_on and due_on < issued_on:
            self.add_error(
                "remediation_report_due_on",
                gettext("The remediation report falls due before the conclusion is issued."),
            )
        if cleaned.get("number") and self._taken(cleaned):
            self.add_error("number", number_is_taken(cleaned))
        return cleaned

    def _taken(self, cleaned):
        """True when another paper of this register has the number."""
        year = Conclusion.register_year(self.inspection, cleaned.get("issued_on"))
        same = Conclusion.objects.filter(
            issuer=self.inspection.plan.issuer_id,
            symbol=cleaned.get("symbol"),
            year=year,
            number=cleaned["number"],
        )
        return same.exclude(inspection=self.inspection).exists()


def _signers(inspection):
    """The delegation, and those who lead its committee."""
    members = DelegationMember.objects.filter(delegation=inspection.delegation_id)
    leaders = CommitteeMember.objects.filter(
        committee=inspection.plan.committee_id, role__in=CommitteeMember.APPROVING
    )
    chosen = Q(pk__in=members.values("person")) | Q(pk__in=leaders.values("person"))
    return Person.objects.filter(chosen).order_by("full_name", "pk")


class RecommendationForm(RecordForm):
    """One point of the conclusion and who must act on it."""

    units = UnitsField(label=_("Who must act"))
    due_on = DayField(label=_("Deadline"), required=False)

    class Meta:
        model = Recommendation
        fields = [
            "text",
            "units",
            "area",
            "second_area",
            "target",
            "target_unit",
            "due_on",
            "basis",
            "findings",
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 5}),
            "findings": forms.CheckboxSelectMultiple,
        }

    field_order = Meta.fields

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        self.inspection = inspection
        self.fields["units"].queryset = addressees(inspection)
        self.fields["findings"].queryset = inspection.findings.in_order_of_the_paper()
        narrow_areas(self, inspection.starts_on)
        if self.instance.pk:
            keys = self.instance.remediations.values_list("unit_id", flat=True)
            self.initial["units"] = list(keys)
        else:
            self.initial.setdefault("units", [inspection.unit_id])

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on and due_on < self.inspection.starts_on:
            raise forms.ValidationError(
                gettext("The deadline lies before the inspection began on %(day)s.")
                % {"day": vn_date(self.inspection.starts_on)}
            )
        return due_on

    def clean(self):
        cleaned = super().clean()
        second_area_differs(self, cleaned)
        if cleaned.get("target") is not None and not cleaned.get("target_unit"):
            self.add_error("target_unit", gettext("Say what the target is measured in, such as %."))
        return cleaned


class OutcomeForm(RecordForm):
    """What the addressee did, and how far it has got."""

    class Meta:
        model = Remediation
        fields = ["outcome", "progress"]
        widgets = {"outcome": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].required = True
        self.fields["progress"].help_text = gettext(
            "0 to 100. A report that is sent says the work is done: 0 is then read as 100."
        )
        self.fields["progress"].widget.attrs |= {"min": 0, "max": 100}

    def clean_progress(self):
        progress = self.cleaned_data["progress"]
        if progress > 100:
            raise forms.ValidationError(gettext("Progress is a share from 0 to 100 percent."))
        return progress

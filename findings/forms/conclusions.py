"""The words of the conclusion, its number, its day and who signs it."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from inspections.models import DelegationMember
from inspections.numbering import is_number, offer
from inspections.register import next_number
from reform_portal.common.dates import vn_date
from reform_portal.common.forms import DayField
from units.models import CommitteeMember, Person

from ..models import Conclusion
from ..numbering import number_of_recalled, of_conclusion
from ..rules import number_is_taken
from .only_one import OnlyOneForm


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
        self.fields["number"].validators.append(is_number)
        self._offer_a_number(inspection)

    def _offer_a_number(self, inspection):
        """The next one, also where the draft still has the number of a paper that was recalled."""
        paper = of_conclusion(self.instance, inspection)
        if not self.instance.number:
            self.fields["number"].help_text = offer(paper)
        elif recalled := number_of_recalled(inspection):
            self.initial["number"] = next_number(paper)
            self.fields["number"].help_text = gettext(
                "No. %(number)s was that of the recalled paper and is not used again; "
                "the new paper bears the next number and is not dated before the recalled one."
            ) % {"number": recalled}

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

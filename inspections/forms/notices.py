"""Input for the notice to a unit."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import numbering, register
from inspections.models import DelegationMember, Notice
from inspections.rules import notices as rules
from inspections.signers import capacity_of
from reform_portal.common.forms import DayField, RecordForm
from units.models import CommitteeMember, Person, Post


class NoticeForm(RecordForm):
    """The words of the notice; number and date may wait until it is issued."""

    issued_on = DayField(label=gettext_lazy("Date of issue"), required=False)
    acknowledge_by = DayField(
        label=gettext_lazy("To be acknowledged by"),
        required=False,
        help_text=gettext_lazy("Left empty, the usual working days after the date of issue."),
    )

    class Meta:
        model = Notice
        fields = (
            "changes",
            "participants",
            "preparation",
            "contact",
            "number",
            "symbol",
            "issued_on",
            "acknowledge_by",
            "signer",
            "capacity",
        )
        widgets = {
            "changes": forms.Textarea(attrs={"rows": 4}),
            "participants": forms.Textarea(attrs={"rows": 4}),
            "preparation": forms.Textarea(attrs={"rows": 6}),
            "contact": forms.Textarea(attrs={"rows": 2}),
            "capacity": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, inspection, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.inspection, self.actor = inspection, actor
        self.fields["signer"].queryset = signers(inspection, actor)
        self.fields["number"].validators.append(numbering.is_number)
        if not self.instance.number:
            paper = numbering.of_notice(self.instance, inspection, actor.day)
            self.fields["number"].help_text = numbering.offer(paper)
        if self.instance.pk is None or not self.instance.revision:
            del self.fields["changes"]
        else:
            self.fields["changes"].required = True

    def clean(self):
        cleaned = super().clean()
        issued_on, limit = cleaned.get("issued_on"), cleaned.get("acknowledge_by")
        if issued_on and limit and limit < issued_on:
            self.add_error(
                "acknowledge_by", _("The unit cannot acknowledge the notice before it is issued.")
            )
        typed = Notice(pk=self.instance.pk, inspection=self.inspection, issued_on=issued_on)
        typed.number, typed.symbol = cleaned.get("number"), cleaned.get("symbol") or ""
        typed.occasion = self.instance.occasion
        if cleaned.get("signer") and not cleaned.get("capacity"):
            day = issued_on or self.actor.day
            cleaned["capacity"] = capacity_of(cleaned["signer"], self.inspection, typed.symbol, day)
        if sentence := rules.notice_comes_before_the_visit(typed):
            self.add_error("issued_on", sentence)
        paper = numbering.of_notice(typed, self.inspection, self.actor.day)
        if typed.number and (sentence := register.taken_by_another(paper, typed.number)):
            self.add_error("number", sentence)
        return cleaned


def signers(inspection, actor):
    """The delegation, who leads its committee, and the planner's own office."""
    members = DelegationMember.objects.filter(delegation=inspection.delegation_id)
    leaders = CommitteeMember.objects.filter(
        committee=inspection.plan.committee_id, role__in=CommitteeMember.APPROVING
    )
    office = Post.objects.on(actor.day).filter(unit__in=actor.unit_ids)
    chosen = (
        Q(pk__in=members.values("person"))
        | Q(pk__in=leaders.values("person"))
        | Q(pk__in=office.values("person"))
    )
    return Person.objects.filter(chosen).order_by("full_name", "pk")

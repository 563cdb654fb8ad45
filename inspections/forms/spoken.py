"""Input for what was said at the end of a visit."""

from django import forms

from inspections.models import DelegationMember, SpokenConclusion
from reform_portal.common.forms import RecordForm
from units.models import Person


class SpokenConclusionForm(RecordForm):
    """The conclusion in the words of who said it, and the answer of the unit."""

    class Meta:
        model = SpokenConclusion
        fields = ("said_by", "text", "answered_by", "answer")
        widgets = {
            "text": forms.Textarea(attrs={"rows": 6}),
            "answer": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args, delegation, **kwargs):
        super().__init__(*args, **kwargs)
        seats = DelegationMember.objects.filter(delegation=delegation)
        people = Person.objects.filter(pk__in=seats.values("person_id"))
        self.fields["said_by"].queryset = people.order_by("full_name")
        if delegation.head:
            self.initial.setdefault("said_by", delegation.head.person_id)

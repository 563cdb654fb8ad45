"""Input for delegations: the day and decision, the head, and the seats."""

from django import forms
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import rules
from inspections.models import Delegation, DelegationMember, ReformArea
from reform_portal.common.forms import DayField, PortalForm, RecordForm
from units.models import Person, Post, UnitVersion


class PersonField(forms.ModelChoiceField):
    """Somebody of the province, shown with the post held on a day."""

    def label_from_instance(self, person):
        if not person.unit_name:
            return person.full_name
        place = UnitVersion(
            level=person.unit_level, type=person.unit_type, name=person.unit_name
        ).authority
        return f"{person.full_name} – {person.post_name} {place}"


def people_of(province_id, day):
    """Everybody who ever held a post in the province, with the post and unit of that day."""
    posts = Post.objects.filter(unit__versions__province_id=province_id).values("person_id")
    held = Post.objects.on(day).filter(person_id=OuterRef("pk")).order_by("-held_from", "-pk")
    named = UnitVersion.objects.on(day).filter(unit_id=OuterRef("unit_id"))

    def of_unit(column):
        return Subquery(held.annotate(x=Subquery(named.values(column)[:1])).values("x")[:1])

    return (
        Person.objects.filter(pk__in=posts)
        .annotate(
            post_name=Subquery(held.values("title")[:1]),
            unit_level=of_unit("level"),
            unit_type=of_unit("type"),
            unit_name=of_unit("name"),
        )
        .order_by("full_name", "pk")
    )


class DelegationForm(RecordForm):
    """A delegation; a new one names its head, from any agency."""

    formed_on = DayField(
        label=gettext_lazy("Formed on"),
        help_text=gettext_lazy("Posts and units are taken as they are on this day."),
    )
    decision_on = DayField(label=gettext_lazy("Date of the decision"), required=False)
    head = PersonField(
        label=gettext_lazy("Head of the delegation"),
        queryset=Person.objects.none(),
        help_text=gettext_lazy("From any agency; must hold a post on the day above."),
    )

    class Meta:
        model = Delegation
        fields = ("name", "formed_on", "decision", "decision_on")

    def __init__(self, *args, plan, actor, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["head"]
        else:
            self.fields["head"].queryset = people_of(plan.province_id, actor.day)
            self.initial.setdefault("formed_on", actor.day)

    def clean(self):
        cleaned = super().clean()
        head, day = cleaned.get("head"), cleaned.get("formed_on")
        if head and day and (without := rules.holds_a_post(head, day)):
            self.add_error("head", without)
        return cleaned


class MemberForm(PortalForm):
    """A seat: who, in what role, in charge of which areas."""

    person = PersonField(label=gettext_lazy("Person"), queryset=Person.objects.none())
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=DelegationMember.Role.choices,
        initial=DelegationMember.Role.MEMBER,
    )
    areas = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Areas in charge"),
        queryset=ReformArea.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, delegation, **kwargs):
        super().__init__(*args, **kwargs)
        self.delegation = delegation
        day = delegation.formed_on
        self.fields["person"].queryset = people_of(delegation.province_id, day)
        self.fields["areas"].queryset = ReformArea.objects.on(day)
        if head := delegation.head:
            self.fields["role"].help_text = _(
                "A new head takes the place of %(head)s, who stays as a member."
            ) % {"head": head.person}

    def clean_person(self):
        person = self.cleaned_data["person"]
        sentence = rules.holds_a_post(person, self.delegation.formed_on)
        sentence = sentence or rules.candidate_conflict(person, self.delegation)
        if sentence:
            raise forms.ValidationError(sentence)
        return person

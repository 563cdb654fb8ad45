"""Input about people: particulars, posts, accounts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import DayField, PortalForm, RecordForm
from reform_portal.common.models import User
from reform_portal.common.roles import Role
from units import permissions, rules
from units.models import Person, Post

from .units import OUTSIDE, VersionField

UNTIL = _("The first day without it, when it is known.")


class PersonForm(RecordForm):
    class Meta:
        model = Person
        fields = ["full_name", "email", "phone"]


class PostForm(PortalForm, forms.ModelForm):
    """A post for a person. `reach`: the versions its unit is chosen from, by this `actor`."""

    unit = VersionField(label=_("Unit"))
    held_from = DayField(label=_("From"))
    held_to = DayField(label=_("Until"), required=False, help_text=UNTIL)
    decision = forms.CharField(label=_("Decision"), max_length=120)

    class Meta:
        model = Post
        fields = ["unit", "title", "held_from", "held_to", "answers_for_unit", "decision"]

    def __init__(self, *args, person, actor, reach, **kwargs):
        super().__init__(*args, instance=Post(person=person), **kwargs)
        self.actor = actor
        self.fields["unit"].queryset = reach.select_related("unit")

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            draft = Post(person=self.instance.person, **cleaned)
            if sentence := rules.post_is_possible(draft):
                self.add_error("unit", sentence)
            found = rules.met(draft.unit_id, draft.held_from, draft.held_to)
            if found and not permissions.administers_throughout(self.actor, found):
                self.add_error("unit", OUTSIDE)
        return cleaned


class EndForm(PortalForm):
    """The end of a post, a seat or a committee. `rule(record, day)` says why not."""

    day = DayField(label=_("Ends on"), help_text=_("The first day without it."))
    decision = forms.CharField(label=_("Decision that ends it"), max_length=120)
    note = forms.CharField(label=_("Reason"), max_length=200, required=False)

    def __init__(self, *args, record, rule, **kwargs):
        super().__init__(*args, **kwargs)
        self.record, self.rule = record, rule

    def clean_day(self):
        day = self.cleaned_data["day"]
        if sentence := self.rule(self.record, day):
            raise forms.ValidationError(sentence)
        return day


class AccountForm(PortalForm):
    """Roles of an account. They count only while the person holds a post."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A role counts in the units and provinces of the posts held on the day."),
    )

    def __init__(self, *args, person, **kwargs):
        kwargs["initial"] = {"version": person.version} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)


class NewAccountForm(AccountForm):
    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        validators=[User.username_validator],
        help_text=_("Letters, digits and the signs @ . + - _"),
    )
    field_order = ["username", "roles", "version"]

    def clean_username(self):
        name = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=name).exists():
            raise forms.ValidationError(_("This user name is taken. Choose another."))
        return name


class ExistingAccountForm(AccountForm):
    is_active = forms.BooleanField(
        label=_("May sign in"),
        required=False,
        help_text=_("Without it the person is out with the next click; nothing is deleted."),
    )

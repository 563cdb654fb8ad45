"""Input about committees and the seats on them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import DayField, PortalForm, RecordForm
from units import rules
from units.models import CommitteeMember, Post, SteeringCommittee, UnitVersion

from .units import VersionField


class CommitteeForm(RecordForm):
    """A committee. `reach`: the versions its province and standing agency are chosen from."""

    unit = VersionField(label=_("Of the province"))
    standing_agency = VersionField(label=_("Standing agency"))
    established_on = DayField(label=_("Established on"))
    ended_on = DayField(label=_("Ended on"), required=False)

    class Meta:
        model = SteeringCommittee
        fields = [
            "unit",
            "name",
            "short_symbol",
            "decision",
            "established_on",
            "ended_on",
            "standing_agency",
        ]

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        level = UnitVersion.Level
        reach = reach.select_related("unit")
        self.fields["standing_agency"].queryset = reach.filter(level=level.AGENCY)
        if self.instance.pk:
            del self.fields["unit"]
        else:
            self.fields["unit"].queryset = reach.filter(level=level.PROVINCE)


class PostChoice(forms.ModelChoiceField):
    def label_from_instance(self, post):
        return f"{post.person} – {post.full_title}"


class SeatForm(PortalForm, forms.ModelForm):
    """A seat for somebody, by virtue of a post in the committee's province."""

    post = PostChoice(Post.objects.none(), label=_("Person and post"), empty_label="–")
    from_on = DayField(label=_("From"))

    class Meta:
        model = CommitteeMember
        fields = ["post", "role", "from_on", "decision"]

    def __init__(self, *args, committee, day, **kwargs):
        super().__init__(*args, instance=CommitteeMember(committee=committee), **kwargs)
        posts = Post.objects.meeting(committee.established_on).in_provinces([committee.unit_id])
        posts = posts.select_related("person").order_by("person__full_name", "id")
        self.fields["post"].queryset = posts.with_units(day)

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            draft = CommitteeMember(
                committee=self.instance.committee, person=cleaned["post"].person, **cleaned
            )
            for field, rule in (("post", rules.seat_is_possible), ("role", rules.one_chair)):
                if sentence := rule(draft):
                    self.add_error(field, sentence)
        return cleaned

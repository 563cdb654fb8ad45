"""Input about committees and the seats on them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import DayField, PortalForm, RecordForm
from units import rules
from units.models import CommitteeMember, Person, Post, SteeringCommittee, UnitVersion

from .people import UNTIL
from .units import VersionField

MOST_OFFERED = 200


class CommitteeForm(RecordForm):
    """A committee. `reach`: the versions its province and standing agency are chosen from."""

    unit = VersionField(label=_("Of the province"))
    standing_agency = VersionField(label=_("Standing agency"))
    established_on = DayField(label=_("Established on"))
    ended_on = DayField(
        label=_("Ended on"),
        required=False,
        help_text=_("Only of a committee of the past: the first day without it."),
    )

    class Meta:
        model = SteeringCommittee
        fields = [
            "unit",
            "name",
            "short_symbol",
            "term",
            "decision",
            "established_on",
            "standing_agency",
            "ended_on",
            "end_decision",
        ]

    replaced = None

    def __init__(self, *args, reach, heir=None, **kwargs):
        """`heir`: the version that stands for the standing agency now, if it is another unit."""
        super().__init__(*args, **kwargs)
        level = UnitVersion.Level
        reach = reach.select_related("unit")
        self.fields["standing_agency"].queryset = reach.filter(level=level.AGENCY)
        if self.instance.pk:
            self._keep_the_agency(heir)
            for name in ("unit", "ended_on", "end_decision"):
                del self.fields[name]
        elif "unit" in self.fields:
            self.fields["unit"].queryset = reach.filter(level=level.PROVINCE)

    def _keep_the_agency(self, heir):
        """The present agency stays a choice after it ended; the page says what followed it."""
        field = self.fields["standing_agency"]
        kept = UnitVersion.objects.filter(unit=self.instance.standing_agency_id)
        last = kept.order_by("-valid_from").first()
        agencies = list(field.queryset.values_list("pk", flat=True))
        if last.unit_id not in field.queryset.values_list("unit_id", flat=True):
            agencies.append(last.pk)
        rows = UnitVersion.objects.filter(pk__in=agencies).select_related("unit")
        field.queryset = rows.order_by("path")
        if self.instance.agency_changes.exists():
            field.label = _("Standing agency at first")
        elif heir:
            field.help_text = _("%(agency)s ended; %(heir)s took over.") % {
                "agency": last,
                "heir": heir,
            }

    def clean_short_symbol(self):
        symbol = self.cleaned_data["short_symbol"].strip()
        if sentence := rules.symbol_is_letters(symbol):
            raise forms.ValidationError(sentence)
        return symbol

    def clean_established_on(self):
        day = self.cleaned_data["established_on"]
        if self.instance.pk:
            asked = (self.instance, day)
            found = [rules.seats_lie_inside(*asked), rules.changes_lie_inside(*asked)]
            if sentences := [sentence for sentence in found if sentence]:
                raise forms.ValidationError(sentences)
        return day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("ended_on") and not cleaned.get("end_decision"):
            self.add_error("end_decision", _("Write by which decision it ended."))
        self._check_symbol(cleaned)
        return cleaned

    def _check_symbol(self, cleaned):
        unit = cleaned.get("unit") or getattr(self.replaced or self.instance, "unit", None)
        symbol, begin = cleaned.get("short_symbol"), cleaned.get("established_on")
        if not (unit and symbol and begin) or self.sent_before():
            return
        end = self.instance.ended_on if self.instance.pk else cleaned.get("ended_on")
        besides = [one.pk for one in (self.instance, self.replaced) if one and one.pk]
        taken = rules.symbol_is_free(unit.pk, symbol, begin, end, besides=besides)
        if taken:
            self.add_error("short_symbol", taken)

    def sent_before(self):
        """The same form made a committee already; sending it twice is no mistake."""
        sent = self.cleaned_data.get("submission")
        return bool(sent) and SteeringCommittee.objects.filter(submission=sent).exists()


class ReplacementForm(CommitteeForm):
    """The committee that follows another, from the day of its decision on."""

    unit = None
    ended_on = None
    established_on = DayField(
        label=_("In being from"), help_text=_("The old committee ends on this day.")
    )
    keep_seats = forms.BooleanField(
        label=_("Everybody who sits keeps the seat"),
        required=False,
        help_text=_("By the new decision, and only by virtue of a post that is held that day."),
    )

    class Meta(CommitteeForm.Meta):
        fields = [
            "name",
            "short_symbol",
            "term",
            "decision",
            "established_on",
            "standing_agency",
            "keep_seats",
        ]

    def __init__(self, *args, old, agency, **kwargs):
        """`agency`: the version that stands for the old standing agency now, or None."""
        self.replaced = old
        same = {"name": old.name, "short_symbol": old.short_symbol, "keep_seats": True}
        initial = same | {"standing_agency": agency and agency.unit_id}
        super().__init__(*args, initial=initial, **kwargs)

    def clean_established_on(self):
        day = self.cleaned_data["established_on"]
        if sentence := rules.committee_can_be_replaced(self.replaced, day):
            raise forms.ValidationError(sentence)
        return day

    def values(self):
        return super().values() | {"keep_seats": self.cleaned_data["keep_seats"]}


class AgencyForm(PortalForm):
    """Another standing agency. `reach`: the versions it is chosen from."""

    unit = VersionField(label=_("Standing agency"))
    from_on = DayField(
        label=_("From"),
        help_text=_("The day of the last change corrects that change instead."),
    )
    decision = forms.CharField(label=_("Decision"), max_length=120)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, committee, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.committee = committee
        self.initial["version"] = committee.version
        agencies = reach.filter(level=UnitVersion.Level.AGENCY)
        self.fields["unit"].queryset = agencies.select_related("unit")

    def clean(self):
        cleaned = super().clean()
        asked = (self.committee, cleaned.get("unit"), cleaned.get("from_on"))
        if not self.errors and not rules.agency_changed_so(*asked, cleaned["decision"]):
            for field, sentence in rules.agency_can_change(*asked):
                self.add_error(field, sentence)
        return cleaned

    def values(self):
        """What was typed, and what was seen."""
        values = dict(self.cleaned_data)
        return values | {"seen_version": values.pop("version")}


class PostChoice(forms.ModelChoiceField):
    def label_from_instance(self, post):
        return f"{post.person} – {post.full_title}"


class SeatForm(PortalForm, forms.ModelForm):
    """A seat for somebody, by virtue of a post in the committee's province."""

    post = PostChoice(Post.objects.none(), label=_("Person and post"), empty_label="–")
    from_on = DayField(label=_("From"))
    to_on = DayField(label=_("Until"), required=False, help_text=UNTIL)
    decision = forms.CharField(label=_("Decision"), max_length=120)

    class Meta:
        model = CommitteeMember
        fields = ["post", "role", "from_on", "to_on", "decision"]

    def __init__(self, *args, committee, day, words="", **kwargs):
        """`words`: the name that somebody is looked for by; a province has thousands of posts."""
        super().__init__(*args, instance=CommitteeMember(committee=committee), **kwargs)
        self.initial |= {
            "from_on": day,
            "decision": committee.decision,
            "to_on": committee.ended_on,
        }
        posts = Post.objects.meeting(committee.established_on).in_provinces([committee.unit_id])
        posts = posts.select_related("person").order_by("person__full_name", "id")
        self._offer(posts.with_units(day), words)

    def _offer(self, posts, words):
        field = self.fields["post"]
        field.queryset = posts
        people = Person.objects.matching(words).values("pk")
        found = posts.filter(person__in=people) if words else posts
        rows = list(found[: MOST_OFFERED + 1])
        chosen = self.data.get("post", "") if self.is_bound else ""
        if chosen.isdecimal() and len(chosen) < 19:
            rows[:0] = [one for one in posts.filter(pk=chosen) if one not in rows[:MOST_OFFERED]]
        field.choices = [
            ("", field.empty_label),
            *((one.pk, field.label_from_instance(one)) for one in rows[:MOST_OFFERED]),
        ]
        if len(rows) > MOST_OFFERED:
            field.help_text = _("The first %(count)s are offered. Search above by name.") % {
                "count": MOST_OFFERED
            }

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            draft = CommitteeMember(
                committee=self.instance.committee, person=cleaned["post"].person, **cleaned
            )
            outside = rules.seat_lies_inside(draft)
            found = [
                ("post", None if outside else rules.post_allows_seat(draft)),
                ("role", rules.one_chair(draft)),
            ]
            for field, sentence in [*outside, *found]:
                if sentence:
                    self.add_error(field, sentence)
        return cleaned

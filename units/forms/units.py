"""Input about a new unit, and the fields that choose units."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import DayField, PortalForm
from units import permissions, rules
from units.models import UnitVersion

OUTSIDE = _(
    "On some of these days the unit lies outside the provinces you administer. Choose another unit "
    "or other days."
)
FIRST_DAY = _("The first day on which this holds; what was before stays as it was.")


class VersionField(forms.ModelChoiceField):
    """A unit, chosen by its name on a day; the value is the unit itself."""

    def __init__(self, **kwargs):
        kwargs.setdefault("empty_label", "–")
        super().__init__(UnitVersion.objects.none(), to_field_name="unit_id", **kwargs)

    def label_from_instance(self, version):
        return version.title

    def clean(self, value):
        version = super().clean(value)
        return version and version.unit


class VersionsField(forms.ModelMultipleChoiceField):
    """Several units, chosen by their names on a day."""

    def __init__(self, **kwargs):
        super().__init__(UnitVersion.objects.none(), to_field_name="unit_id", **kwargs)

    def label_from_instance(self, version):
        return version.title

    def clean(self, value):
        return [version.unit for version in super().clean(value)]


class UnitForm(PortalForm, forms.ModelForm):
    """A new unit. `reach`: the versions its parent is chosen from, by this `actor`."""

    parent = VersionField(label=_("Belongs to"), required=False)
    valid_from = DayField(label=_("From"), help_text=FIRST_DAY)
    valid_to = DayField(
        label=_("Ended on"),
        required=False,
        help_text=_("Only of a unit of the past, as one merged on 01/01/2020: the first day without "
                    "it. Choose above a day on which it stood, so that what stood then is offered."),
    )  # fmt: skip
    heir = VersionField(
        label=_("Merged into"),
        required=False,
        help_text=_("The unit that took over from it on that day."),
    )
    end_decision = forms.CharField(
        label=_("Decision that ended it"), max_length=200, required=False
    )

    class Meta:
        model = UnitVersion
        fields = ["level", "type", "name", "code", "parent", "valid_from", "decision", "valid_to"]

    def __init__(self, *args, actor, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor = actor
        standing = reach.inspectable().select_related("unit")
        self.fields["parent"].queryset = self.fields["heir"].queryset = standing
        if "level" in self.fields and not actor.user.is_superuser:
            level = UnitVersion.Level
            self.fields["level"].choices = [
                choice for choice in level.choices if choice[0] != level.PROVINCE
            ]

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            draft = UnitVersion(**{name: cleaned[name] for name in self._meta.fields})
            for field, sentence in rules.broken(draft, self.actor.day):
                self.add_error(field, sentence)
            ended = (cleaned["heir"], cleaned["end_decision"], self.actor.day)
            for field, sentence in rules.ends_in_the_past(draft, *ended):
                self.add_error(field, sentence)
            days = (draft.valid_from, draft.valid_to)
            above = draft.parent_id and rules.met(draft.parent_id, *days)
            if above and not permissions.administers_throughout(self.actor, above):
                self.add_error("parent", OUTSIDE)
        return cleaned

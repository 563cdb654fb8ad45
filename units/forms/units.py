"""Input about units: a new one, a change from a day on, an end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import DayField, PortalForm
from units import rules
from units.models import Succession, UnitVersion

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
    """A new unit. `reach`: the versions its parent is chosen from."""

    parent = VersionField(label=_("Belongs to"), required=False)
    valid_from = DayField(label=_("From"), help_text=FIRST_DAY)

    class Meta:
        model = UnitVersion
        fields = ["level", "type", "name", "code", "parent", "valid_from", "decision"]

    def __init__(self, *args, reach, new_provinces=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = reach.inspectable().select_related("unit")
        if "level" in self.fields and not new_provinces:
            level = UnitVersion.Level
            self.fields["level"].choices = [
                choice for choice in level.choices if choice[0] != level.PROVINCE
            ]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and self.is_current(cleaned):
            for field, sentence in rules.broken(UnitVersion(**self.draft(cleaned))):
                self.add_error(field, sentence)
        return cleaned

    def is_current(self, cleaned):
        return True

    def draft(self, cleaned):
        return {name: cleaned[name] for name in self._meta.fields}


class OnVersion(forms.Form):
    """A form about the version of a unit that the person had on the screen."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def facts_and_version(self):
        """What the action is told: the facts, and the version the person had on the screen."""
        facts = dict(self.cleaned_data)
        return {"seen_version": facts.pop("version"), **facts}


class UnitRevisionForm(OnVersion, UnitForm):
    """A unit from a day on. Begins with what holds now; the level stays."""

    class Meta(UnitForm.Meta):
        fields = ["type", "name", "code", "parent", "valid_from", "decision"]

    def __init__(self, *args, last, **kwargs):
        now = {name: getattr(last, name) for name in ("type", "name", "code")}
        initial = {**now, "parent": last.parent_id, "version": last.pk}
        super().__init__(*args, initial=initial, **kwargs)
        self.last = last

    def is_current(self, cleaned):
        """Against a version that was followed meanwhile the rules would speak of another text."""
        return cleaned["version"] == self.last.pk

    def draft(self, cleaned):
        return super().draft(cleaned) | {"unit": self.last.unit, "level": self.last.level}


class CloseForm(OnVersion, PortalForm):
    """The end of a unit, and what takes over from it."""

    day = DayField(
        label=_("Ends on"), help_text=_("The first day on which the unit no longer exists.")
    )
    decision = forms.CharField(label=_("Decision or resolution"), max_length=200)
    kind = forms.ChoiceField(
        label=_("What happens to it"), choices=Succession.Kind.choices, required=False
    )
    successors = VersionsField(
        label=_("Successors"),
        required=False,
        help_text=_("One or several units that begin, or stand, on that day."),
    )

    def __init__(self, *args, last, reach, **kwargs):
        super().__init__(*args, initial={"version": last.pk}, **kwargs)
        others = reach.exclude(unit_id=last.unit_id).select_related("unit")
        alike = last.TERRITORIAL if last.is_territorial else [last.level]
        self.fields["successors"].queryset = others.filter(level__in=alike)
        self.fields["successors"].widget.attrs["size"] = 8

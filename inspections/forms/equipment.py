"""Input for a count of equipment: for each kind how many are needed, there and working."""

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext as _

from inspections.models import EquipmentCount, EquipmentKind
from reform_portal.common.forms import PortalForm

NUMBERS = ("needed", "present", "working")
MOST = 999


class EquipmentForm(PortalForm):
    """All kinds in force on the day of the visit; a kind without any number is not counted."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, visit, survey, **kwargs):
        super().__init__(*args, **kwargs)
        self.kinds = list(EquipmentKind.objects.on(visit.day))
        counted = {row.kind_id: row for row in survey.counts.all()} if survey else {}
        self.initial["version"] = survey.version if survey else 0
        for kind in self.kinds:
            self._add(kind, counted.get(kind.pk))
        self.helper.layout = Layout("version", *map(_lines, self.kinds))

    def _add(self, kind, row):
        for name in NUMBERS:
            label = EquipmentCount._meta.get_field(name).verbose_name
            self.fields[_name(name, kind)] = forms.IntegerField(
                label=str(label).capitalize(), required=False, min_value=0, max_value=MOST
            )
        remark = EquipmentCount._meta.get_field("remark")
        self.fields[_name("remark", kind)] = forms.CharField(
            label=str(remark.verbose_name).capitalize(), required=False, max_length=300
        )
        for name in (*NUMBERS, "remark") if row else ():
            self.initial[_name(name, kind)] = getattr(row, name)

    def clean(self):
        cleaned = super().clean()
        for kind in self.kinds:
            self._check(kind, *(cleaned.get(_name(name, kind)) for name in NUMBERS))
        if not self.errors and not self.counts():
            self.add_error(
                None, _("Nothing is counted yet. Write the numbers of at least one kind.")
            )
        return cleaned

    def _check(self, kind, needed, present, working):
        given = [number is not None for number in (needed, present, working)]
        if any(given) and not all(given):
            missing = NUMBERS[given.index(False)]
            if _name(missing, kind) not in self.errors:
                self.add_error(
                    _name(missing, kind),
                    _("All three numbers of a kind belong together; 0 is one."),
                )
        elif all(given) and working > present:
            self.add_error(_name("working", kind), _("No more can work than are there."))

    def counts(self):
        """[(kind, needed, present, working, remark)] of the kinds that were counted."""
        rows = (
            (kind, *(self.cleaned_data.get(_name(name, kind)) for name in (*NUMBERS, "remark")))
            for kind in self.kinds
        )
        return [row for row in rows if row[1] is not None]


def _lines(kind):
    """A kind: its three numbers beside each other, also on a phone, and the remark below."""
    numbers = (Column(_name(name, kind), css_class="col-4") for name in NUMBERS)
    return Fieldset(
        f"{kind.name} ({kind.measure})",
        Row(*numbers, css_class="align-items-end"),
        _name("remark", kind),
    )


def _name(name, kind):
    return f"{name}-{kind.pk}"

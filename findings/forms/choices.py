"""Units to choose from, as they were on the first day of an inspection."""

from django import forms
from django.db.models import Case, Q, When
from django.utils.translation import gettext_lazy as _

from units.models import UnitVersion

Level = UnitVersion.Level


class UnitsField(forms.ModelMultipleChoiceField):
    """Units by their own key, shown by the name of their authority on the day."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        kwargs.setdefault("queryset", UnitVersion.objects.none())
        super().__init__(to_field_name="unit_id", **kwargs)
        self.error_messages["required"] = _("Choose at least one unit.")
        self.error_messages["invalid_choice"] = _(
            "One of the units is not part of this inspection. Choose from the list."
        )

    def label_from_instance(self, version):
        return version.authority

    def clean(self, value):
        try:
            return list(super().clean(value))
        except (ValueError, OverflowError) as error:
            raise forms.ValidationError(self.error_messages["invalid_choice"]) from error


def units_concerned(inspection):
    """The inspected unit and what is below it; of a province only what is directly below."""
    version = inspection.unit_version
    standing = UnitVersion.objects.on(inspection.starts_on)
    if version.level == Level.PROVINCE:
        standing = standing.filter(Q(unit=version.unit_id) | Q(parent=version.unit_id))
    else:
        standing = standing.under(version)
    return standing.order_by("path")


def addressees(inspection):
    """Who may be asked to act: the units concerned, then the agencies of the province."""
    agencies = Q(level=Level.AGENCY, parent=inspection.province_id)
    mine = units_concerned(inspection).values("pk")
    standing = UnitVersion.objects.on(inspection.starts_on).inspectable()
    last = Case(When(pk__in=mine, then=0), default=1)
    return standing.filter(agencies | Q(pk__in=mine)).order_by(last, "path")

"""Input about an act that reorganises units: what each kind asks, and in which words."""

from crispy_forms.layout import Fieldset
from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.sentences import say_it_our_way
from units.models import Reorganisation, UnitVersion

from .acts import ActForm, SearchingForm, among_open, offer_parents
from .units import VersionField, VersionsField

Level = UnitVersion.Level
Kind = Reorganisation.Kind
PARTS = range(4)
NAME = _("Name without its type: Cao Lộc")


class MergeForm(SearchingForm):
    kind = Kind.MERGE

    others = VersionsField(
        label=_("Merged with"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("A merger takes at least two units. Choose another one.")},
    )
    type = forms.CharField(label=_("Type of the new unit"), max_length=60)
    name = forms.CharField(label=_("Name of the new unit"), max_length=200, help_text=NAME)
    code = forms.CharField(label=_("Official code of the new unit"), max_length=20, required=False)
    parent = VersionField(
        label=_("The new unit belongs to"),
        required=False,
        help_text=_("Only where it is not the unit that all of them belong to now."),
    )

    def at_first(self, last):
        return {"type": last.type}

    def offer(self):
        alike = among_open(self.last, self.actor).filter(level=self.last.level)
        if self.last.level == Level.PROVINCE:
            del self.fields["parent"]
            self.offer_units("others", alike, alike)
            return
        alike = alike.in_provinces([self.last.province_id])
        self.offer_units("others", alike, alike.filter(parent_id=self.last.parent_id))
        offer_parents(self)

    def facts(self):
        given = self.cleaned_data
        into = {name: given[name] for name in ("type", "name", "code")}
        if given.get("parent"):
            into["parent"] = given["parent"]
        places = self.places(1)
        del places["heir"]
        return {"others": given["others"], "into": into, **places}


class SplitForm(ActForm):
    kind = Kind.SPLIT
    parts = [f"{name}_{number}" for number in PARTS for name in ("type", "name", "code")]

    def at_first(self, last):
        return {f"type_{number}": last.type for number in PARTS}

    def offer(self):
        for number in PARTS:
            need = number < 2
            fields = {
                f"type_{number}": forms.CharField(label=_("Type"), max_length=60, required=need),
                f"name_{number}": forms.CharField(label=_("Name"), max_length=200, required=need),
                f"code_{number}": forms.CharField(
                    label=_("Official code"), max_length=20, required=False
                ),
            }
            for field in fields.values():
                say_it_our_way(field)
            self.fields.update(fields)

    def lay_out(self):
        layout = super().lay_out()
        layout.fields = [one for one in layout.fields if getattr(one, "fields", True)]
        return layout

    def lay_out_parts(self):
        legends = (_("First new unit"), _("Second new unit"), _("Third new unit, if there is one"))
        legends = (*legends, _("Fourth new unit, if there is one"))
        for number, legend in zip(PARTS, legends, strict=True):
            yield Fieldset(legend, *self.parts[number * 3 : number * 3 + 3], css_class="part")

    def facts(self):
        given = self.cleaned_data
        into = [
            {name: given[f"{name}_{number}"] for name in ("type", "name", "code")}
            for number in PARTS
            if given[f"name_{number}"]
        ]
        return {"into": into, **self.places(len(into))}


class DissolveForm(SearchingForm):
    kind = Kind.DISSOLVE

    into = VersionsField(
        label=_("Passes into"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One unit or several. Which of them takes over is chosen on the next page."),
        error_messages={"required": _("Choose at least one unit that follows it.")},
    )

    def offer(self):
        scope = among_open(self.last, self.actor)
        self.fields["into"].required = self.last.is_territorial
        if self.last.is_territorial:
            scope = scope.filter(level__in=UnitVersion.TERRITORIAL)
        if self.last.level != Level.PROVINCE:
            scope = scope.in_provinces([self.last.province_id])
        scope = scope.exclude(path__startswith=self.last.path)
        self.offer_units("into", scope, scope.filter(parent_id=self.last.parent_id))

    def facts(self):
        into = self.cleaned_data["into"]
        return {"into": into, **self.places(len(into))}


class RenameForm(ActForm):
    kind = Kind.RENAME
    keeps_the_unit = True

    name = forms.CharField(label=_("New name"), max_length=200, help_text=NAME)
    code = forms.CharField(label=_("Official code"), max_length=20, required=False)

    def at_first(self, last):
        return {"name": last.name, "code": last.code}

    def facts(self):
        return {name: self.cleaned_data[name] for name in ("name", "code")}


class UpgradeForm(RenameForm):
    kind = Kind.UPGRADE
    field_order = ["type", "name", "code"]

    type = forms.CharField(
        label=_("New type"), max_length=60, help_text=_("As a commune (xã) becomes a ward (phường)")
    )

    def at_first(self, last):
        return super().at_first(last) | {"type": last.type}

    def facts(self):
        return super().facts() | {"type": self.cleaned_data["type"]}


class TransferForm(SearchingForm):
    kind = Kind.TRANSFER

    parent = VersionField(
        label=_("Will belong to"), help_text=_("Everything below the unit moves along.")
    )

    def offer(self):
        offer_parents(self, everywhere=self.actor.user.is_superuser)

    def facts(self):
        return {"parent": self.cleaned_data["parent"]}


FORMS = {
    form.kind.value: form
    for form in (MergeForm, SplitForm, RenameForm, UpgradeForm, TransferForm, DissolveForm)
}

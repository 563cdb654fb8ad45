"""What the form of every act asks: decision and day, and further units found by a search."""

import uuid

from crispy_forms.bootstrap import StrictButton
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import DayField, PortalForm
from units.models import Reorganisation, UnitVersion
from units.rules import ABOVE
from units.rules.eras import type_fits
from units.rules.reorganisation import is_decided_in_time

from .places import chosen_places
from .units import VersionsField

MOST_OFFERED = 200
DECISION = ("decision", "decided_on", "day")


def among_open(last, actor):
    """Units that stand and may be chosen beside this one, by their names of today.

    They lie in its province, or in the own ones.
    """
    standing = UnitVersion.objects.of_open_units(actor.day).exclude(unit_id=last.unit_id)
    if actor.user.is_superuser:
        return standing
    return standing.in_provinces(actor.province_ids)


class ActForm(PortalForm):
    """What every act names. `last`: the last version of the unit it starts from."""

    decision = forms.CharField(
        label=_("Decision or resolution"), max_length=200, help_text=_("As in 1672/NQ-UBTVQH15")
    )
    decided_on = DayField(label=_("Date of the decision"))
    day = DayField(
        label=_("In force from"), help_text=_("The first day on which the new order holds.")
    )
    submission = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.RegexField(r"^\d+:\d+(,\d+:\d+)*$", widget=forms.HiddenInput, max_length=5000)

    kind = None
    keeps_the_unit = False
    parts = ()

    def __init__(self, *args, last, actor, **kwargs):
        own = {"submission": uuid.uuid4(), "seen": f"{last.unit_id}:{last.pk}"}
        kwargs["initial"] = own | self.at_first(last) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.last, self.actor = last, actor
        self.offer()
        self.helper.layout = self.lay_out()

    def at_first(self, last):
        """What the fields of a kind begin with."""
        return {}

    def offer(self):
        """Fill the choices of a kind."""

    def lay_out(self):
        hidden = [name for name, field in self.fields.items() if field.widget.is_hidden]
        own = [n for n in self.fields if n not in (*hidden, *DECISION) and n not in self.parts]
        return Layout(
            *hidden,
            Fieldset(_("What changes"), *self.arranged(own)),
            *self.lay_out_parts(),
            Fieldset(_("By which decision"), *DECISION),
        )

    def lay_out_parts(self):
        return ()

    def arranged(self, names):
        """The fields of the kind in their order."""
        return names

    def clean(self):
        cleaned = super().clean()
        day, decided_on = cleaned.get("day"), cleaned.get("decided_on")
        if day and decided_on:
            for field, sentence in is_decided_in_time(decided_on, day, self.actor.day):
                self.add_error(field, sentence)
        if day:
            for name in [name for name in self.fields if name.split("_")[0] == "type"]:
                self._check_type(name, day)
        return cleaned

    def _check_type(self, name, day):
        """The type a unit gets fits its level that day."""
        kind = self.cleaned_data.get(name)
        if not kind or not self.cleaned_data.get(name.replace("type", "name")):
            return  # a part of a split that is not asked for
        draft = UnitVersion(level=self.last.level, type=kind, valid_from=day)
        draft.unit_id = self.last.unit_id if self.keeps_the_unit else None
        for field, sentence in type_fits(draft, self.actor.day):
            self.add_error("day" if field == "valid_from" else name, sentence)

    def words(self):
        return ""

    def offer_units(self, name, scope, nearest):
        """Choices of a field: those found, or the nearest; what was chosen stays among them."""
        field = self.fields[name]
        chosen = self.data.getlist(name) if self.is_bound else self.initial.get(name)
        chosen = chosen if isinstance(chosen, list) else [chosen]
        keys = [int(key) for key in chosen if str(key).isdecimal() and len(str(key)) < 19]
        field.queryset = scope.select_related("unit")
        found = scope.matching(self.words()) if self.words() else nearest
        rows = list(scope.filter(unit_id__in=keys))
        rows += [row for row in self._titled(found) if row.unit_id not in keys]
        choices = [(row.unit_id, self._label(row)) for row in rows]
        empty = [] if isinstance(field, VersionsField) else [("", "–")]
        field.choices = [*empty, *choices]

    def _titled(self, found):
        return found.with_parent_title(self.actor.day).order_by("path")[:MOST_OFFERED]

    def _label(self, version):
        above = getattr(version, "parent_title", "")
        return f"{version.title} ({above})" if above else version.title

    def order(self):
        """What the action is told of the act itself."""
        given = self.cleaned_data
        seen = dict(pair.split(":") for pair in given["seen"].split(","))
        return {name: given[name] for name in (*DECISION, "submission")} | {
            "seen": {int(unit): int(version) for unit, version in seen.items()}
        }

    def done_before(self):
        """The act this form made already, or None."""
        token = self.fields["submission"]
        try:
            made = token.clean(self.data.get("submission"))
        except forms.ValidationError:
            return None
        return Reorganisation.objects.filter(submission=made).first()

    def places(self, followers):
        """Where posts and offices go, as chosen on the preview."""
        return chosen_places(self.data, followers)

    def facts(self):
        """What the action of a kind is told of the units."""
        raise NotImplementedError

    def asked(self):
        """Everything `actions.reorganisation.act` needs, in its words."""
        return {"kind": self.kind, "unit": self.last.unit, **self.facts(), **self.order()}


class SearchingForm(ActForm):
    """An act that names further units, found among those of a whole province."""

    q = forms.CharField(
        label=_("Search for units"),
        required=False,
        max_length=100,
        help_text=_("By name or code, in the whole province. What you chose stays chosen."),
    )

    def arranged(self, names):
        """The search with its button first; it leaves what was typed as it is."""
        button = StrictButton(
            _("Search"),
            type="submit",
            name="step",
            value="search",
            css_class="btn-outline-secondary",
        )
        return ["q", Div(button, css_class="field"), *[name for name in names if name != "q"]]

    def words(self):
        """What is searched for, typed or given."""
        return (self.data.get("q") if self.is_bound else self.initial.get("q")) or ""


def offer_parents(form, *, everywhere=False):
    """What a unit of this level may stand below."""
    last = form.last
    scope = among_open(last, form.actor).filter(level__in=ABOVE[last.level])
    scope = scope.exclude(path__startswith=last.path)
    near = scope.in_provinces([last.province_id])
    form.offer_units("parent", scope if everywhere else near, near)

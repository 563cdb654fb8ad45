"""Input for templates: the words of every slot, the day they begin, what they are shown on."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from reform_portal.common.forms import DayField, PortalForm, RecordForm

from .built_in import FORMS
from .catalogue import LONGEST
from .records import SLOT, PaperTemplate
from .texts import fault


class TemplateForm(RecordForm):
    """A field for each slot of the kind of paper, filled with the words in force at first."""

    class Meta:
        model = PaperTemplate
        fields = ("reason",)

    def __init__(self, *args, kind, words=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.paper = FORMS[kind]
        for slot in self.paper.slots:
            self.fields[SLOT + slot.name] = _field_of(slot)
            self.initial[SLOT + slot.name] = (words or {}).get(slot.name, slot.text)
        self.order_fields([*(SLOT + slot.name for slot in self.paper.slots), "reason"])

    def clean(self):
        cleaned = super().clean()
        for slot in self.paper.slots:
            name = SLOT + slot.name
            if name in cleaned and (wrong := fault(cleaned[name], slot, self.paper)):
                self.add_error(name, wrong)
        return cleaned

    def values(self):
        """The columns of a version."""
        texts = {slot.name: self.cleaned_data[SLOT + slot.name] for slot in self.paper.slots}
        return {"reason": self.cleaned_data["reason"], "texts": texts}


def _field_of(slot):
    lines = min(max(len(slot.text) // 75 + slot.text.count("\n") + 1, 2), 12)
    return forms.CharField(
        label=capfirst(slot.label),
        required=slot.required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": lines}),
        help_text=slot.hint,
    )


class DayForm(PortalForm):
    """The day from which words count, or no longer count."""

    day = DayField(label=gettext_lazy("From"), help_text=gettext_lazy("Tomorrow or later."))


class IssuerForm(forms.Form):
    """Whose templates are listed."""

    issuer = forms.ChoiceField(label=gettext_lazy("Issuer"), required=False)

    def __init__(self, *, issuer, offered):
        super().__init__({"issuer": issuer.key})
        shown = {one.key: str(one) for one in (*offered, issuer)}
        self.fields["issuer"].choices = list(shown.items())


class SubjectForm(forms.Form):
    """On which record a version is shown."""

    about = forms.ChoiceField(label=gettext_lazy("Shown on"), required=False)

    def __init__(self, asked, *, subjects):
        first = next(iter(subjects), "")
        super().__init__({"about": asked.get("about") or first})
        self.subjects = subjects
        self.fields["about"].choices = [(key, label) for key, (label, _one) in subjects.items()]

    def chosen(self):
        """The record; None of none, or where a key was not offered."""
        found = self.subjects.get(self.data["about"]) if self.is_valid() else None
        return found and found[1]

"""Input for one section of a self-report: its text, and each figure as two counts."""

import re

from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _

from inspections.models import ReportSection
from inspections.rules import self_reports as rules
from reform_portal.common.dates import vn_number
from reform_portal.common.forms import RecordForm

# 1420, and as papers write it 1.420 or 1 420.
WHOLE = re.compile(r"\d{1,15}|\d{1,3}([. \u00a0]\d{3}){1,4}")


class CountField(forms.CharField):
    """A count, with or without dots for thousands; None where nothing was typed."""

    def __init__(self, **kwargs):
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "count"}
        super().__init__(required=False, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value):
        typed = super().clean(value).strip()
        if not typed:
            return None
        if typed.startswith(("-", "−")):
            raise forms.ValidationError(_("A count is never negative. Write 0 or more."))
        if not WHOLE.fullmatch(typed):
            raise forms.ValidationError(
                _("This is no whole number. Write it like 1420 or 1.420; no percentage.")
            )
        return int(re.sub(r"\D", "", typed))

    def prepare_value(self, value):
        return vn_number(value) if isinstance(value, int) else value

    def words_for(self, value):
        return vn_number(value)


class SectionForm(RecordForm):
    """The text under a heading and its figures. Version 0: nobody has saved it before."""

    class Meta:
        model = ReportSection
        fields = ("text",)
        widgets = {"text": forms.Textarea(attrs={"rows": 12})}

    def __init__(self, *args, heading, **kwargs):
        instance = heading.section or ReportSection(version=0)
        super().__init__(*args, instance=instance, **kwargs)
        self.heading = heading
        if instance.pk is None:
            del self.fields["submission"]
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput)
            self.initial["version"] = 0
        self.fields["text"].help_text = heading.item.hint
        self.fields["text"].required = False
        groups = [self._add(line) for line in heading.lines]
        self.helper.layout = Layout("version", "text", *groups)

    def _add(self, line):
        """The two fields of a figure, in a group with its name and target."""
        indicator, figure = line.indicator, line.figure
        part, whole = names_of(indicator)
        unit = {"unit": indicator.unit}
        self.fields[part] = CountField(
            label=_("%(what)s (%(unit)s)") % {"what": indicator.numerator_label, **unit}
        )
        self.initial[part] = figure.numerator if figure else None
        if indicator.has_denominator:
            self.fields[whole] = CountField(
                label=_("Out of: %(what)s (%(unit)s)")
                % {"what": indicator.denominator_label, **unit}
            )
            self.initial[whole] = figure.denominator if figure else None
        counts = [name for name in (part, whole) if name in self.fields]
        target = indicator.target_words and format_html(
            '<p class="muted">{} {}</p>', _("Target:"), indicator.target_words
        )
        return Fieldset(str(indicator), HTML(target), Div(*counts, css_class="counts"))

    def clean(self):
        cleaned = super().clean()
        for line in self.heading.lines:
            self._check(line.indicator, cleaned)
        return cleaned

    def _check(self, indicator, cleaned):
        part, whole = names_of(indicator)
        numerator, denominator = cleaned.get(part), cleaned.get(whole)
        if not indicator.has_denominator or {part, whole} & set(self.errors):
            return
        if (numerator is None) != (denominator is None):
            self.add_error(
                part if numerator is None else whole,
                _("Give both counts, or neither: the percentage is computed from the two."),
            )
        elif numerator is not None:
            sentences = (
                rules.something_out_of_nothing(numerator, denominator),
                rules.share_is_within_its_whole(indicator, numerator, denominator),
            )
            if found := next(filter(None, sentences), None):
                self.add_error(part, found)

    def figures(self):
        """{indicator: (numerator, denominator)} of those that were given."""
        given = {}
        for line in self.heading.lines:
            counts = tuple(self.cleaned_data.get(name) for name in names_of(line.indicator))
            if counts[0] is not None:
                given[line.indicator] = counts
        return given

    def lay_open(self, section):
        """Give a saved section its figures as plain values, to be compared with what was typed."""
        saved = {figure.indicator_id: figure for figure in section.figures.all()}
        for line in self.heading.lines:
            figure = saved.get(line.indicator.pk)
            part, whole = names_of(line.indicator)
            setattr(section, part, figure and figure.numerator)
            setattr(section, whole, figure and figure.denominator)


def names_of(indicator):
    """The names of the two fields of a figure."""
    return f"part_{indicator.pk}", f"whole_{indicator.pk}"

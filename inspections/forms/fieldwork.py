"""Input for what happens around a visit: visits, self-report, questions, minutes."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import numbering, register, rules
from inspections.models import ClarifyingQuestion, Minutes, SelfReport, Visit
from inspections.schedule import deadline
from reform_portal.common import uploads
from reform_portal.common.dates import vn_date
from reform_portal.common.forms import DayField, RecordForm
from units.models import Unit, UnitVersion

from .warned import AsksWhy


class PlaceField(forms.ModelChoiceField):
    """A unit by the name it has on the first day of the inspection."""

    def label_from_instance(self, unit):
        return self.names.get(unit.pk) or str(unit)  # asking a unit its name costs a query

    words_for = label_from_instance


class VisitForm(AsksWhy, RecordForm):
    """Where, when and what kind; the unit is the inspected one or below it.

    When a visit that is still to come takes place is moved elsewhere, with a reason.
    """

    unit = PlaceField(label=gettext_lazy("Unit"), queryset=Unit.objects.none())
    day = DayField(label=gettext_lazy("Day"))

    class Meta:
        model = Visit
        fields = ("unit", "kind", "place", "day", "session", "stop", "in_spite_of", "notes")
        widgets = {"notes": forms.Textarea(attrs={"rows": 8})}
        help_texts = {
            "in_spite_of": gettext_lazy(
                "Why the visit takes place nevertheless. The reason is shown with the visit."
            )
        }

    def __init__(self, *args, inspection, is_to_come=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.inspection = inspection
        self.fields["day"].disabled = self.fields["session"].disabled = is_to_come
        below = UnitVersion.objects.on(inspection.starts_on).under(inspection.unit_version)
        names = {version.unit_id: version.authority for version in below.order_by("path")}
        self.fields["unit"].names = names
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=names)
        self.initial["in_spite_of"] = ""  # a moved visit is judged anew, with its own reason
        self.hide_why()
        self.initial.setdefault("unit", inspection.unit_id)
        self.initial.setdefault("day", inspection.starts_on)

    def clean(self):
        cleaned = super().clean()
        day, unit = cleaned.get("day"), cleaned.get("unit")
        if day and (sentence := rules.visit_day_fits(day, self.inspection)):
            self.add_error("day", sentence)
        elif day and unit and (sentence := rules.unit_is_below(self.inspection, unit.pk, day)):
            self.add_error("unit", sentence)
        return cleaned


class SelfReportForm(RecordForm):
    """The entry of the self-report; the unit files the report itself with it."""

    period_from = DayField(label=gettext_lazy("Reporting period from"))
    period_to = DayField(label=gettext_lazy("Reporting period to"))
    due_on = DayField(label=gettext_lazy("Due"))
    received_on = DayField(label=gettext_lazy("Received"), required=False)
    upload = forms.FileField(
        label=gettext_lazy("File of the report"),
        required=False,
        help_text=gettext_lazy("PDF, Word (.docx) or Excel (.xlsx), at most 20 MB."),
    )

    class Meta:
        model = SelfReport
        fields = ("title", "period_from", "period_to", "due_on", "received_on")

    def __init__(self, *args, inspection, sets_dates, **kwargs):
        super().__init__(*args, **kwargs)
        if not sets_dates:
            del self.fields["received_on"]
            self.fields["due_on"].disabled = True
            self.fields["upload"].required = True
        if self.instance.pk:
            # Two who enter it for the first time: the second has seen no version.
            self.fields["version"].required = False
        else:
            day = inspection.starts_on
            self.initial["due_on"] = deadline("self_report", day, plan=inspection.plan) or day
            self.initial.setdefault("period_from", inspection.plan.period_from)
            self.initial.setdefault("period_to", inspection.plan.period_to)

    def clean(self):
        cleaned = super().clean()
        begin, end = cleaned.get("period_from"), cleaned.get("period_to")
        if begin and end and end < begin:
            self.add_error("period_to", _("The reporting period ends before it begins."))
        return cleaned

    def clean_upload(self):
        upload = self.cleaned_data.get("upload")
        return uploads.accept(upload, kinds=uploads.DOCUMENTS) if upload else None

    def seen_version(self):
        return self.cleaned_data.get("version")


class QuestionForm(RecordForm):
    """What the delegation asks the unit to make clear."""

    class Meta:
        model = ClarifyingQuestion
        fields = ("question",)
        widgets = {"question": forms.Textarea(attrs={"rows": 5})}


class FurtherQuestionForm(RecordForm):
    """What the delegation asks on in the same thread."""

    text = forms.CharField(
        label=gettext_lazy("Further question"),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    class Meta:
        model = ClarifyingQuestion
        fields = ()


class AnswerForm(RecordForm):
    """What the unit answers."""

    answer = forms.CharField(
        label=gettext_lazy("Answer"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 8})
    )

    class Meta:
        model = ClarifyingQuestion
        fields = ("answer",)


class MinutesForm(RecordForm):
    """What was said, by whom, and when both sides signed."""

    held_on = DayField(label=gettext_lazy("Held on"))
    signed_on = DayField(label=gettext_lazy("Signed by both sides on"), required=False)

    class Meta:
        model = Minutes
        fields = (
            *("kind", "held_on", "place", "attendees", "content"),
            *("number", "symbol", "signed_on"),
        )
        widgets = {
            "attendees": forms.Textarea(attrs={"rows": 4}),
            "content": forms.Textarea(attrs={"rows": 12}),
        }

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        self.inspection = inspection
        self.initial.setdefault("held_on", inspection.starts_on)
        self.fields["number"].validators.append(numbering.is_number)
        if not self.instance.number:
            offered = numbering.offer(numbering.of_minutes(self.instance, inspection))
            without = _("Minutes may do without a number.")
            self.fields["number"].help_text = f"{without} {offered}"
        open_ones = ClarifyingQuestion.objects.filter(
            inspection=inspection, status=ClarifyingQuestion.Status.OPEN
        )
        self.open_questions = {f"settle_{one.pk}": one for one in open_ones}
        for name, question in self.open_questions.items():
            self.fields[name] = forms.CharField(
                label=_("Made clear: %(question)s") % {"question": question.question},
                required=False,
                max_length=5_000,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("What was said closes the question; left empty, it stays open."),
            )

    def _judge_number(self, cleaned):
        """A number has a symbol, and no other paper."""
        number, symbol = cleaned.get("number"), cleaned.get("symbol")
        if not number:
            return
        if not symbol:
            self.add_error("symbol", _("A number has a symbol: BB-ĐKT."))
            return
        typed = Minutes(pk=self.instance.pk, kind=cleaned.get("kind", ""), symbol=symbol)
        typed.held_on = cleaned.get("held_on") or self.inspection.starts_on
        paper = numbering.of_minutes(typed, self.inspection)
        if sentence := register.taken_by_another(paper, number):
            self.add_error("number", sentence)

    def settled(self):
        """{question: what was said} of those that were closed in the session."""
        return {one: self.cleaned_data[name] for name, one in self.open_questions.items()}

    def clean(self):
        cleaned = super().clean()
        held, signed = cleaned.get("held_on"), cleaned.get("signed_on")
        if held and held < self.inspection.starts_on:
            self.add_error(
                "held_on",
                _("The inspection begins only on %(day)s. Correct the date of the minutes.")
                % {"day": vn_date(self.inspection.starts_on)},
            )
        if held and signed and signed < held:
            self.add_error("signed_on", _("Minutes are signed when they are held, or later."))
        self._judge_number(cleaned)
        return cleaned

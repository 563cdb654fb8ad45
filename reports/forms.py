"""Asking for a report: which one, as what kind of file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import ReportRequest
from .registry import REPORTS

NO_SUCH_FORMAT = _("There is no such paper in this format. Choose one of those offered.")


# What is made where a button names no kind.
USUAL = {
    "inspection": ReportRequest.Kind.CONCLUSION,
    "minutes": ReportRequest.Kind.MINUTES,
    "delegation": ReportRequest.Kind.DECISION,
    "plan": ReportRequest.Kind.PLAN,
    "year": ReportRequest.Kind.OVERVIEW,
}


class RequestForm(forms.Form):
    """The buttons of a page; nobody types here, so a wrong value is one sentence."""

    kind = forms.ChoiceField(choices=ReportRequest.Kind, required=False)
    format = forms.ChoiceField(choices=ReportRequest.Format)

    def __init__(self, *args, about, **kwargs):
        super().__init__(*args, **kwargs)
        self.about = about

    def clean(self):
        cleaned = super().clean()
        report = REPORTS.get(cleaned.get("kind") or USUAL.get(self.about))
        offered = report is not None and self.about in report.about
        if not offered or cleaned.get("format") not in report.contents:
            raise forms.ValidationError(NO_SUCH_FORMAT)
        return {"report": report, "format": cleaned["format"]}

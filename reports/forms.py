"""Asking for a report: which one, as what kind of file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import ReportRequest
from .registry import REPORTS

NO_SUCH_FORMAT = _("There is no report in this format. Choose PDF or Excel.")


class RequestForm(forms.Form):
    """Two buttons of a page; nobody types here, so a wrong value is one sentence."""

    kind = forms.ChoiceField(choices=ReportRequest.Kind, required=False)
    format = forms.ChoiceField(choices=ReportRequest.Format)

    def clean(self):
        cleaned = super().clean()
        report = REPORTS.get(cleaned.get("kind") or ReportRequest.Kind.CONCLUSION)
        if report is None or cleaned.get("format") not in report.contents:
            raise forms.ValidationError(NO_SUCH_FORMAT)
        return {"report": report, "format": cleaned["format"]}

"""Input for documents: what is asked for, and the file the unit sends."""

from django import forms
from django.utils.translation import gettext_lazy as _

from inspections.models import DocumentRequest
from inspections.questions import areas_on
from inspections.schedule import deadline
from reform_portal.common import uploads
from reform_portal.common.forms import DayField, PortalForm, RecordForm


class DocumentForm(RecordForm):
    """One document: its title, what exactly is wanted, and by when."""

    due_on = DayField(label=_("Due"))

    class Meta:
        model = DocumentRequest
        fields = ("title", "details", "area", "due_on")
        widgets = {"details": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        areas = self.fields["area"].queryset
        keys = [area.pk for area in areas_on(inspection.starts_on)]
        self.fields["area"].queryset = areas.filter(pk__in=keys)
        if not self.instance.pk:
            due = deadline("self_report", inspection.starts_on, plan=inspection.plan)
            self.initial.setdefault("due_on", due or inspection.starts_on)


class DocumentFileForm(PortalForm):
    """The file itself, judged by its content."""

    upload = forms.FileField(
        label=_("File"),
        help_text=_("PDF, Word (.docx), Excel (.xlsx), JPEG or PNG, at most 20 MB."),
    )

    def clean_upload(self):
        return uploads.accept(self.cleaned_data["upload"])

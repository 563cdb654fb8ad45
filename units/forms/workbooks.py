"""Input about workbooks: which one to download, and the file to import."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from reform_portal.common import uploads
from reform_portal.common.forms import DayField, PortalForm

from .filters import ALL

MOST_BYTES = 5 * uploads.MEGABYTE


class ExportForm(forms.Form):
    """The day and, for superusers, the province of a workbook to download."""

    on = DayField(label=_("As on"), required=False)
    province = forms.ChoiceField(label=_("Province"), required=False)

    def __init__(self, given, *, day, own, provinces):
        super().__init__({"on": day, **given.dict()}, auto_id="export_%s")
        self.fields["province"].choices = [
            ALL,
            *((str(version.unit_id), version.title) for version in provinces),
        ]
        if own is not None:
            del self.fields["province"]
        self.is_valid()
        self.day = self.cleaned_data.get("on") or day
        chosen = self.cleaned_data.get("province")
        self.provinces = {int(chosen)} if chosen else own


class WorkbookForm(PortalForm):
    """A filled-in workbook. Judged by its content; what is in its rows, the dry run says."""

    file = forms.FileField(
        label=_("Workbook"),
        help_text=_("An .xlsx file made from the template or from a download; at most 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_file(self):
        try:
            return uploads.accept(
                self.cleaned_data["file"], kinds=(uploads.EXCEL,), limit=MOST_BYTES
            )
        except ValidationError as error:
            raise ValidationError(error.messages) from error

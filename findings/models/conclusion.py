"""The conclusion of an inspection: its words, its number and date, and who signs in what capacity.

One row from the first draft to the issued paper. Number and date stay empty in a draft.
"""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from inspections.models import Inspection
from reform_portal.common.editing import Editable
from units.models import Person, Unit


class Conclusion(Editable):
    """What the paper says beside the findings and recommendations."""

    inspection = models.OneToOneField(
        Inspection, models.PROTECT, related_name="conclusion", editable=False
    )
    # The register the number is taken from: of whom, in which year. Kept by `save`.
    issuer = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    symbol = models.CharField(_("symbol"), max_length=30, default="TB-ĐKT")
    issued_on = models.DateField(_("date of issue"), null=True, blank=True)
    place_name = models.CharField(_("place of issue"), max_length=60)
    superior_body = models.CharField(
        _("superior body"), max_length=200, help_text=_("First line of the head of the paper.")
    )
    issuing_body = models.CharField(
        _("issuing body"), max_length=200, help_text=_("Second line, in bold.")
    )
    subject = models.CharField(_("subject"), max_length=400)
    bases = models.TextField(
        _("bases"),
        max_length=5_000,
        help_text=_("One basis on each line, without a mark at its end."),
    )
    opening = models.TextField(_("opening"), max_length=5_000)
    assessment = models.TextField(_("general assessment"), blank=True, max_length=10_000)
    implementation = models.TextField(_("carrying out"), blank=True, max_length=5_000)
    remediation_report_due_on = models.DateField(_("remediation report due"), null=True, blank=True)
    signer = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signer")
    )
    capacity = models.TextField(
        _("capacity to sign"),
        max_length=300,
        help_text=_("One line each: TM. ĐOÀN KIỂM TRA, then TRƯỞNG ĐOÀN."),
    )
    signer_post = models.CharField(_("post of the signer"), max_length=250, blank=True)
    recipients = models.TextField(
        _("recipients"), max_length=20_000, help_text=_("One on each line; the last is “Lưu: …”.")
    )

    class Meta:
        verbose_name = _("conclusion")
        verbose_name_plural = _("conclusions")
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "symbol", "year", "number"], name="one_conclusion_a_number"
            )
        ]

    def save(self, *args, **kwargs):
        self.issuer_id = self.inspection.plan.issuer_id
        self.year = self.register_year(self.inspection, self.issued_on)
        super().save(*args, **kwargs)

    def __str__(self):
        return self.reference or self.subject

    def get_absolute_url(self):
        return reverse("findings:draft", args=[self.inspection.code])

    @staticmethod
    def register_year(inspection, issued_on):
        """Papers are numbered by the year of issue; a draft counts for the inspection's year."""
        return (issued_on or inspection.starts_on).year

    @property
    def reference(self):
        """Number and symbol as papers cite them: "05/TB-ĐKT"; "" in a draft."""
        return f"{self.number:02d}/{self.symbol}" if self.number else ""

"""A photo or document that shows what was found, with its caption."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from inspections.models import Inspection, Visit
from reform_portal.common.editing import Editable

from ..querysets import EvidenceQuerySet
from .finding import Finding


class Evidence(Editable):
    """A file of an inspection, shown with a finding, with a visit, or with both."""

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="evidence", editable=False
    )
    finding = models.ForeignKey(
        Finding, models.CASCADE, null=True, related_name="evidence", editable=False
    )
    visit = models.ForeignKey(
        Visit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("taken at the visit"),
    )
    caption = models.CharField(_("caption"), max_length=300)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    file = models.FileField(upload_to="evidence/", editable=False)
    file_name = models.CharField(max_length=255, editable=False)
    content_type = models.CharField(max_length=100, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveIntegerField(editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["id"]

    def __str__(self):
        return self.caption

    @property
    def is_image(self):
        return self.content_type.startswith("image/")

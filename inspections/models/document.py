"""Documents the delegation asks the unit for, one by one, and the files the unit sends."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable
from units.models import Person

from ..querysets import DocumentFileQuerySet, DocumentQuerySet
from .catalogue import ReformArea
from .inspection import Inspection


class DocumentRequest(Editable):
    """One document: what is wanted, by when, and whether it came and will do."""

    class Status(models.TextChoices):
        ASKED = "asked", _("Requested from the unit")
        RECEIVED = "received", _("Handed in")
        ACCEPTED = "accepted", _("Accepted")
        RETURNED = "returned", _("Returned")
        WITHDRAWN = "dropped", _("No longer needed")

    WITH_THE_UNIT = (Status.ASKED, Status.RETURNED)
    HANDED_IN = (Status.RECEIVED, Status.ACCEPTED)

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="documents", editable=False
    )
    ordinal = models.PositiveSmallIntegerField(_("number"), editable=False)
    title = models.CharField(_("document"), max_length=200)
    details = models.TextField(_("what exactly"), blank=True, max_length=3_000)
    area = models.ForeignKey(
        ReformArea, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("area")
    )
    due_on = models.DateField(_("due"))
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+", editable=False)
    asked_on = models.DateField(_("asked on"), editable=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.ASKED, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("requested document")
        verbose_name_plural = _("requested documents")
        ordering = ["inspection", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "ordinal"], name="a_document_once_a_number"
            )
        ]

    def __str__(self):
        return f"{self.ordinal:02d}. {self.title}"

    def get_absolute_url(self):
        return reverse("inspections:document_detail", args=[self.pk])


class DocumentFile(models.Model):
    """A file the unit sent for a document; a later one replaces it and nothing is thrown away."""

    request = models.ForeignKey(DocumentRequest, models.PROTECT, related_name="files")
    edition = models.PositiveSmallIntegerField(_("edition"))
    name = models.CharField(_("filed as"), max_length=160)
    file = models.FileField(upload_to="documents/")
    file_name = models.CharField(_("sent as"), max_length=255)
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    sent_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    sent_on = models.DateField(_("sent on"))

    objects = DocumentFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of a document")
        verbose_name_plural = _("files of documents")
        ordering = ["request", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "edition"], name="an_edition_once_a_document"
            )
        ]

    def __str__(self):
        return self.name

"""The notice to the unit: when it is inspected, who is to be there, what is to be ready.

Domain §5(c). A visit that moves or is cancelled makes a revision: the paper that was issued stays
as it was, with the schedule it named in `said`.
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable
from units.models import Person

from ..querysets import NoticeQuerySet
from .inspection import Inspection


def _person(label):
    return models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name=label, editable=False
    )


class Notice(Editable):
    """One notice of an inspection; revision 0 is the first, later ones replace it."""

    class Status(models.TextChoices):
        DRAFTED = "drafted", _("Being drafted")
        ISSUED = "issued", _("Issued")
        DELIVERED = "delivered", _("Delivered")
        READ = "read", _("Read by the unit")
        ACKNOWLEDGED = "acknowledged", _("Acknowledged")

    class Occasion(models.TextChoices):
        FIRST = "first", _("notice of the schedule")
        CHANGED = "changed", _("notice of a changed schedule")
        CANCELLED = "cancelled", _("notice that the inspection does not take place")

    UNANSWERED = (Status.ISSUED, Status.DELIVERED, Status.READ)
    SENT = (*UNANSWERED, Status.ACKNOWLEDGED)

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="notices", editable=False
    )
    revision = models.PositiveSmallIntegerField(_("revision"), default=0, editable=False)
    occasion = models.CharField(
        _("occasion"), max_length=10, choices=Occasion, default=Occasion.FIRST, editable=False
    )
    changes = models.TextField(
        _("what has changed"),
        blank=True,
        max_length=5_000,
        help_text=_("Said to the unit in the revised notice."),
    )
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    symbol = models.CharField(_("symbol"), max_length=30, default="TB-SNV")
    issued_on = models.DateField(_("date of issue"), null=True, blank=True)
    signer = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signer")
    )
    capacity = models.TextField(
        _("capacity to sign"),
        max_length=300,
        blank=True,
        help_text=_(
            "One line each: KT. GIÁM ĐỐC, then PHÓ GIÁM ĐỐC. Left empty, it follows from the post."
        ),
    )
    participants = models.TextField(_("who is to take part"), max_length=3_000)
    preparation = models.TextField(_("documents and places to prepare"), max_length=5_000)
    contact = models.TextField(
        _("contact"), max_length=500, help_text=_("Who answers questions: name, post, telephone.")
    )
    acknowledge_by = models.DateField(_("to be acknowledged by"), null=True, blank=True)
    said = models.JSONField(default=dict, editable=False)
    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFTED, editable=False)
    delivered_on = models.DateField(_("delivered on"), null=True, editable=False)
    delivered_by = _person(_("delivered by"))
    read_on = models.DateField(_("read on"), null=True, editable=False)
    read_by = _person(_("read by"))
    acknowledged_on = models.DateField(_("acknowledged on"), null=True, editable=False)
    acknowledged_by = _person(_("acknowledged by"))
    answer = models.TextField(_("what the unit said"), blank=True, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice to the unit")
        verbose_name_plural = _("notices to units")
        ordering = ["inspection", "revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "revision"], name="a_notice_once_a_revision"
            ),
            models.CheckConstraint(
                condition=Q(status="drafted") | Q(issued_on__isnull=False),
                name="a_sent_notice_is_dated",
            ),
        ]
        indexes = [models.Index(fields=["status", "acknowledge_by"], name="notice_waiting")]

    def __str__(self):
        name = self.reference or self.get_occasion_display()
        if not self.revision:
            return str(name)
        return gettext("%(notice)s (revision %(number)d)") % {
            "notice": name,
            "number": self.revision,
        }

    def get_absolute_url(self):
        return reverse("inspections:notice_detail", args=[self.pk])

    @property
    def reference(self):
        """Number and symbol as papers cite them: "12/TB-SNV"; "" in a draft."""
        return f"{self.number:02d}/{self.symbol}" if self.number else ""

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFTED

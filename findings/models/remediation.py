"""What one addressee unit must do about one recommendation, and how far it has got."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inspections.models import Delegation, Inspection
from reform_portal.common.addresses import address
from reform_portal.common.editing import Editable
from units.models import Unit, UnitVersion

from ..querysets import RemediationQuerySet
from .recommendation import Recommendation


class Remediation(Editable):
    """One tracked row per recommendation and addressee. "Overdue" is asked, never stored.

    `issued` repeats that the conclusion is out; until then the addressee does not see the row.
    `unit` is whom the paper names. `bearer` carries it out: the same unit, unless it ended and
    the row was handed over to another of its successors than the one that took it over.
    """

    class Status(models.TextChoices):
        ASSIGNED = "assigned", _("Assigned")
        IN_PROGRESS = "in_progress", _("In progress")
        REPORTED = "reported", _("Reported")
        ACCEPTED = "accepted", _("Accepted")
        DROPPED = "dropped", _("No longer applicable")

    SETTLED = (Status.ACCEPTED, Status.DROPPED)

    recommendation = models.ForeignKey(
        Recommendation, models.CASCADE, related_name="remediations", editable=False
    )
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="remediations", editable=False
    )
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="+", editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    unit_version = models.ForeignKey(UnitVersion, models.PROTECT, related_name="+", editable=False)
    bearer = models.ForeignKey(
        Unit,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("carried out by"),
    )
    issued = models.BooleanField(default=False, editable=False)
    due_on = models.DateField(_("deadline"), null=True, blank=True, editable=False)
    outcome = models.TextField(_("what was done"), blank=True, max_length=10_000)
    progress = models.PositiveSmallIntegerField(
        _("done, in percent"), default=0, help_text=_("0 to 100")
    )
    reported_on = models.DateField(_("reported on"), null=True, blank=True, editable=False)
    status = models.CharField(
        max_length=11, choices=Status, default=Status.ASSIGNED, editable=False
    )

    objects = RemediationQuerySet.as_manager()

    class Meta:
        verbose_name = _("remediation")
        verbose_name_plural = _("remediations")
        indexes = [
            models.Index(fields=["province", "-id"], name="remediation_province"),
            models.Index(fields=["bearer", "-id"], name="remediation_bearer"),
            models.Index(fields=["delegation", "-id"], name="remediation_delegation"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "unit"], name="one_remediation_an_addressee"
            ),
            models.CheckConstraint(
                condition=Q(progress__lte=100),
                name="remediation_progress_is_percent",
                violation_error_message=_("Progress is a share from 0 to 100 percent."),
            ),
        ]

    def save(self, *args, **kwargs):
        self.bearer_id = self.bearer_id or self.unit_id
        super().save(*args, **kwargs)

    def __str__(self):
        return f"{self.recommendation} – {self.unit_version.authority}"

    def get_absolute_url(self):
        return address("findings:remediation_detail", self.pk)

    @property
    def is_settled(self):
        """Accepted, or without an object any more: nobody has to act."""
        return self.status in self.SETTLED

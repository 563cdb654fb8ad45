"""The unit asks for more days to explain the draft; the head grants or refuses them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from inspections.models import Inspection
from reform_portal.common.dates import vn_date
from reform_portal.common.editing import Editable
from units.models import Person


class Extension(Editable):
    """One request for a later day. Only one waits at a time; the reason of the answer stays."""

    class Status(models.TextChoices):
        PENDING = "pending", _("Not decided")
        GRANTED = "granted", _("Granted")
        REFUSED = "refused", _("Refused")

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="extensions", editable=False
    )
    asked_until = models.DateField(_("until when"))
    reason = models.TextField(_("why more days are needed"), max_length=3_000)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+", editable=False)
    asked_on = models.DateField(_("asked on"), editable=False)
    status = models.CharField(max_length=7, choices=Status, default=Status.PENDING, editable=False)
    answer = models.TextField(_("reason of the decision"), blank=True, max_length=3_000)
    decided_on = models.DateField(_("decided on"), null=True, editable=False)

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection"],
                condition=Q(status="pending"),
                name="one_extension_waits",
            )
        ]

    def __str__(self):
        return str(
            _("More days to explain %(code)s, until %(day)s")
            % {"code": self.inspection.code, "day": vn_date(self.asked_until)}
        )

    def get_absolute_url(self):
        return reverse("findings:explanations", args=[self.inspection.code])

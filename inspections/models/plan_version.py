"""What an approved plan said: kept as it was, whatever becomes of the plan."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .plan import Plan


class PlanVersion(models.Model):
    """A plan as one approval left it. Written once, never changed.

    `said` is what inspections.amendments.said makes; the first version has no amendment, and no
    day of approval where it was written down only when the plan was first amended.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(gettext_lazy("version"))
    amendment = models.OneToOneField(
        Plan, models.PROTECT, null=True, related_name="enacted_as", editable=False
    )
    reference = models.CharField(gettext_lazy("number"), max_length=60, blank=True)
    issued_on = models.DateField(gettext_lazy("date of issue"), null=True)
    reason = models.TextField(gettext_lazy("reason of the amendment"), blank=True)
    said = models.JSONField()
    approved_on = models.DateField(gettext_lazy("approved on"), null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = gettext_lazy("version of a plan")
        verbose_name_plural = gettext_lazy("versions of a plan")
        ordering = ["plan_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="one_version_a_number"),
        ]

    def __str__(self):
        return str(_("Version %(number)d of %(plan)s") % {"number": self.number, "plan": self.plan})

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("A version of a plan stays as it was written.")
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("inspections:plan_version", args=[self.plan_id, self.number])

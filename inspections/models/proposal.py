"""A proposal for the schedule of a plan: asked for by somebody, made once by a worker.

The row is the truth; the broker only rings the doorbell (docs/adr/0008). A proposal changes
nothing: what is accepted of it becomes inspections by the ordinary actions.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reform_portal.common.jobs import Job

from .plan import Plan


class Proposal(Job):
    """What was asked, how far it is, and the answer (`inspections.proposals.answer`)."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="proposals")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    question = models.JSONField()
    answer = models.JSONField(null=True)

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "asked_by"],
                condition=Q(status__in=["queued", "running"]),
                name="one_open_proposal_each",
            )
        ]

    def __str__(self):
        return gettext("Proposal %(number)s") % {"number": self.pk}

    def get_absolute_url(self):
        return reverse("inspections:proposal_detail", args=[self.pk])

    @property
    def words(self):
        """What is being done now, or why it failed; reasons are stored as msgids."""
        if self.status == self.Status.QUEUED:
            return gettext(
                "It waits for its turn, seldom longer than a minute. You may leave this page and "
                "come back."
            )
        if self.status == self.Status.RUNNING:
            return gettext("Days, delegations and ways are being weighed up.")
        return gettext(self.error) if self.error else ""

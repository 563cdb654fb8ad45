"""What makes it urgent to inspect a unit, and how much each counts: data with validity dates."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .catalogue import Dated


class RiskWeight(Dated):
    """Points for one reason, each time it is met, up to a highest number.

    No rule fixes them; the first rows are our choice (migration 0007). `code` is one of
    `inspections.risk.Reason`.
    """

    points = models.PositiveSmallIntegerField(_("points each"))
    most = models.PositiveSmallIntegerField(_("points at most"))

    class Meta(Dated.Meta):
        verbose_name = _("risk weight")
        verbose_name_plural = _("risk weights")

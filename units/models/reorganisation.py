"""An act by which units change: merged, split, renamed, upgraded, transferred or dissolved.

Versions, successions and posts name the act that made or ended them, so that a unit's page can
cite it and an act on which nothing was built can be undone whole.
"""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable

from ..querysets import ReorganisationQuerySet


class Reorganisation(Editable):
    """One act of an administrator under one decision, in force from one day."""

    class Kind(models.TextChoices):
        MERGE = "merge", _("Merger")
        SPLIT = "split", _("Split")
        RENAME = "rename", _("Renaming")
        UPGRADE = "upgrade", _("Change of type")
        TRANSFER = "transfer", _("Transfer to another unit above")
        DISSOLVE = "dissolve", _("Dissolution")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    decision = models.CharField(
        _("decision or resolution"), max_length=200, help_text=_("As in 1672/NQ-UBTVQH15")
    )
    decided_on = models.DateField(_("dated"))
    day = models.DateField(
        _("in force from"), help_text=_("The first day on which the new order holds.")
    )
    province = models.ForeignKey(
        "units.Unit", models.PROTECT, null=True, related_name="+", editable=False
    )
    # Columns of rows that stood before and were changed, for `undo`:
    # [model, key, {name: how it was}, {name: what it became}].
    before = models.JSONField(default=list, editable=False, encoder=DjangoJSONEncoder)
    undone_on = models.DateField(_("undone on"), null=True, editable=False)

    objects = ReorganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("reorganisation")
        verbose_name_plural = _("reorganisations")

    def __str__(self):
        return f"{self.get_kind_display()} – {self.decision}"

    def get_absolute_url(self):
        return reverse("units:reorganisation_detail", args=[self.pk])

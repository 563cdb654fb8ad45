"""What was said at the end of a visit, where an inspection issues no paper (kiểm tra công vụ)."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable
from units.models import Person

from ..querysets.spoken import SpokenConclusionQuerySet
from .visit import Visit


class SpokenConclusion(Editable):
    """The delegation's conclusion at a visit, who said it, and what the unit answered."""

    visit = models.OneToOneField(Visit, models.PROTECT, related_name="spoken", editable=False)
    said_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("said by"))
    text = models.TextField(_("conclusion"), max_length=10_000)
    answered_by = models.CharField(_("for the unit"), max_length=200, blank=True)
    answer = models.TextField(_("answer of the unit"), blank=True, max_length=5_000)

    objects = SpokenConclusionQuerySet.as_manager()

    class Meta:
        verbose_name = _("spoken conclusion")
        verbose_name_plural = _("spoken conclusions")
        ordering = ["visit__day", "visit__stop", "id"]

    def __str__(self):
        return str(self.visit)

    def get_absolute_url(self):
        page = reverse("inspections:inspection_detail", args=[self.visit.inspection.code])
        return f"{page}#spoken"

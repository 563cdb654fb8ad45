"""The inspection of one unit by one delegation, from the schedule to its end."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from reform_portal.common.addresses import address
from reform_portal.common.editing import Editable
from reform_portal.common.text import Searchable, solid
from units.models import Unit, UnitVersion

from ..querysets import InspectionQuerySet
from .catalogue import Course
from .delegation import Delegation
from .plan import Plan, PlanUnit


class Inspection(Searchable, Editable):
    """One unit, one delegation, a range of days with visits inside."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("Scheduled")
        ON_SITE = "on_site", _("Being inspected")
        DRAFTING = "drafting", _("Draft in preparation")
        ANNOUNCED = "announced", _("Draft announced")
        EXPLAINED = "explained", _("Explained")
        CONCLUDED = "concluded", _("Concluded")
        CLOSED = "closed", _("Closed")
        CANCELLED = "cancelled", _("Cancelled")

    # The line a reader follows; "cancelled" leaves it.
    LINE = (
        Status.PLANNED,
        Status.ON_SITE,
        Status.DRAFTING,
        Status.ANNOUNCED,
        Status.EXPLAINED,
        Status.CONCLUDED,
        Status.CLOSED,
    )
    SPOKEN_LINE = (Status.PLANNED, Status.ON_SITE, Status.CONCLUDED, Status.CLOSED)
    BEFORE_FIELDWORK_ENDS = (Status.PLANNED, Status.ON_SITE, Status.DRAFTING)
    BEFORE_CONCLUSION = (*BEFORE_FIELDWORK_ENDS, Status.ANNOUNCED, Status.EXPLAINED)
    RECORDING = (Status.ON_SITE, Status.DRAFTING)
    UNIT_READS_FINDINGS = (Status.ANNOUNCED, Status.EXPLAINED, Status.CONCLUDED, Status.CLOSED)
    ISSUED = (Status.CONCLUDED, Status.CLOSED)

    code = models.CharField(_("code"), max_length=20, unique=True, editable=False)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="inspections", editable=False)
    delegation = models.ForeignKey(
        Delegation, models.PROTECT, related_name="inspections", verbose_name=_("delegation")
    )
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="+", verbose_name=_("inspected unit")
    )
    unit_version = models.ForeignKey(UnitVersion, models.PROTECT, related_name="+", editable=False)
    form = models.CharField(
        _("form"), max_length=12, choices=PlanUnit.Form, default=PlanUnit.Form.ON_SITE
    )
    course = models.CharField(
        _("course"), max_length=7, choices=Course, default=Course.WRITTEN, editable=False
    )
    counts_equipment = models.BooleanField(
        _("with a count of equipment"), default=False, editable=False
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    in_spite_of = models.TextField(
        _("reason in spite of the warnings"), blank=True, max_length=1000
    )
    # The day on which it was first begun; going back to the schedule keeps it.
    arrived_on = models.DateField(_("arrived on"), null=True, blank=True, editable=False)
    explanation_due_on = models.DateField(_("explanation due"), null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.PLANNED, editable=False)
    # Empty while there is no draft the unit reads.
    announced_on = models.DateField(_("draft announced on"), null=True, editable=False)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("inspection")
        verbose_name_plural = _("inspections")
        indexes = [
            models.Index(fields=["province", "-starts_on", "-id"], name="inspection_province"),
            models.Index(fields=["unit", "-starts_on", "-id"], name="inspection_unit"),
            models.Index(fields=["delegation", "-starts_on", "-id"], name="inspection_delegation"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="inspection_runs_forward",
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.UniqueConstraint(
                fields=["plan", "unit"],
                condition=~Q(status="cancelled"),
                name="a_unit_inspected_once_a_plan",
                violation_error_message=_("This unit already has an inspection under the plan."),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.unit_version.authority}"

    def get_absolute_url(self):
        return address("inspections:inspection_detail", self.code)

    def search_text(self):
        return f"{self.code} {self.unit_version.authority} {self.plan} {solid(self.code)}"

    @property
    def is_spoken(self):
        """True when it ends with what was said at the visits: no draft, no paper to explain."""
        return self.course == Course.SPOKEN

    @property
    def line(self):
        """The states it goes through."""
        return self.SPOKEN_LINE if self.is_spoken else self.LINE

    @property
    def is_recording(self):
        """True while visits, findings and evidence may change."""
        return self.status in self.RECORDING

    @property
    def is_embargoed(self):
        """True while the unit must not know of it: unannounced, and nobody has arrived yet."""
        return self.form == PlanUnit.Form.UNANNOUNCED and self.arrived_on is None

    @property
    def is_issued(self):
        return self.status in self.ISSUED


class CodeSeries(models.Model):
    """The last number given to an inspection code in a year; the row is locked to give one."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("code series")
        verbose_name_plural = _("code series")

    def __str__(self):
        return f"{self.year}: {self.last}"

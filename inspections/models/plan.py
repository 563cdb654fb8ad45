"""An inspection plan: who issued it, under what number, for which units and what period."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from reform_portal.common.addresses import address
from reform_portal.common.editing import Editable
from reform_portal.common.text import Searchable, solid
from units.models import Person, SteeringCommittee, Unit, UnitVersion

from ..querysets import PlanQuerySet, PlanUnitQuerySet
from .catalogue import InspectionType, ReformArea


class Plan(Searchable, Editable):
    """A year's plan. Its issuer is a committee or, where none is named, a unit's authority."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("Waiting for approval")
        RETURNED = "returned", _("Returned")
        APPROVED = "approved", _("Approved")
        # What an amendment ends in: the plan it amends says what is in force (ADR 0023).
        ENACTED = "enacted", _("Amends the plan")
        CANCELLED = "cancelled", _("Cancelled")

    EDITABLE = (Status.DRAFT, Status.RETURNED)
    OPEN = (*EDITABLE, Status.SUBMITTED)

    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    issuer = models.ForeignKey(
        Unit, models.PROTECT, related_name="+", verbose_name=_("issuing unit")
    )
    committee = models.ForeignKey(
        SteeringCommittee,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("issuing committee"),
    )
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    symbol = models.CharField(
        _("symbol"), max_length=30, help_text=_("After the slash: KH-BCĐCCHC")
    )
    issued_on = models.DateField(_("date of issue"), null=True, blank=True)
    # Nobody named: the head of the issuer signs.
    signer = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("signer"),
        help_text=_("Left empty, the head of the issuer signs."),
    )
    capacity = models.TextField(
        _("capacity to sign"),
        max_length=300,
        blank=True,
        help_text=_("Left empty, it follows from the post of the signer. One line each."),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    title = models.CharField(_("subject"), max_length=300)
    types = models.ManyToManyField(InspectionType, related_name="+", verbose_name=_("types"))
    areas = models.ManyToManyField(ReformArea, related_name="+", verbose_name=_("reform areas"))
    period_from = models.DateField(_("period under inspection from"))
    period_to = models.DateField(_("period under inspection to"))
    purpose = models.TextField(_("purpose and requirements"), blank=True, max_length=10_000)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT, editable=False)
    amends = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="amendments", editable=False
    )
    reason = models.TextField(_("reason of the amendment"), blank=True, max_length=2_000)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        indexes = [models.Index(fields=["province", "-year", "-id"], name="plan_scope")]
        constraints = [
            models.UniqueConstraint(
                fields=["amends"],
                condition=Q(status__in=("draft", "returned", "submitted")),
                name="one_open_amendment_a_plan",
            ),
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")),
                name="plan_period_runs_forward",
                violation_error_message=_("The period under inspection ends before it begins."),
            ),
            models.UniqueConstraint(
                fields=["issuer", "year", "symbol", "number"],
                name="one_plan_a_number",
                violation_error_message=_(
                    "This number is taken: the issuer already has a plan with it in that year."
                ),
            ),
        ]

    def __str__(self):
        return self.reference or self.title

    def get_absolute_url(self):
        return address("inspections:plan_detail", self.pk)

    @property
    def reference(self):
        """Number and symbol as papers cite them: "80/KH-BCĐCCHC", "05/KH-UBND"; "" before."""
        return f"{self.number:02d}/{self.symbol}" if self.number else ""

    @property
    def issued_by(self):
        """The issuer as forms name it: the committee, or the unit itself."""
        return f"committee-{self.committee_id}" if self.committee_id else f"unit-{self.issuer_id}"

    @property
    def is_amendment(self):
        return self.amends_id is not None

    @property
    def line(self):
        """The states a reader follows."""
        end = self.Status.ENACTED if self.is_amendment else self.Status.APPROVED
        return (self.Status.DRAFT, self.Status.SUBMITTED, end)

    @property
    def is_editable(self):
        return self.status in self.EDITABLE

    def search_text(self):
        return f"{self.reference} {self.title} {self.year} {solid(self.reference)}"

    def units_as_of(self, today):
        """The day its units are looked up on: its date, or while it has none a day of its year."""
        if self.issued_on:
            return self.issued_on
        return today if today.year == self.year else date(self.year, 1, 1)


class PlanUnit(models.Model):
    """A unit the plan names, as it was on the day it was put there."""

    class Form(models.TextChoices):
        ON_SITE = "on_site", _("on site")
        BY_REPORT = "by_report", _("by report")
        AGAIN = "again", _("re-inspection")
        UNANNOUNCED = "unannounced", _("unannounced")

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="plan_units")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    unit_version = models.ForeignKey(UnitVersion, models.PROTECT, related_name="+")
    form = models.CharField(_("form"), max_length=12, choices=Form, default=Form.ON_SITE)
    month = models.PositiveSmallIntegerField(_("expected month"), null=True, blank=True)
    day = models.DateField(_("expected day"), null=True, blank=True)

    objects = PlanUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan object")
        verbose_name_plural = _("plan objects")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "unit"],
                name="a_unit_once_a_plan",
                violation_error_message=_("This unit is already in the plan."),
            ),
            models.CheckConstraint(
                condition=Q(month=None) | Q(month__range=(1, 12)), name="plan_unit_month"
            ),
        ]

    def __str__(self):
        return self.unit_version.authority

    @property
    def inspection_state(self):
        """The words for `inspection_status`, which PlanUnitQuerySet.with_inspection adds."""
        inspection = apps.get_model("inspections", "Inspection")
        return inspection.Status(self.inspection_status).label

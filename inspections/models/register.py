"""Registers of the numbers of papers (Decree 30/2020/NĐ-CP, Article 15; domain §4.3).

Numbers run from 01 on 1 January. Each issuer has a series for each type of paper; committees and
delegations have series of their own beside that of the unit they sit at.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from units.models import Unit

from ..querysets.registers import RegisterNumberQuerySet, RegisterQuerySet


class Register(models.Model):
    """One series: of the body that issues (UBND, BCĐCCHC, ĐKT), a year, a type of paper.

    `issuer` is the unit the body is, or sits at. The row is locked by whoever takes a number.
    """

    province = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    issuer = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    body = models.CharField(max_length=30)
    kind = models.CharField(max_length=10, blank=True)  # KH, QĐ, …; nothing for official letters
    year = models.PositiveSmallIntegerField()

    objects = RegisterQuerySet.as_manager()

    class Meta:
        verbose_name = _("number register")
        verbose_name_plural = _("number registers")
        indexes = [models.Index(fields=["province", "-year", "-id"], name="register_scope")]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "year", "body", "kind"], name="one_register_a_series"
            )
        ]

    def __str__(self):
        return f"{self.symbol} {self.year}"

    def get_absolute_url(self):
        return reverse("inspections:register_detail", args=[self.pk])

    @property
    def symbol(self):
        """What its numbers are followed by: KH-BCĐCCHC; a letter names its writers as well."""
        return f"{self.kind}-{self.body}" if self.kind else f"{self.body}-…"


class RegisterNumber(models.Model):
    """A number a paper bears, or bore and gave back: then it stays a gap with its reason."""

    register = models.ForeignKey(Register, models.PROTECT, related_name="numbers")
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=30)
    paper = models.CharField(max_length=30, db_index=True)  # "plan-12"
    subject = models.CharField(max_length=400)
    taken_on = models.DateField()
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    issued = models.BooleanField(default=False)  # a number of a draft can still be let go
    given_back_on = models.DateField(null=True)
    note = models.CharField(max_length=400, blank=True)
    # Known to be borne by another paper already: what was numbered outside the portal.
    again = models.BooleanField(default=False)

    objects = RegisterNumberQuerySet.as_manager()

    class Meta:
        verbose_name = _("number of a register")
        verbose_name_plural = _("numbers of registers")
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["register", "number"],
                condition=Q(again=False),
                name="one_paper_a_number",
            )
        ]

    def __str__(self):
        return f"{self.number:02d}/{self.symbol}"

    def paper_url(self):
        """The page of the paper; "" where the portal has none."""
        kind, _dash, rest = self.paper.partition("-")
        if kind == "plan":
            return reverse("inspections:plan_detail", args=[rest])
        if kind == "decision":
            return reverse("inspections:plan_detail", args=[rest.split("-")[0]])
        if kind == "notice":
            return reverse("inspections:notice_detail", args=[rest])
        if kind == "conclusion":
            return reverse("findings:draft", args=[rest])
        code = rest.rpartition("-")[0]
        page = {"minutes": "inspections:inspection_detail"} | dict.fromkeys(
            ("letter", "correction"), "reports:issued"
        )
        return reverse(page[kind], args=[code]) if kind in page else ""

    @property
    def gap(self):
        """The numbers under this one that no paper bore: (first, last), or None."""
        return (self.below + 1, self.number - 1) if self.number - self.below > 1 else None

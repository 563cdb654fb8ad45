"""How many days a step may take: the usual ones by law or practice, and those of each plan."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .catalogue import Dated
from .plan import Plan


class Timing(models.Model):
    """A number of days, how they are counted, and from what."""

    class Counted(models.TextChoices):
        WORKING = "working", gettext_lazy("working days")
        CALENDAR = "calendar", gettext_lazy("calendar days")

    class Anchor(models.TextChoices):
        """What the days are counted from. A rule without one is no step of an inspection."""

        BEFORE_FIRST_VISIT = "before_first_visit", gettext_lazy("before the first visit")
        AFTER_LAST_VISIT = "after_last_visit", gettext_lazy("after the last visit")
        AFTER_DRAFT = "after_draft", gettext_lazy("after the draft is announced")
        AFTER_CONCLUSION = "after_conclusion", gettext_lazy("after the conclusion is issued")
        BEFORE_YEAR_END = "before_year_end", gettext_lazy("before the year ends")

    BACKWARDS = (Anchor.BEFORE_FIRST_VISIT, Anchor.BEFORE_YEAR_END)

    days = models.PositiveSmallIntegerField(gettext_lazy("days"))
    counted = models.CharField(gettext_lazy("counted in"), max_length=10, choices=Counted)
    anchor = models.CharField(
        gettext_lazy("counted from"), max_length=20, choices=Anchor, blank=True
    )

    class Meta:
        abstract = True

    @property
    def is_before(self):
        """True when the days are counted backwards."""
        return self.anchor in self.BACKWARDS

    @property
    def words(self):
        """ "7 working days before the first visit"."""
        return _("%(span)s %(since)s") % {"span": self.span, "since": self.get_anchor_display()}

    @property
    def span(self):
        """ "7 working days", "30 days"."""
        if self.counted == self.Counted.WORKING:
            words = ngettext("%(days)d working day", "%(days)d working days", self.days)
        else:
            words = ngettext("%(days)d day", "%(days)d days", self.days)
        return words % {"days": self.days}


class DeadlineRule(Timing, Dated):
    """What is usual; `code` names the step. Defaults of domain §5.1."""

    class Meta(Dated.Meta):
        verbose_name = gettext_lazy("deadline")
        verbose_name_plural = gettext_lazy("deadlines")

    def __str__(self):
        return self.name


class PlanDeadline(Timing):
    """What a plan sets for a step: copied from the usual when it is drafted, then its own."""

    class Code(models.TextChoices):
        """The steps, in the order in which they come."""

        ESTABLISHING = "establishing", gettext_lazy("Decision on the delegation issued")
        NOTICE = "notice", gettext_lazy("Notice issued to the unit")
        SELF_REPORT = "self_report", gettext_lazy("Self-report filed by the unit")
        DRAFT = "draft", gettext_lazy("Draft conclusion announced")
        EXPLANATION = "explanation", gettext_lazy("Explanation sent by the unit")
        CONCLUSION = "conclusion", gettext_lazy("Conclusion issued")
        REMEDIATION_PLAN = "remediation_plan", gettext_lazy("Plan to remedy sent by the unit")
        REMEDIATION_REPORT = (
            "remediation_report",
            gettext_lazy("Report on what was remedied"),
        )
        YEAR_FINISHED = "year_finished", gettext_lazy("Inspections of the year finished")
        YEAR_SUMMARY = "year_summary", gettext_lazy("Summary of the year's inspections")

    MOST_DAYS = 365

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="deadlines")
    code = models.CharField(gettext_lazy("step"), max_length=20, choices=Code)

    class Meta:
        verbose_name = gettext_lazy("deadline of a plan")
        verbose_name_plural = gettext_lazy("deadlines of a plan")
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="a_deadline_once_a_plan"),
        ]

    def __str__(self):
        return f"{self.get_code_display()}: {self.words}"

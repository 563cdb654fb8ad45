"""Steering committees and who sits on them, in what role, on what day."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable

from ..querysets import AgencyChangeQuerySet, CommitteeQuerySet, SeatQuerySet
from .person import Person, Post
from .unit import Unit


class SteeringCommittee(Editable):
    """A steering committee for administrative reform, from its establishing decision on."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="committees", verbose_name=_("of"))
    name = models.CharField(_("name"), max_length=200)
    short_symbol = models.CharField(
        _("symbol of its papers"), max_length=20, help_text=_("As in KH-BCĐCCHC: BCĐCCHC")
    )
    decision = models.CharField(_("establishing decision"), max_length=120)
    established_on = models.DateField(_("established on"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_decision = models.CharField(_("decision that ends it"), max_length=120, blank=True)
    term = models.CharField(_("term"), max_length=40, blank=True, help_text=_("As in 2021-2026"))
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("replaces"),
    )
    # The one it was established with; what changed since is in `agency_changes`.
    standing_agency = models.ForeignKey(
        Unit, models.PROTECT, related_name="+", verbose_name=_("standing agency")
    )

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("steering committee")
        verbose_name_plural = _("steering committees")
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gt=F("established_on")),
                name="committee_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first day."),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("units:committee_detail", args=[self.pk])

    def standing_agency_on(self, day):
        """The key of the unit that was the standing agency on a day."""
        last = self.agency_changes.filter(from_on__lte=day).order_by("-from_on").first()
        return last.unit_id if last else self.standing_agency_id

    def last_agency_change(self):
        """The last change; where none was, the establishing decision as one (not saved)."""
        founding = AgencyChange(
            committee=self,
            unit=self.standing_agency,
            from_on=self.established_on,
            decision=self.decision,
        )
        return self.agency_changes.order_by("from_on").last() or founding


class AgencyChange(models.Model):
    """Another unit becomes the standing agency by a decision, until the next change."""

    committee = models.ForeignKey(SteeringCommittee, models.PROTECT, related_name="agency_changes")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="+", verbose_name=_("standing agency")
    )
    from_on = models.DateField(_("from"))
    decision = models.CharField(_("decision"), max_length=120)

    objects = AgencyChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of the standing agency")
        verbose_name_plural = _("changes of the standing agency")
        constraints = [
            models.UniqueConstraint(fields=["committee", "from_on"], name="one_agency_a_day"),
            models.CheckConstraint(condition=~Q(decision=""), name="an_agency_cites_its_decision"),
        ]

    def __str__(self):
        return f"{self.committee}, {self.from_on}"

    @property
    def version(self):
        """Changes are counted with the committee: one seen is all seen."""
        return self.committee.version


class CommitteeMember(models.Model):
    """A seat: a person in a role on a committee over [from_on, to_on), by virtue of a post."""

    class Role(models.TextChoices):
        CHAIR = "chair", _("head of the committee")
        VICE_CHAIR = "vice_chair", _("deputy head of the committee")
        MEMBER = "member", _("member of the committee")
        SECRETARIAT_HEAD = "secretariat_head", _("head of the secretariat")
        SECRETARIAT = "secretariat", _("member of the secretariat")

    APPROVING = (Role.CHAIR, Role.VICE_CHAIR)
    SECRETARIES = (Role.SECRETARIAT_HEAD, Role.SECRETARIAT)

    committee = models.ForeignKey(SteeringCommittee, models.PROTECT, related_name="seats")
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="seats", verbose_name=_("person")
    )
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("post")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    from_on = models.DateField(_("from"))
    to_on = models.DateField(_("until"), null=True, blank=True)
    decision = models.CharField(_("decision"), max_length=120, blank=True)
    end_decision = models.CharField(_("decision that ends it"), max_length=120, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gt=F("from_on")),
                name="seat_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.UniqueConstraint(
                fields=["committee", "person"],
                condition=Q(to_on=None),
                name="one_open_seat",
                violation_error_message=_("This person already sits on the committee."),
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.get_role_display()}"

    @property
    def is_in_the_secretariat(self):
        return self.role in self.SECRETARIES

    def title_on(self, day):
        """The post by virtue of which somebody sits, as it was called on a day.

        Or on the day nearest to it on which the seat was held; on rows read `with_posts`.
        """
        last = self.to_on and self.to_on - timedelta(days=1)
        nearest = max(self.from_on, min(day, last) if last else day)
        return self.post.title_on(nearest) if self.post else ""

"""A delegation and the people in it, each with the post held when it was formed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reform_portal.common.addresses import address
from reform_portal.common.editing import Editable
from reform_portal.common.states import Labelled
from units.models import Person, Post, Unit

from ..querysets import DelegationQuerySet, SeatQuerySet
from .catalogue import ReformArea
from .plan import Plan


class Delegation(Editable):
    """The people who inspect together. The establishing decision is optional (domain §1.2)."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="delegations")
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    name = models.CharField(_("name"), max_length=200)
    formed_on = models.DateField(
        _("formed on"), help_text=_("Posts and units are taken as they are on this day.")
    )
    decision = models.CharField(_("establishing decision"), max_length=120, blank=True)
    decision_on = models.DateField(_("date of the decision"), null=True, blank=True)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("inspections:delegation_detail", self.pk)

    def role_of(self, person_id):
        """The role this person has here, or None. Uses the members already fetched."""
        if person_id is None:
            return None
        roles = (seat.role for seat in self.members.all() if seat.person_id == person_id)
        return next(roles, None)

    @property
    def head(self):
        """The member who leads, or None while nobody does."""
        heads = (seat for seat in self.members.all() if seat.role == DelegationMember.Role.HEAD)
        return next(heads, None)


class DelegationMember(Labelled):
    """A person in a delegation, with the role, the post as it was, and the areas in charge."""

    class Role(models.TextChoices):
        HEAD = "head", _("head of the delegation")
        DEPUTY_HEAD = "deputy_head", _("deputy head of the delegation")
        SECRETARY = "secretary", _("secretary")
        MEMBER = "member", _("member")

    delegation = models.ForeignKey(Delegation, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", editable=False)
    post_title = models.CharField(max_length=250, editable=False)
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.MEMBER)
    areas = models.ManyToManyField(
        ReformArea, blank=True, related_name="+", verbose_name=_("areas in charge")
    )

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegation member")
        verbose_name_plural = _("delegation members")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["delegation", "person"],
                name="a_person_once_a_delegation",
                violation_error_message=_("This person is already in the delegation."),
            ),
            models.UniqueConstraint(
                fields=["delegation"],
                condition=Q(role="head"),
                name="one_head_a_delegation",
                violation_error_message=_("The delegation already has a head."),
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.post_title}"

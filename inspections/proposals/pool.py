"""Who may be asked into new delegations: people of the committee's agencies, and who sat before."""

from dataclasses import dataclass, field

from django.db.models import OuterRef, Q, Subquery

from inspections.models import Delegation, DelegationMember
from units.models import CommitteeMember, Post, SteeringCommittee, UnitVersion

from .people import YEARS_OF_PRACTICE

LEADING = {CommitteeMember.Role.CHAIR, CommitteeMember.Role.VICE_CHAIR, CommitteeMember.Role.MEMBER}
LED = {DelegationMember.Role.HEAD, DelegationMember.Role.DEPUTY_HEAD}
WROTE = DelegationMember.Role.SECRETARY


@dataclass
class Known:
    """A person with what is known of earlier delegations, and where the person sits now."""

    pk: int
    name: str
    post: str
    areas: set = field(default_factory=set)
    roles: set = field(default_factory=set)
    team: str = ""  # the delegation of this plan the person is in
    sat_before: bool = False
    committee_role: str = ""

    def __str__(self):
        return self.name

    @property
    def role(self):
        """What the person seems suited for; the officer who asks decides."""
        if self.roles & LED or self.committee_role in LEADING:
            return "head"
        if WROTE in self.roles or self.committee_role in CommitteeMember.SECRETARIES:
            return "secretary"
        return "member"

    @property
    def is_offered(self):
        """Ticked to begin with: people of practice who are free of this plan."""
        return self.sat_before and not self.team


def seats_of_practice(plan):
    """Delegations of the province in the last years, those of the plan among them.

    A row for each seat and area, and one for a delegation without seats.
    """
    delegations = Delegation.objects.filter(
        province=plan.province_id, plan__year__gt=plan.year - YEARS_OF_PRACTICE
    )
    columns = ("pk", "name", "plan_id", "members__person", "members__role", "members__areas__code")
    return list(delegations.order_by("pk").values_list(*columns, named=True))


def pool_of(plan, day, seats):
    """The people to choose from, those of practice first; `seats` as above."""
    known = {}
    for post in _posts(plan, day, {seat.members__person for seat in seats}):
        place = UnitVersion(level=post.unit_level, type=post.unit_type, name=post.unit_name)
        known[post.person_id] = Known(
            pk=post.person_id,
            name=post.person.full_name,
            post=post.named_with(place),
            committee_role=post.sits_as or "",
        )
    for seat in seats:
        if seat.members__person in known:
            _add(known[seat.members__person], seat, plan)
    return sorted(known.values(), key=lambda one: not one.sat_before)


def _posts(plan, day, of_practice):
    """The posts of these people and of the committee's agencies on that day, the latest last."""
    committees = SteeringCommittee.objects.on(day).filter(
        unit__in={plan.issuer_id, plan.province_id}
    )
    sitting = CommitteeMember.objects.on(day).filter(committee__in=committees).order_by("pk")
    posts = Post.objects.on(day)
    asked = Q(person__in=of_practice - {None})
    asked |= Q(unit__in=posts.filter(person__in=sitting.values("person_id")).values("unit_id"))
    asked |= Q(unit__in=committees.standing_agencies(day))
    place = UnitVersion.objects.on(day).filter(unit_id=OuterRef("unit_id"))
    roles = sitting.filter(person_id=OuterRef("person_id"))
    found = posts.filter(asked).annotate(
        sits_as=Subquery(roles.values("role")[:1]),
        **{f"unit_{name}": Subquery(place.values(name)[:1]) for name in ("level", "type", "name")},
    )
    found = found.exclude(unit_name=None).select_related("person")
    return found.order_by("person__full_name", "person_id", "held_from", "pk")


def _add(person, seat, plan):
    person.sat_before = True
    person.roles.add(seat.members__role)
    if seat.members__areas__code:
        person.areas.add(seat.members__areas__code)
    if seat.plan_id == plan.pk:
        person.team = seat.name

"""Who may be asked into new delegations: people of the committee's agencies, and who sat before."""

from dataclasses import dataclass, field

from django.db.models import Q

from inspections.models import DelegationMember
from units.models import CommitteeMember, Post, SteeringCommittee

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


def pool_of(plan, day):
    """The people to choose from, those of practice first."""
    seats = list(_seats(plan))
    committees = SteeringCommittee.objects.on(day).filter(
        unit__in={plan.issuer_id, plan.province_id}
    )
    sitting = CommitteeMember.objects.on(day).filter(committee__in=committees).order_by("pk")
    on_committee = dict(sitting.values_list("person_id", "role"))
    posts = Post.objects.on(day)
    asked = Q(person__in={seat["person_id"] for seat in seats})
    asked |= Q(unit__in=posts.filter(person__in=on_committee).values("unit_id"))
    asked |= Q(unit__in=committees.values("standing_agency_id"))
    rows = posts.filter(asked).with_units(day).select_related("person")
    known = {
        row.person_id: Known(row.person_id, row.person.full_name, row.title_on(day))
        for row in rows.order_by("person__full_name", "person_id", "held_from", "pk")
    }
    for seat in seats:
        if seat["person_id"] in known:
            _add(known[seat["person_id"]], seat, plan)
    for person, role in on_committee.items():
        if person in known:
            known[person].committee_role = role
    return sorted(known.values(), key=lambda one: not one.sat_before)


def _seats(plan):
    """Seats of the last years in delegations of the province, a row for each area."""
    seats = DelegationMember.objects.filter(
        delegation__province=plan.province_id,
        delegation__plan__year__gt=plan.year - YEARS_OF_PRACTICE,
    )
    columns = ("person_id", "role", "areas__code", "delegation__plan_id", "delegation__name")
    return seats.values(*columns)


def _add(person, seat, plan):
    person.sat_before = True
    person.roles.add(seat["role"])
    if seat["areas__code"]:
        person.areas.add(seat["areas__code"])
    if seat["delegation__plan_id"] == plan.pk:
        person.team = seat["delegation__name"]

"""In whose name a planner may issue a plan: units above his posts, and their committees.

A plan is issued by the authority of a unit or by a steering committee of it, at any level: the
province, a district while there were districts, a commune today, a department (domain §6.1).
"""

from dataclasses import dataclass

from units.models import SteeringCommittee, UnitVersion

Level = UnitVersion.Level


@dataclass(frozen=True)
class Issuer:
    """A unit as it is on a day, or a committee of it."""

    unit: UnitVersion
    committee: SteeringCommittee | None = None

    def __str__(self):
        return str(self.committee or self.unit.authority)

    @property
    def key(self):
        """How a form names it; the same as `Plan.issued_by`."""
        return f"committee-{self.committee.pk}" if self.committee else f"unit-{self.unit.unit_id}"

    @property
    def symbol(self):
        """What stands after the number of its plans: KH-BCĐCCHC, KH-UBND, KH-SNV."""
        if self.committee:
            return f"KH-{self.committee.short_symbol}"
        return "KH-UBND" if self.unit.is_territorial else f"KH-{_initials(self.unit.title)}"


def issuers_for(actor, day, plan=None):
    """Those this person may issue for on that day, from the top down.

    With a plan: those of its province, and always the one it has.
    """
    units = {version.unit_id: version for version in _units_above_posts(actor, day)}
    if plan is not None:
        units = {key: one for key, one in units.items() if one.province_id == plan.province_id}
    here = SteeringCommittee.objects.on(day).filter(unit_id__in=units)
    found = list(here.order_by("unit_id", "-established_on", "-pk"))
    offered = []
    for unit in sorted(units.values(), key=lambda version: version.path):
        offered.append(Issuer(unit))
        offered += [Issuer(unit, one) for one in found if one.unit_id == unit.unit_id]
    if plan is not None and plan.issued_by not in {issuer.key for issuer in offered}:
        offered += _present(plan, day)
    return offered


def first_choice(offered):
    """The committee of the lowest territorial unit, or that unit's authority; None of none."""
    places = [issuer for issuer in offered if issuer.unit.is_territorial]
    lowest = max((len(issuer.unit.path) for issuer in places), default=0)
    near = [issuer for issuer in places if len(issuer.unit.path) == lowest]
    return next((one for one in near if one.committee), next(iter(near or offered), None))


def leads_a_province(actor):
    """True for a post in the authority of a province itself; it is above all in its scope."""
    return not actor.home_province_ids.isdisjoint(actor.unit_ids)


def lies_below_posts(unit_id, actor):
    """Is this unit one of a post, or taken over by one, or below one?"""
    return unit_id in below_posts([unit_id], actor)


def below_posts(unit_ids, actor):
    """Those of the units of which that is true, each as it was last by the actor's day."""
    own = actor.unit_ids | actor.officer_unit_ids
    known = UnitVersion.objects.filter(unit_id__in=unit_ids, valid_from__lte=actor.day)
    last = {version.unit_id: version for version in known.order_by("valid_from")}
    return {
        key
        for key, version in last.items()
        if key in own or not own.isdisjoint(version.ancestor_ids)
    }


def _units_above_posts(actor, day):
    """Versions on that day of the units of the posts and of all above them."""
    standing = UnitVersion.objects.on(day)
    held = standing.filter(unit_id__in=actor.unit_ids)
    keys = {key for version in held for key in (*version.ancestor_ids, version.unit_id)}
    return standing.filter(unit_id__in=keys).exclude(level=Level.ONE_STOP)


def _present(plan, day):
    """The issuer a plan has, as it was last by that day."""
    known = UnitVersion.objects.filter(unit_id=plan.issuer_id).order_by("valid_from")
    version = known.filter(valid_from__lte=day).last() or known.first()
    return [Issuer(version, plan.committee)] if version else []


def _initials(title):
    return "".join(word[0] for word in title.split() if word != "và").upper()

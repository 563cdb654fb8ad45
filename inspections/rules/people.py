"""Who may sit in a delegation, and when it may change: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import Post, UnitVersion
from units.querysets import in_force

from ..models import Delegation, DelegationMember, Inspection
from .units import unit_version_on


def delegation_has_a_head(inspection):
    """Somebody must lead and sign (Decree 30/2020, Art. 13).

    Locks the delegation, as taking a member out does, so that both cannot happen at once.
    """
    delegation = Delegation.objects.select_for_update().get(pk=inspection.delegation_id)
    if delegation.head is None:
        return _("%(delegation)s has no head. Name one first.") % {"delegation": delegation}


def members_hold_posts(inspection):
    """Every member belongs to an agency on the first day of the inspection."""
    day = inspection.starts_on
    without = inspection.delegation.members.exclude(
        in_force(day, "person__posts__held_from", "person__posts__held_to")
    )
    if names := [seat.person.full_name for seat in without.select_related("person")]:
        return _(
            "On %(day)s these members hold no post in any agency: %(people)s. "
            "Replace them, or have their posts corrected by the administrator."
        ) % {"day": f"{day:%d/%m/%Y}", "people": ", ".join(names)}


def nobody_inspects_the_own_unit(inspection):
    """A member must not come from the inspected unit (domain §7.1)."""
    return own_unit_conflict(inspection.delegation, inspection.unit_version, inspection.starts_on)


def own_unit_conflict(delegation, unit_version, day):
    """The sentence that names members who belong to this unit or to one below it, or None."""
    seats = DelegationMember.objects.filter(
        in_force(day, "person__posts__held_from", "person__posts__held_to"),
        delegation=delegation,
        person__posts__unit_id__in=_inside(unit_version, day),
    )
    names = [seat.person.full_name for seat in seats.select_related("person").distinct()]
    return _belongs(names, unit_version)


def candidate_conflict(person, delegation):
    """The same for somebody who is to join a delegation that already has inspections."""
    live = delegation.inspections.exclude(status=Inspection.Status.CANCELLED)
    for inspection in live.select_related("unit_version"):
        day, version = inspection.starts_on, inspection.unit_version
        posts = Post.objects.on(day).filter(person=person, unit_id__in=_inside(version, day))
        if posts.exists():
            return _belongs([person.full_name], version)
    return None


def _inside(unit_version, day):
    """Keys of the unit and what is below it; of a province only its own authority."""
    if unit_version.level == unit_version.Level.PROVINCE:
        return [unit_version.unit_id]
    return UnitVersion.objects.on(day).under(unit_version).values("unit_id")


def _belongs(names, unit_version):
    if names:
        return _(
            "%(people)s belongs to the inspected unit %(unit)s. "
            "Nobody inspects the own unit: choose another member."
        ) % {"people": ", ".join(names), "unit": unit_version.authority}


def delegation_may_change(inspection, delegation, *, has_begun):
    """What was recorded belongs to who recorded it; afterwards only members are replaced."""
    if has_begun and delegation.pk != inspection.delegation_id:
        return _(
            "%(inspection)s has begun once already; its delegation stays. Change the members of "
            "the delegation instead."
        ) % {"inspection": inspection}


def post_held(person, day):
    """The latest post the person holds on that day, with the words papers use; or None."""
    held = Post.objects.on(day).filter(person=person).order_by("-held_from", "-pk")
    for post in held:
        if version := unit_version_on(post.unit_id, day):
            return post, post.named_with(version)
    return None


def holds_a_post(person, day):
    if post_held(person, day) is None:
        return _(
            "%(person)s holds no post in any agency on %(day)s. Choose somebody else, or have "
            "the posts corrected by the administrator."
        ) % {"person": person.full_name, "day": vn_date(day)}

"""When a seat on a committee cannot be given or ended as asked."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import CommitteeMember, Post, SteeringCommittee

from .people import ends_once


def symbol_is_letters(symbol):
    """A symbol is the letters after a number: BCĐCCHC. Signs would split KH-BCĐCCHC wrongly."""
    if not symbol.isalpha():
        return _("Only letters, as in BCĐCCHC: no blanks, digits or signs.")


def symbol_is_free(unit_id, symbol, begin, end=None, *, besides=()):
    """Papers of two committees of one unit at one time are told apart by the symbol.

    `besides`: keys of committees that do not count: itself, and the one it replaces.
    """
    others = SteeringCommittee.objects.filter(unit_id=unit_id).meeting(begin, end)
    for other in others.exclude(pk__in=besides).order_by("established_on"):
        if other.short_symbol.casefold() == symbol.casefold():
            return _(
                "%(committee)s has the symbol %(symbol)s at that time, since %(day)s. "
                "Choose another symbol, or end or replace that committee first."
            ) % {
                "committee": other,
                "symbol": other.short_symbol,
                "day": vn_date(other.established_on),
            }


def seats_lie_inside(committee, established_on):
    """Nobody sits before the committee is established."""
    first = committee.seats.order_by("from_on").first()
    if first and first.from_on < established_on:
        return _("%(seat)s sits since %(day)s. Choose that day or an earlier one.") % {
            "seat": first,
            "day": vn_date(first.from_on),
        }


def changes_lie_inside(committee, established_on):
    """The standing agency changes after the committee is established."""
    first = committee.agency_changes.order_by("from_on").first()
    if first and first.from_on <= established_on:
        return _(
            "The standing agency changes on %(day)s. Choose a day before that one, or change the "
            "standing agency on a later day."
        ) % {"day": vn_date(first.from_on)}


def agency_changed_so(committee, unit, day, decision):
    """Is this very change known already, as after a second click?"""
    return committee.agency_changes.filter(unit=unit, from_on=day, decision=decision).exists()


def agency_can_change(committee, unit, day):
    """Another agency that stands that day, after what is known by now: [(field, sentence)].

    The day of the last change may be chosen again: then that change is corrected.
    """
    last = committee.agency_changes.order_by("from_on").last()
    too_early = day <= committee.established_on or (last and day < last.from_on)
    if too_early:
        since = last.from_on if last else committee.established_on
        sentence = _("The present standing agency is one since %(day)s. Choose a later day.")
        return [("from_on", sentence % {"day": vn_date(since)})]
    if committee.ended_on and day >= committee.ended_on:
        sentence = _("%(committee)s does not exist on %(day)s. Choose another day.")
        return [("from_on", sentence % {"committee": committee, "day": vn_date(day)})]
    version = unit.versions.on(day).first()
    if version is None or version.level != version.Level.AGENCY:
        sentence = _("This agency does not exist on %(day)s. Choose another agency or day.")
        return [("unit", sentence % {"day": vn_date(day)})]
    if unit.pk == committee.standing_agency_on(day):
        sentence = _("%(unit)s is the standing agency on %(day)s already. Choose another one.")
        return [("unit", sentence % {"unit": version, "day": vn_date(day)})]
    return []


def committee_can_end(committee, day):
    """A committee ends once, after it began, and before no seat and no change begins."""
    if reason := ends_once(committee, committee.established_on, committee.ended_on, day):
        return reason
    change = committee.agency_changes.filter(from_on__gte=day).order_by("from_on").first()
    if change:
        return _("The standing agency changes on %(day)s. Choose a later day.") % {
            "day": vn_date(change.from_on)
        }
    later = committee.seats.filter(from_on__gte=day).order_by("from_on").first()
    if later:
        return _("%(seat)s sits only from %(day)s. Choose a later day.") % {
            "seat": later,
            "day": vn_date(later.from_on),
        }


def committee_can_be_replaced(committee, day):
    """One committee follows another, and only while that one stands."""
    if committee.ended_on is not None:
        return _("%(committee)s ended on %(day)s already.") % {
            "committee": committee,
            "day": vn_date(committee.ended_on),
        }
    return committee_can_end(committee, day)


def seat_is_possible(draft):
    """The committee stands and the post is held as long as the seat, and nobody sits twice."""
    found = seat_lies_inside(draft)
    return found[0][1] if found else post_allows_seat(draft)


def seat_lies_inside(draft):
    """Nobody sits before the committee began or after its end: [(field, sentence)]."""
    committee, day = draft.committee, draft.from_on
    if day < committee.established_on or (committee.ended_on and day >= committee.ended_on):
        sentence = _("%(committee)s does not exist on %(day)s. Choose another day.")
        return [("from_on", sentence % {"committee": committee, "day": vn_date(day)})]
    if committee.ended_on and not _ends_by(draft, committee.ended_on):
        sentence = _("%(committee)s ends on %(day)s. Let the seat end by that day.")
        facts = {"committee": committee, "day": vn_date(committee.ended_on)}
        return [("to_on", sentence % facts)]
    return []


def post_allows_seat(draft):
    """The post is held as long as the seat, and the person has no other seat at that time."""
    committee, day = draft.committee, draft.from_on
    if draft.post and not Post.objects.on(day).filter(pk=draft.post_id).exists():
        return _("%(post)s is not held on %(day)s. Choose another post or day.") % {
            "post": draft.post,
            "day": vn_date(day),
        }
    if draft.post and draft.post.held_to and not _ends_by(draft, draft.post.held_to):
        return _("%(post)s is held only until %(day)s. Let the seat end by that day.") % {
            "post": draft.post,
            "day": vn_date(draft.post.held_to),
        }
    taken = CommitteeMember.objects.meeting(day, draft.to_on).filter(
        committee=committee, person_id=draft.person_id
    )
    if taken.exists():
        return _("%(person)s already sits on this committee on that day. End that seat first.") % {
            "person": draft.person
        }


def _ends_by(draft, day):
    return draft.to_on is not None and draft.to_on <= day


def one_chair(draft):
    """A committee has one head at a time."""
    if draft.role != CommitteeMember.Role.CHAIR:
        return None
    others = CommitteeMember.objects.meeting(draft.from_on, draft.to_on).filter(
        committee=draft.committee, role=draft.role
    )
    if other := others.select_related("person").first():
        return _("%(person)s heads the committee on that day. End that seat first.") % {
            "person": other.person
        }


def seat_can_end(seat, day):
    """A seat ends once, after the day it began."""
    return ends_once(seat, seat.from_on, seat.to_on, day)

"""When an act cannot reorganise units as asked, or can no longer be undone."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import Post, UnitVersion
from units.models.unit import KEY_WIDTH

from .standing import keeps_its_place, met
from .units import ABOVE, DEEPEST

Level = UnitVersion.Level
MOST_NAMED = 5


def named(rows):
    """The first few of them by name; how many more there are is said in figures."""
    names = [str(row) for row in rows[: MOST_NAMED + 1]]
    return ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")


def is_decided_in_time(decided_on, day, today):
    """An act is decided by today, and binds nobody before it is decided: [(field, sentence)]."""
    if decided_on > today:
        return [("decided_on", _("This day lies in the future; a decision has a day by now."))]
    if day < decided_on:
        sentence = _(
            "The decision is of %(day)s and holds for nothing before that day. Check both days."
        )
        return [("decided_on", sentence % {"day": vn_date(decided_on)})]
    return []


def may_change_on(last, day):
    """The unit stands, is as it is since before that day, and nothing later was built below it."""
    if last.valid_to is not None:
        return _("%(unit)s ended on %(day)s and cannot be changed any more.") % {
            "unit": last,
            "day": vn_date(last.valid_to),
        }
    if day <= last.valid_from:
        return _(
            "%(unit)s already has a version from %(day)s. What was is never rewritten: "
            "choose a later day."
        ) % {"unit": last, "day": vn_date(last.valid_from)}


def nothing_later_below(last, day):
    """What stands below moves along, so nothing there may begin after the day."""
    later = UnitVersion.objects.under(last).filter(valid_from__gt=day).exclude(unit=last.unit_id)
    if one := later.order_by("valid_from").first():
        return _(
            "%(unit)s below has a version from %(day)s. Date the act on or after that day."
        ) % {"unit": one, "day": vn_date(one.valid_from)}


def no_post_begins_later(last, day):
    """A post that begins when the unit no longer exists was given for a unit that would stand."""
    begins = Post.objects.filter(unit_id=last.unit_id, held_from__gte=day).select_related("person")
    if post := begins.order_by("held_from").first():
        return _(
            "%(person)s takes a post in %(unit)s on %(day)s, when it would no longer exist. "
            "Choose a later day, or end that post first."
        ) % {"person": post.person, "unit": last, "day": vn_date(post.held_from)}


def can_merge(lasts, above):
    """Several units of one level and, provinces apart, of one province. `above`: their parent."""
    if len({last.unit_id for last in lasts}) < 2:
        return _("A merger takes at least two units. Choose another one.")
    if len({last.level for last in lasts}) > 1:
        return _("Units of different levels cannot be merged: %(units)s.") % {
            "units": ", ".join(f"{last} ({last.get_level_display()})" for last in lasts)
        }
    if lasts[0].level == Level.PROVINCE:
        return None
    if len({last.province_id for last in lasts}) > 1:
        return _(
            "%(units)s lie in different provinces. Transfer them to one province first; "
            "only provinces merge across their borders."
        ) % {"units": named(lasts)}
    if above is None:
        return _("%(units)s belong to different units. Choose the one above the new unit.") % {
            "units": named(lasts)
        }


def can_split(into):
    """A split gives at least two units."""
    if len(into) < 2:
        return _("A split gives at least two units. Enter another one.")


def can_be_followed_by(last, followers):
    """What a unit is dissolved into: other units, not below it; a territory passes to others."""
    for one in followers:
        if one.path.startswith(last.path):
            return _("%(heir)s lies in %(unit)s itself. Choose a unit outside it.") % {
                "heir": one,
                "unit": last,
            }
        if last.is_territorial and not one.is_territorial:
            return _("%(heir)s has no territory and cannot follow %(unit)s.") % {
                "heir": one,
                "unit": last,
            }
    if last.is_territorial and not followers:
        return _("Choose at least one unit that follows %(unit)s.") % {"unit": last}


def something_changes(last, facts):
    """An act that leaves everything as it is says nothing."""
    if all(getattr(last, name) == value for name, value in facts.items()):
        return _("Nothing would change: %(unit)s is like this already.") % {"unit": last}


def fits_below(version, above):
    """A unit of this level may stand there, and what is below it is not too deep then."""
    return (
        above is not None
        and above.level in ABOVE[version.level]
        and not above.path.startswith(version.path)
        and len(above.path) // KEY_WIDTH < DEEPEST
    )


def has_a_place(version, above, day):
    """The sentence for a unit that cannot move below what is meant to take it over.

    What takes it over stands in the same place as long as the unit itself.
    """
    if not fits_below(version, above):
        return _("%(unit)s cannot stand below %(above)s. Merge, transfer or dissolve it first.") % {
            "unit": version,
            "above": above,
        }
    return keeps_its_place(met(above.unit_id, day, version.valid_to), day, version.valid_to)


def is_not_too_deep(below, old, new):
    """Moving from the one path to the other keeps the tree within the depth a path can hold."""
    deepest = max((len(one.path) for one in below), default=len(old.path))
    if len(new.path) - len(old.path) + deepest > DEEPEST * KEY_WIDTH:
        return _("%(unit)s would lie too deep in the tree there.") % {"unit": new}

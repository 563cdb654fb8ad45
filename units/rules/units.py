"""When a unit cannot begin, change or end as asked."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import UnitVersion
from units.models.unit import KEY_WIDTH

from .eras import type_fits
from .standing import keeps_its_place, met

Level = UnitVersion.Level
DEEPEST = UnitVersion._meta.get_field("path").max_length // KEY_WIDTH

# What may stand above what. Communes stand under a province since the districts ended on
# 1/7/2025, under a district before (domain §6.1); both eras are kept.
ABOVE = {
    Level.PROVINCE: (),
    Level.DISTRICT: (Level.PROVINCE,),
    Level.COMMUNE: (Level.DISTRICT, Level.PROVINCE),
    Level.AGENCY: (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.AGENCY),
    Level.ONE_STOP: (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.AGENCY),
}


def parent_on(draft):
    """The version of the unit above on the first day of the draft, or None."""
    if not draft.parent_id:
        return None
    return UnitVersion.objects.on(draft.valid_from).filter(unit_id=draft.parent_id).first()


def parent_fits(draft, found):
    """The unit above stands there as long as this one, at a fitting level and not below it.

    `found`: the versions of the unit above that the draft meets, the first one first.
    """
    if draft.level == Level.PROVINCE:
        return None if not draft.parent_id else _("A province belongs to no other unit.")
    if not draft.parent_id:
        return _("Choose the unit this one belongs to; only a province stands by itself.")
    above = found[0] if found and found[0].valid_from <= draft.valid_from else None
    if above is None:
        return _("The unit chosen here does not exist on %(day)s. Choose another unit or day.") % {
            "day": vn_date(draft.valid_from)
        }
    return (
        _level_fits(draft, above)
        or _no_cycle(draft, above)
        or keeps_its_place(found, draft.valid_from, draft.valid_to)
    )


def _level_fits(draft, above):
    if above.level not in ABOVE[draft.level]:
        return _(
            "A unit of the level “%(level)s” cannot belong to %(parent)s (level “%(above)s”). "
            "Choose another unit or level."
        ) % {
            "level": draft.get_level_display(),
            "parent": above,
            "above": above.get_level_display(),
        }
    if len(above.path) // KEY_WIDTH >= DEEPEST:
        return _("%(parent)s lies too deep in the tree for units below it.") % {"parent": above}


def _no_cycle(draft, above):
    if draft.unit_id and draft.unit_id in [*above.ancestor_ids, above.unit_id]:
        return _("%(parent)s lies below this unit, so the unit cannot belong to it.") % {
            "parent": above
        }


def code_is_free(draft):
    """An official code has one holder on a day; on another day it may mean another unit."""
    if not draft.code:
        return None
    taken = UnitVersion.objects.meeting(draft.valid_from, draft.valid_to).filter(
        code=draft.code, level=draft.level
    )
    return not_held_by(draft, taken.exclude(unit_id=draft.unit_id).first())


def not_held_by(draft, holder):
    """`holder`: another version with the draft's code on one of its days, or None."""
    if holder:
        return _("The code %(code)s is taken: %(unit)s has it from %(day)s. Enter another.") % {
            "code": draft.code,
            "unit": holder,
            "day": vn_date(holder.valid_from),
        }


def name_is_free(draft):
    """Two units of one name under one parent are one unit entered twice."""
    beside = UnitVersion.objects.meeting(draft.valid_from, draft.valid_to).filter(
        parent_id=draft.parent_id
    )
    titles = beside.exclude(unit_id=draft.unit_id).values_list("type", "name")
    # Compared here: SQLite knows capitals of the letters a to z only.
    return no_twin(
        draft, draft.title.casefold() in {" ".join(one).strip().casefold() for one in titles}
    )


def no_twin(draft, found):
    """`found`: whether another unit of that name stands under the same parent."""
    if found:
        return _(
            "%(unit)s already stands there on that day. Open it instead of adding it again."
        ) % {"unit": draft.title}


def follows_the_last(draft):
    """Ranges of one unit do not overlap: a new version begins after the last one began."""
    if not draft.unit_id:
        return None
    return begins_after(draft, draft.unit.versions.order_by("-valid_from").first())


def begins_after(draft, last):
    """`last`: the version of the same unit that began last."""
    if last.valid_to is not None:
        return _("%(unit)s ended on %(day)s and cannot be changed any more.") % {
            "unit": last,
            "day": vn_date(last.valid_to),
        }
    if draft.valid_from <= last.valid_from:
        return _(
            "%(unit)s already has a version from %(day)s. What was is never rewritten: "
            "choose a later day."
        ) % {"unit": last, "day": vn_date(last.valid_from)}


def broken(draft, today=None):
    """Every rule this draft breaks: [(field, sentence)]. `today`: see `eras.type_fits`."""
    above = draft.parent_id and met(draft.parent_id, draft.valid_from, draft.valid_to)
    found = (
        ("name", name_is_free(draft)),
        ("code", code_is_free(draft)),
        ("parent", parent_fits(draft, above)),
        ("valid_from", follows_the_last(draft)),
    )
    found = [(field, sentence) for field, sentence in found if sentence]
    return [*type_fits(draft, today), *found]


def can_move(last, day):
    """Nothing below may already have a version that begins after the day of the move."""
    later = UnitVersion.objects.under(last).filter(valid_from__gt=day).exclude(unit=last.unit_id)
    if one := later.order_by("valid_from").first():
        return _(
            "%(unit)s below has a version from %(day)s. Date the move on or after that day."
        ) % {
            "unit": one,
            "day": vn_date(one.valid_from),
        }


def ends_in_the_past(draft, heir, end_decision, today):
    """A unit that is entered with its end is one of the past, and says what followed it by what.

    [(field, sentence)]; `today` is None for lists and the demo, which come with their own days.
    """
    if draft.valid_to is None:
        said = [("heir", heir), ("end_decision", end_decision)]
        sentence = _("Write the day on which the unit ended, or leave this empty.")
        return [(field, sentence) for field, value in said if value]
    if draft.valid_to <= draft.valid_from:
        return [("valid_to", _("The last day lies before the first day."))]
    if today and draft.valid_to > today:
        sentence = _(
            "This day lies ahead. A unit that still stands is dissolved or merged by an act."
        )
        return [("valid_to", sentence)]
    found = []
    if today and not end_decision:
        found.append(("end_decision", _("Write by which decision it ended.")))
    if today and draft.is_territorial and not heir:
        found.append(
            ("heir", _("A territory passes to others. Choose the unit that took it over."))
        )
    if heir and (sentence := successors_stand([heir], draft.valid_to)):
        found.append(("heir", sentence))
    return found


def successors_stand(units, day):
    """What takes over a unit exists on the day it does."""
    standing = set(
        UnitVersion.objects.on(day).filter(unit__in=units).values_list("unit_id", flat=True)
    )
    if any(unit.pk not in standing for unit in units):
        return _("A successor does not exist on %(day)s. Open it first, from that day.") % {
            "day": vn_date(day)
        }

"""What of an earlier plan goes into a new one: every unit as it is on the new plan's day.

A unit that ended is followed by what stands of it. Where that is one unit, it takes the place;
of several somebody has to choose.
"""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from units.models import Succession, UnitVersion

from .models import InspectionType, ReformArea
from .reach import units_below


@dataclass
class Forward:
    """Units to take along, and in words what is not."""

    day: date
    units: list = field(default_factory=list)  # (version, its unit in the old plan)
    to_choose: list = field(default_factory=list)  # (unit in the old plan, versions)
    left: list = field(default_factory=list)  # sentences
    types: list = field(default_factory=list)
    areas: list = field(default_factory=list)


def day_of_copy(plan, actor):
    """A copy is for the year after the plan, or for this one if that is later; its first day."""
    year = max(plan.year + 1, actor.day.year)
    return actor.day if year == actor.day.year else date(year, 1, 1)


def forward(plan, issuer, day):
    """What a copy of the plan takes along on that day, issued by `issuer` (a version)."""
    found = Forward(day)
    reachable = {version.unit_id: version for version in units_below(issuer, day)}
    old = list(plan.plan_units.select_related("unit_version").order_by("unit_version__path"))
    following = _following([item.unit_id for item in old], day)
    taken = set()
    for item in old:
        standing = following[item.unit_id]
        inside = [reachable[unit_id] for unit_id in standing if unit_id in reachable]
        _place(found, item, standing, inside, taken)
    for name, model in (("types", InspectionType), ("areas", ReformArea)):
        _catalogue(found, name, getattr(plan, name).all(), model.objects.on(day))
    return found


def _place(found, item, standing, inside, taken):
    if not standing:
        found.left.append(_("%(unit)s ended, and no unit follows it.") % {"unit": item})
    elif not inside:
        found.left.append(_("%(unit)s does not lie below the issuer any more.") % {"unit": item})
    elif len(inside) > 1:
        found.to_choose.append((item, inside))
    elif inside[0].unit_id not in taken:  # two that were merged come once
        taken.add(inside[0].unit_id)
        found.units.append((inside[0], item))


def _following(unit_ids, day):
    """{unit: keys of what stands on that day of it, or of all that followed it over any steps}.

    One query to see what stands, two more for every step of successions (there are one or two).
    """
    standing, steps, asked = set(), {}, set(unit_ids)
    while asked:
        standing |= set(
            UnitVersion.objects.on(day).filter(unit_id__in=asked).values_list("unit_id", flat=True)
        )
        ended = asked - standing
        rows = Succession.objects.filter(predecessor_id__in=ended, day__lte=day).order_by("pk")
        new = list(rows.values_list("predecessor_id", "successor_id"))
        for before, after in new:
            steps.setdefault(before, []).append(after)
        asked = {after for _before, after in new} - standing - set(steps)
    return {unit_id: _ends(unit_id, standing, steps) for unit_id in unit_ids}


def _ends(unit_id, standing, steps):
    """Everything standing that the steps lead to, each once, in their order."""
    if unit_id in standing:
        return [unit_id]
    return list(
        dict.fromkeys(
            end for after in steps.get(unit_id, ()) for end in _ends(after, standing, steps)
        )
    )


def _catalogue(found, name, chosen, in_force):
    """Types and areas by their codes, in the words of the new day."""
    now = {row.code: row for row in in_force}
    for row in chosen:
        if row.code in now:
            getattr(found, name).append(now[row.code])
        else:
            found.left.append(
                _("“%(name)s” is not in force on the day of the new plan.") % {"name": row}
            )

"""Who already sits elsewhere in a half-day, and which unit already receives somebody: sentences."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import Person

from .models import Half, Inspection, PersonSlot, UnitSlot, Visit

MOST_NAMED = 5


def people_elsewhere(delegation_id, keys):
    """One sentence for every (person, day, half) of `keys` that another delegation holds."""
    found = _held_by_others(PersonSlot, delegation_id, keys)
    names = Person.objects.in_bulk({slot.person_id for slot in found})
    return [
        _(
            "%(person)s sits elsewhere on %(day)s (%(half)s): with “%(delegation)s” at %(places)s. "
            "Choose another half-day, or replace this person in one of the delegations."
        )
        % {"person": names[slot.person_id].full_name, **_words(slot)}
        for slot in found
    ]


def units_elsewhere(delegation_id, keys):
    """The same for every (unit, day, half): two delegations at one unit."""
    return [
        _(
            "%(unit)s receives “%(delegation)s” on %(day)s (%(half)s): %(places)s. Choose another "
            "half-day, or have that visit moved."
        )
        % {"unit": _name(slot), **_words(slot)}
        for slot in _held_by_others(UnitSlot, delegation_id, keys)
    ]


def _held_by_others(model, delegation_id, keys):
    """The slots of these keys that other delegations hold, a few of them."""
    column = model.HOLDER
    found = model.objects.filter(
        day__in={day for _holder, day, _half in keys},
        **{f"{column}__in": {holder for holder, _day, _half in keys}},
    ).exclude(delegation_id=delegation_id)
    ordered = found.select_related("delegation").order_by("day", "-half", column)
    meant = [slot for slot in ordered if (getattr(slot, column), slot.day, slot.half) in keys]
    return meant[:MOST_NAMED]


def _words(slot):
    visits = _visits(slot)
    places = "; ".join(f"{visit.place} ({visit.inspection.code})" for visit in visits)
    return {
        "day": vn_date(slot.day),
        "half": Half(slot.half).label,
        "delegation": slot.delegation,
        "places": places,
    }


def _visits(slot):
    """Where the delegation that holds the slot goes in that half-day."""
    sessions = (slot.half, Visit.Session.WHOLE_DAY)
    found = Visit.objects.filter(
        inspection__delegation=slot.delegation_id, day=slot.day, session__in=sessions
    ).exclude(inspection__status=Inspection.Status.CANCELLED)
    if isinstance(slot, UnitSlot):
        found = found.filter(unit=slot.unit_id)
    return found.select_related("inspection", "unit_version").order_by("pk")[:MOST_NAMED]


def _name(slot):
    visit = next(iter(_visits(slot)), None)
    return visit.unit_version.authority if visit else str(slot.unit)

"""Who already sits elsewhere in a half-day, and which unit already receives somebody: sentences."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import Person

from .models import Half, Inspection, PersonSlot, UnitSlot, Visit

MOST_NAMED = 5


def people_elsewhere(delegation_id, keys, by=None):
    """One sentence for every (person, day, half) of `keys` that another delegation holds.

    Where `by` may not know of the visits there (an unannounced inspection), only that it is so.
    """
    found = _held_by_others(PersonSlot, delegation_id, keys)
    names = Person.objects.in_bulk({slot.person_id for slot in found})
    return [_person_is_out(names[slot.person_id].full_name, slot, by) for slot in found]


def _person_is_out(person, slot, by):
    visits = _visits(slot, by)
    if visits:
        return _(
            "%(person)s sits elsewhere on %(day)s (%(half)s): with “%(delegation)s” at %(places)s. "
            "Choose another half-day, or replace this person in one of the delegations."
        ) % {"person": person, **_words(slot, visits)}
    return _(
        "%(person)s is not free on %(day)s (%(half)s). Choose another half-day, or replace this "
        "person in the delegation."
    ) % {"person": person, **_words(slot, visits)}


def units_elsewhere(delegation_id, keys, by=None):
    """The same for every (unit, day, half): two delegations at one unit."""
    return [_unit_receives(slot, by) for slot in _held_by_others(UnitSlot, delegation_id, keys)]


def _unit_receives(slot, by):
    visits = _visits(slot, by)
    if visits:
        return _(
            "%(unit)s receives “%(delegation)s” on %(day)s (%(half)s): %(places)s. Choose another "
            "half-day, or have that visit moved."
        ) % {"unit": visits[0].unit_version.authority, **_words(slot, visits)}
    return _("This half-day cannot be taken: %(day)s (%(half)s). Choose another one.") % _words(
        slot, visits
    )


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


def _words(slot, visits):
    places = "; ".join(f"{visit.place} ({visit.inspection.code})" for visit in visits)
    return {
        "day": vn_date(slot.day),
        "half": Half(slot.half).label,
        "delegation": slot.delegation,
        "places": places,
    }


def _visits(slot, by):
    """Where the delegation that holds the slot goes in that half-day, as far as `by` may know."""
    sessions = (slot.half, Visit.Session.WHOLE_DAY)
    inspections = Inspection.objects.known_to(by).filter(delegation=slot.delegation_id)
    found = Visit.objects.filter(
        inspection__in=inspections.exclude(status=Inspection.Status.CANCELLED),
        day=slot.day,
        session__in=sessions,
    )
    if isinstance(slot, UnitSlot):
        found = found.filter(unit=slot.unit_id)
    return list(found.select_related("inspection", "unit_version").order_by("pk")[:MOST_NAMED])

"""The half-days people and units have given away, kept equal to what the visits say.

Asking first whether somebody is free is not enough: two who ask in the same moment both hear
"yes". The INSERT decides (models/slot.py); who comes second gets a sentence.
"""

from functools import partial

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from inspections import clashes, workflow
from inspections.models import DelegationMember, Inspection, PersonSlot, UnitSlot, Visit
from reform_portal.common.workflow import Refused

from .locking import lock_delegations


def settle(*delegation_ids, by=None, visits=(), people=()):
    """Release what these delegations no longer need, take what they need; or Refused.

    Only the half-days of `visits` and of `people`, which are just being scheduled, must be free.
    Visits that clashed before this guard existed do not hinder other work: what they need is
    taken as soon as it is free. Call it inside the transaction that changes visits or seats.
    `by` is told who holds a half-day, as far as that person may know.
    """
    lock_delegations(*delegation_ids)
    fresh = {visit.pk for visit in visits}
    people_need, units_need = _needs(delegation_ids, fresh, set(people))
    _follow(PersonSlot, delegation_ids, people_need, partial(clashes.people_elsewhere, by=by))
    _follow(UnitSlot, delegation_ids, units_need, partial(clashes.units_elsewhere, by=by))


@workflow.inspection.after("cancel", "restore")
def follow_the_state(inspection, by):
    """Cancelling gives the half-days back; restoring takes them again, if they are still free."""
    settle(inspection.delegation_id, by=by, visits=inspection.visits.all())


def _needs(delegation_ids, fresh, new_people):
    """({(delegation, person, day, half): must be free}, the same for units)."""
    seats = DelegationMember.objects.filter(delegation__in=delegation_ids)
    members = {key: [] for key in delegation_ids}
    for team, person in seats.values_list("delegation_id", "person_id"):
        members[team].append(person)
    people, units = {}, {}
    live = Visit.objects.exclude(inspection__status=Inspection.Status.CANCELLED)
    live = live.filter(inspection__delegation__in=delegation_ids).select_related("inspection")
    for visit in live.only("unit_id", "day", "session", "inspection__delegation_id"):
        team, is_fresh = visit.inspection.delegation_id, visit.pk in fresh
        for half in visit.halves:
            _need(units, (team, visit.unit_id, visit.day, half), is_fresh)
            for person in members[team]:
                key = (team, person, visit.day, half)
                _need(people, key, is_fresh or person in new_people)
    return people, units


def _need(needs, key, must_be_free):
    needs[key] = needs.get(key, False) or must_be_free


def _follow(model, delegation_ids, needs, elsewhere):
    """Bring the rows of one table in line: hand over, take, and only then release.

    Releasing first would let two who swap half-days wait for each other.
    """
    held = {
        (row.delegation_id, getattr(row, model.HOLDER), row.day, row.half): row.pk
        for row in model.objects.filter(delegation__in=delegation_ids)
    }
    surplus = {key[1:]: pk for key, pk in held.items() if key not in needs}
    missing = sorted(key for key in needs if key not in held)
    for key in [key for key in missing if key[1:] in surplus]:
        model.objects.filter(pk=surplus.pop(key[1:])).update(delegation_id=key[0])
        missing.remove(key)
    _take(model, [key for key in missing if needs[key]], elsewhere)
    _take_what_is_free(model, [key for key in missing if not needs[key]])
    model.objects.filter(pk__in=surplus.values()).delete()


def _take(model, keys, elsewhere):
    try:
        with transaction.atomic():
            model.objects.bulk_create(_row(model, key) for key in keys)
    except IntegrityError as clash:
        raise Refused(*_sentences(keys, elsewhere)) from clash


def _take_what_is_free(model, keys):
    model.objects.bulk_create((_row(model, key) for key in keys), ignore_conflicts=True)


def _row(model, key):
    delegation_id, holder, day, half = key
    return model(delegation_id=delegation_id, day=day, half=half, **{model.HOLDER: holder})


def _sentences(keys, elsewhere):
    """Who holds it; somebody who gave it back since leaves only the request to try again."""
    found = []
    for team in sorted({key[0] for key in keys}):
        found += elsewhere(team, {key[1:] for key in keys if key[0] == team})
    return found or [
        _("The half-day was taken and given back in this moment. Save once more to take it.")
    ]

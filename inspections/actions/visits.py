"""Recording where the delegation went, until the draft is announced."""

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import cautions, rules
from inspections.models import Inspection, Visit
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused
from units.actions.tree import hold_the_tree

from .locking import lock
from .slots import settle

audit.name_verbs(
    visit__create=gettext_lazy("Recorded a visit"),
    visit__edit=gettext_lazy("Edited a visit"),
    visit__delete=gettext_lazy("Deleted a visit"),
)


@transaction.atomic
def record_visit(inspection, *, by, unit, day, submission=None, in_spite_of="", **values):
    """A visit at the inspected unit or below it, as the place is on that day.

    What speaks against it (cautions.py) needs a written reason: Warned without one.
    """
    hold_the_tree()
    row = lock(inspection, *Inspection.BEFORE_FIELDWORK_ENDS)
    version = _place(row, unit, day)
    # Clicks that wait for the lock behind the first one are not judged again.
    is_repeated = submission and Visit.objects.filter(submission=submission).exists()
    warned = []
    if not is_repeated:
        warned = cautions.against(row, version, day, values["session"], by=by)
    reason = cautions.overridden(warned, in_spite_of)
    visit, created = create_once(
        Visit, submission, inspection=row, unit=unit, unit_version=version, day=day,
        computed={"in_spite_of": reason}, **values,
    )  # fmt: skip
    if created:
        settle(row.delegation_id, by=by, visits=[visit])
        _record("visit.create", row, visit, by, warned, reason)
    return visit


@transaction.atomic
def edit_visit(visit, seen_version, *, by, unit, day, in_spite_of="", **values):
    """Change a visit; Stale when somebody saved first.

    Another place, day or session is judged anew and needs its own reason.
    """
    hold_the_tree()
    row = lock(visit.inspection, *Inspection.BEFORE_FIELDWORK_ENDS)
    version = _place(row, unit, day)
    before = Visit.objects.get(pk=visit.pk)
    moved = _when_and_where(before) != (unit.pk, day, values["session"])
    warned, reason = [], before.in_spite_of
    if moved:
        warned = cautions.against(row, version, day, values["session"], besides=visit.pk, by=by)
        reason = cautions.overridden(warned, in_spite_of)
    saved = save_if_unchanged(
        visit, seen_version, by=by, verb="visit.edit",
        unit=unit, unit_version=version, day=day, in_spite_of=reason, **values,
    )  # fmt: skip
    settle(row.delegation_id, by=by, visits=[saved] if moved else [])
    _record("visit.edit", row, saved, by, warned, reason if moved else "")
    return saved


@transaction.atomic
def delete_visit(visit, *, by):
    """Take a visit back. One with findings or evidence stays: they would lose their place."""
    row = lock(visit.inspection, *Inspection.BEFORE_FIELDWORK_ENDS)
    try:
        Visit.objects.get(pk=visit.pk).delete()
    except ProtectedError as held:
        raise Refused(
            _(
                "Findings were seen or evidence was taken at the visit “%(visit)s”. Name another "
                "visit in the findings and delete the evidence first. A visit of which something "
                "was said or counted stays: correct it instead."
            )
            % {"visit": visit}
        ) from held
    settle(row.delegation_id)
    audit.record("visit.delete", row, by=by, note=str(visit))
    return row


def _record(verb, inspection, visit, by, warned, reason):
    """The act on the inspection's history, with what was said against it and why it was done."""
    note = f"{visit}. {reason}" if reason else str(visit)
    audit.record(verb, inspection, by=by, note=note, **({"warnings": warned} if warned else {}))


def _when_and_where(visit):
    return visit.unit_id, visit.day, visit.session


def _place(inspection, unit, day):
    """The version of the visited unit on that day; Refused with what does not fit."""
    reasons = [
        rules.visit_day_fits(day, inspection),
        rules.unit_is_below(inspection, unit.pk, day),
    ]
    if reasons := [reason for reason in reasons if reason]:
        raise Refused(*reasons)
    return rules.unit_below(inspection, unit.pk, day)

"""Recording where the delegation went, until the draft is announced."""

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import rules
from inspections.models import Inspection, Visit
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

from .locking import lock
from .slots import settle

audit.name_verbs(
    visit__create=gettext_lazy("Recorded a visit"),
    visit__edit=gettext_lazy("Edited a visit"),
    visit__delete=gettext_lazy("Deleted a visit"),
)


@transaction.atomic
def record_visit(inspection, *, by, unit, day, submission=None, **values):
    """A visit at the inspected unit or below it, as the place is on that day."""
    row = lock(inspection, *Inspection.BEFORE_FIELDWORK_ENDS)
    version = _place(row, unit, day)
    visit, created = create_once(
        Visit, submission, inspection=row, unit=unit, unit_version=version, day=day, **values
    )
    if created:
        settle(row.delegation_id, visits=[visit])
        audit.record("visit.create", row, by=by, note=str(visit))
    return visit


@transaction.atomic
def edit_visit(visit, seen_version, *, by, unit, day, **values):
    """Change a visit; Stale when somebody saved first."""
    row = lock(visit.inspection, *Inspection.BEFORE_FIELDWORK_ENDS)
    version = _place(row, unit, day)
    before = _when_and_where(Visit.objects.get(pk=visit.pk))
    saved = save_if_unchanged(
        visit, seen_version, by=by, verb="visit.edit",
        unit=unit, unit_version=version, day=day, **values,
    )  # fmt: skip
    settle(row.delegation_id, visits=[saved] if _when_and_where(saved) != before else [])
    audit.record("visit.edit", row, by=by, note=str(saved))
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
                "visit in the findings and delete the evidence first."
            )
            % {"visit": visit}
        ) from held
    settle(row.delegation_id)
    audit.record("visit.delete", row, by=by, note=str(visit))
    return row


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

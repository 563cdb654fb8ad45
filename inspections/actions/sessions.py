"""One delegation, one half-day, several units in their order: a session of quick checks."""

from uuid import uuid5

from django.db import transaction

from inspections.models import Visit

from .inspections import schedule_inspection
from .visits import record_visit


def tokens_of(plan_units, submission):
    """The tokens of the inspections this form makes, or made at its first click."""
    return [uuid5(submission, str(item.unit_id)) for item in plan_units]


@transaction.atomic
def schedule_session(plan, plan_units, *, by, delegation, day, session, submission, in_spite_of=""):
    """An inspection with one visit for each unit, in this order; all of them or none.

    They share the half-day, because it is the same delegation's; anybody else's clashes. The
    same form twice makes them once.
    """
    made = []
    for stop, plan_unit in enumerate(plan_units, start=1):
        key = str(plan_unit.unit_id)
        inspection = schedule_inspection(
            plan, by=by, plan_unit=plan_unit, delegation=delegation, starts_on=day, ends_on=day,
            submission=uuid5(submission, key), in_spite_of=in_spite_of,
        )  # fmt: skip
        record_visit(
            inspection, by=by, unit=inspection.unit, day=day, session=session, stop=stop,
            kind=Visit.Kind.OFFICE, place=inspection.unit_version.authority,
            submission=uuid5(submission, f"{key} visit"), in_spite_of=in_spite_of,
        )  # fmt: skip
        made.append(inspection)
    return made

"""Copying a plan forward: a new draft for another year, with the units as they are then."""

from django.db import transaction
from django.utils.translation import gettext_lazy

from inspections.models import PlanUnit
from reform_portal.common import audit

from .plans import create_plan

audit.name_verbs(plan__copy=gettext_lazy("Copied the plan"))


@transaction.atomic
def copy_plan(plan, units, *, by, left=(), submission=None, **values):
    """A new draft made of an earlier plan; `units` are (version, form) and `left` what stayed.

    The same form twice makes one draft.
    """
    draft = create_plan(by=by, submission=submission, purpose=plan.purpose, like=plan, **values)
    if draft.plan_units.exists():
        return draft
    PlanUnit.objects.bulk_create(
        PlanUnit(plan=draft, unit_id=version.unit_id, unit_version=version, form=form)
        for version, form in units
    )
    names = [version.authority for version, _form in units]
    audit.record("plan.copy", draft, by=by, note=str(plan), units=names, left=list(left))
    return draft

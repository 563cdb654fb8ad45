"""Drafting plans: their words, and the units they name. Steps are taken by the workflow."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from inspections import rules
from inspections.models import Plan, PlanUnit
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused
from units.models import UnitVersion

from .locking import lock_plan

audit.name_verbs(
    plan__create=_("Drafted the plan"),
    plan__edit=_("Edited the plan"),
    plan__add_units=_("Added units to the plan"),
    plan__remove_unit=_("Took a unit out of the plan"),
)


def create_plan(*, by, types, areas, submission=None, committee=None, issuer_id=None, **values):
    """A new draft, issued by a committee or by a unit; named neither, by the own province."""
    issuer_id = committee.unit_id if committee else issuer_id or min(by.home_province_ids)
    try:
        with transaction.atomic():
            plan, created = create_once(
                Plan,
                submission,
                committee=committee,
                issuer_id=issuer_id,
                province_id=_province_of(issuer_id, by.day),
                **values,
            )
            if created:
                plan.types.set(types)
                plan.areas.set(areas)
                audit.record("plan.create", plan, by=by)
    except IntegrityError as clash:
        raise _number_taken(issuer_id, values) from clash
    return plan


def _province_of(unit_id, day):
    """The province a unit lies in on that day, or lay in last: the scope of its plans."""
    known = UnitVersion.objects.filter(unit_id=unit_id).order_by("valid_from")
    version = known.filter(valid_from__lte=day).last() or known.first()
    return version.province_id


def edit_plan(plan, seen_version, *, by, types, areas, committee=None, issuer_id=None, **values):
    """Change a draft or a returned plan; Stale when somebody saved first."""
    issuer_id = committee.unit_id if committee else issuer_id or plan.issuer_id
    try:
        with transaction.atomic():
            row = lock_plan(plan, *Plan.EDITABLE)
            many = {"types": _codes(row.types), "areas": _codes(row.areas)}
            row = save_if_unchanged(
                row, seen_version, by=by, verb="plan.edit",
                committee=committee, issuer_id=issuer_id, **values,
            )  # fmt: skip
            row.types.set(types)
            row.areas.set(areas)
            after = {"types": _codes(row.types), "areas": _codes(row.areas)}
            if after != many:
                audit.record("plan.edit", row, by=by, before=many, after=after)
    except IntegrityError as clash:
        raise _number_taken(issuer_id, values, besides=plan.pk) from clash
    return row


@transaction.atomic
def add_units(plan, unit_versions, *, by, form=PlanUnit.Form.ON_SITE, month=None):
    """Put units on the plan, each as it is on the plan's day; those already there stay as is."""
    row = lock_plan(plan, *Plan.EDITABLE)
    present = set(row.plan_units.values_list("unit_id", flat=True))
    new = [version for version in unit_versions if version.unit_id not in present]
    PlanUnit.objects.bulk_create(
        PlanUnit(plan=row, unit_id=item.unit_id, unit_version=item, form=form, month=month)
        for item in new
    )
    if new:
        audit.record("plan.add_units", row, by=by, units=[item.authority for item in new])
    return new


def with_communes(unit_version, day):
    """The unit and every commune below it on that day."""
    below = UnitVersion.objects.on(day).under(unit_version)
    communes = below.filter(level=UnitVersion.Level.COMMUNE)
    return [unit_version, *communes.exclude(pk=unit_version.pk)]


@transaction.atomic
def remove_unit(plan_unit, *, by):
    """Take a unit out of a plan that is still being drafted."""
    row = lock_plan(plan_unit.plan, *Plan.EDITABLE)
    name = str(plan_unit)
    PlanUnit.objects.filter(pk=plan_unit.pk).delete()
    audit.record("plan.remove_unit", row, by=by, note=name)
    return row


def _codes(many):
    return sorted(many.values_list("code", flat=True))


def _number_taken(issuer_id, values, besides=None):
    """Somebody took the number in the same moment: the sentence the form would have shown."""
    sentence = rules.number_is_taken(
        values.get("number"),
        issuer_id=issuer_id,
        year=values["year"],
        symbol=values["symbol"],
        besides=besides,
    )
    return Refused(sentence or _("The plan could not be saved. Check the entries and try again."))

"""Drafting plans: their words, and the units they name. Steps are taken by the workflow."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import numbering, reach, rules
from inspections.models import Plan, PlanUnit
from inspections.rules.amendments import inspected_stay
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused
from units.models import UnitVersion

from . import deadlines
from .locking import lock_plan

audit.name_verbs(
    plan__create=gettext_lazy("Drafted the plan"),
    plan__edit=gettext_lazy("Edited the plan"),
    plan__add_units=gettext_lazy("Added units to the plan"),
    plan__change_units=gettext_lazy("Changed forms or times of units of the plan"),
    plan__remove_units=gettext_lazy("Took units out of the plan"),
    plan__remove_unit=gettext_lazy("Took a unit out of the plan"),
)


def create_plan(
    *, by, types, areas, submission=None, committee=None, issuer_id=None, like=None, **values
):
    """A new draft, issued by a committee or by a unit; named neither, by the own province.

    It gets the usual deadlines, or those of the plan it is `like`.
    """
    issuer_id = committee.unit_id if committee else issuer_id or min(by.home_province_ids)
    _refuse(_signer(issuer_id, committee, values, by))
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
                deadlines.give(plan, plan.units_as_of(by.day), like=like)
                numbering.keep_plan(plan, by=by)
                audit.record("plan.create", plan, by=by)
    except IntegrityError as clash:
        raise _number_taken(issuer_id, values) from clash
    return plan


def _province_of(unit_id, day):
    """The province a unit lies in on that day, or lay in last: the scope of its plans."""
    known = UnitVersion.objects.filter(unit_id=unit_id).order_by("valid_from")
    version = known.filter(valid_from__lte=day).last() or known.first()
    return version.province_id


def _signer(issuer_id, committee, values, by):
    """Why the signer named does not sign for the issuer, on the plan's day or else today."""
    day = values.get("issued_on") or by.day
    return rules.signs_for_the_issuer(values.get("signer"), issuer_id, committee, day)


def edit_plan(plan, seen_version, *, by, types, areas, committee=None, issuer_id=None, **values):
    """Change a draft or a returned plan; Stale when somebody saved first."""
    issuer_id = committee.unit_id if committee else issuer_id or plan.issuer_id
    _refuse(_signer(issuer_id, committee, values, by))
    try:
        with transaction.atomic():
            row = lock_plan(plan, *Plan.EDITABLE)
            many = {"types": _codes(row.types), "areas": _codes(row.areas)}
            row = save_if_unchanged(
                row, seen_version, by=by, verb="plan.edit",
                committee=committee, issuer_id=issuer_id, **values,
            )  # fmt: skip
            numbering.keep_plan(row, by=by)
            row.types.set(types)
            row.areas.set(areas)
            after = {"types": _codes(row.types), "areas": _codes(row.areas)}
            if after != many:
                audit.record("plan.edit", row, by=by, before=many, after=after)
    except IntegrityError as clash:
        raise _number_taken(issuer_id, values, besides=plan.pk) from clash
    return row


@transaction.atomic
def add_units(plan, unit_versions, *, by, form=PlanUnit.Form.ON_SITE, month=None, day=None):
    """Put units on the plan, each as it is on the plan's day; those already there stay as is.

    On an exact day, or in a month.
    """
    row = lock_plan(plan, *Plan.EDITABLE)
    present = set(row.plan_units.values_list("unit_id", flat=True))
    new = [version for version in unit_versions if version.unit_id not in present]
    keys = [version.unit_id for version in new]
    _refuse(reach.outside(row, keys, row.units_as_of(by.day)), _bad_day(row, day))
    when = {"month": day.month if day else month, "day": day}
    PlanUnit.objects.bulk_create(
        PlanUnit(plan=row, unit_id=item.unit_id, unit_version=item, form=form, **when)
        for item in new
    )
    if new:
        audit.record("plan.add_units", row, by=by, units=[item.authority for item in new])
    return new


def _bad_day(plan, day):
    return day and rules.lies_in_the_plan_year(day, plan)


def with_communes(unit_version, day):
    """The unit and every commune below it on that day."""
    below = UnitVersion.objects.on(day).under(unit_version)
    communes = below.filter(level=UnitVersion.Level.COMMUNE)
    return [unit_version, *communes.exclude(pk=unit_version.pk)]


@transaction.atomic
def change_units(plan, changes, *, by, out=()):
    """Forms, months and days of units of a plan, and those that leave it (`out`: keys), at once.

    `changes` is {key: {field: (seen, new)}}: what somebody else changed since it was seen is not
    overwritten.
    """
    row = lock_plan(plan, *Plan.EDITABLE)
    units = {item.pk: item for item in row.plan_units.select_related("unit_version")}
    changed = {units.get(key): fields for key, fields in changes.items() if key not in out}
    _refuse(
        *(_changed_meanwhile(item, fields) for item, fields in changed.items()),
        *(_bad_day(row, fields["day"][1]) for fields in changed.values() if "day" in fields),
    )
    for item, fields in changed.items():
        for name, (_seen, new) in fields.items():
            setattr(item, name, new)
        item.month = item.day.month if item.day else item.month
        item.save(update_fields=["form", "month", "day"])
    if changed:
        audit.record("plan.change_units", row, by=by, units=[str(item) for item in changed])
    return changed, _take_out(row, [units[key] for key in out if key in units], by)


def _changed_meanwhile(item, fields):
    if item is None:
        return _("A unit was meanwhile taken out of the plan. Read the list again.")
    if any(getattr(item, name) not in (seen, new) for name, (seen, new) in fields.items()):
        return _(
            "%(unit)s was meanwhile changed by somebody else; nothing was saved. Read the list "
            "again."
        ) % {"unit": item}


def _take_out(plan, units, by):
    _refuse(_inspected(plan, units))
    PlanUnit.objects.filter(pk__in=[item.pk for item in units]).delete()
    if units:
        audit.record("plan.remove_units", plan, by=by, units=[str(item) for item in units])
    return units


def _inspected(plan, units):
    """Of an amendment: why these units cannot leave the plan it amends, or None."""
    keys = [item.unit_id for item in units]
    if plan.is_amendment and keys:
        return inspected_stay(PlanUnit.objects.filter(plan=plan.amends_id, unit__in=keys))


def _refuse(*sentences):
    """Refused with every sentence that is one, each once."""
    if reasons := dict.fromkeys(sentence for sentence in sentences if sentence):
        raise Refused(*reasons)


@transaction.atomic
def remove_unit(plan_unit, *, by):
    """Take a unit out of a plan that is still being drafted."""
    row = lock_plan(plan_unit.plan, *Plan.EDITABLE)
    _refuse(_inspected(row, [plan_unit]))
    name = str(plan_unit)
    PlanUnit.objects.filter(pk=plan_unit.pk).delete()
    secret = plan_unit.form == PlanUnit.Form.UNANNOUNCED
    audit.record("plan.remove_unit", row, by=by, note="" if secret else name, units=[name])
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

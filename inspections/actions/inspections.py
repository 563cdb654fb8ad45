"""Scheduling inspections: a unit of the plan, a delegation, days, and a code given once."""

import secrets

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from inspections import cautions, rules
from inspections.models import CodeSeries, Course, Inspection, Plan, PlanUnit
from reform_portal.common import audit
from reform_portal.common.editing import AlreadyMade, save_if_unchanged
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from units.actions.tree import hold_the_tree

from .locking import lock, lock_delegation, lock_delegations, lock_plan
from .slots import settle

SECRET = PlanUnit.Form.UNANNOUNCED
# Signs that nobody mistakes for one another.
SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

audit.name_verbs(
    inspection__schedule=_("Scheduled the inspection"),
    inspection__edit=_("Changed the schedule"),
)


@transaction.atomic
def schedule_inspection(
    plan, *, by, plan_unit, delegation, starts_on, ends_on, form=None, submission=None,
    in_spite_of="",
):  # fmt: skip
    """A new inspection with the next code of the year; the same form twice makes one.

    What speaks against its days (cautions.py) needs a written reason: Warned without one.
    """
    hold_the_tree()
    row = lock_plan(plan, Plan.Status.APPROVED)
    made_before = submission and Inspection.objects.filter(submission=submission).first()
    if made_before and made_before.unit_id != plan_unit.unit_id:
        raise AlreadyMade(made_before)
    if made_before:
        return made_before
    team = lock_delegation(delegation)
    form = form or plan_unit.form
    _require_days(row, starts_on, ends_on)
    _refuse(
        rules.stays_unannounced(plan_unit, form),
        rules.unit_exists_on(plan_unit.unit_id, starts_on, plan_unit),
        _already_scheduled(row, plan_unit),
    )
    version = rules.unit_version_on(plan_unit.unit_id, starts_on)
    _refuse(rules.own_unit_conflict(team, version, starts_on))
    inspection = Inspection(
        plan=row,
        delegation=team,
        province_id=row.province_id,
        unit_id=plan_unit.unit_id,
        unit_version=version,
        form=form,
        starts_on=starts_on,
        ends_on=ends_on,
        submission=submission,
        course=course_of(row),
        counts_equipment=row.types.filter(counts_equipment=True).exists(),
    )
    warned = cautions.against_days(inspection, by=by)
    inspection.in_spite_of = reason = cautions.overridden(warned, in_spite_of)
    inspection.code = secret_code(row.year) if form == SECRET else next_code(row.year)
    inspection.save(force_insert=True)
    # Not in the note: the unit reads that it was scheduled, not in spite of what.
    said = {"warnings": warned, "in_spite_of": reason} if warned else {}
    audit.record("inspection.schedule", inspection, by=by, **said)
    return inspection


@transaction.atomic
def edit_inspection(
    inspection, seen_version, *, by, delegation, starts_on, ends_on, form, in_spite_of=""
):
    """Other days or another delegation, while nothing has begun; judged anew when they change."""
    hold_the_tree()
    row = lock(inspection, Inspection.Status.PLANNED)
    planned = (row.delegation_id, row.starts_on, row.ends_on)
    is_judged = planned != (delegation.pk, starts_on, ends_on)
    return set_schedule(
        inspection, seen_version, by=by, delegation=delegation, starts_on=starts_on,
        ends_on=ends_on, form=form, in_spite_of=in_spite_of if is_judged else None,
    )  # fmt: skip


@transaction.atomic
def set_schedule(
    inspection, seen_version, *, by, delegation, starts_on, ends_on, form, in_spite_of=None
):
    """The same; without `in_spite_of` nothing is judged: not now, or not again."""
    hold_the_tree()
    row = lock(inspection, Inspection.Status.PLANNED)
    lock_delegations(row.delegation_id, delegation.pk)
    _require_days(row.plan, starts_on, ends_on)
    _refuse(
        rules.was_announced_already(row, form),
        rules.unit_exists_on(row.unit_id, starts_on, row.unit_version.authority),
        rules.visits_stay_inside(row, starts_on, ends_on),
        rules.delegation_may_change(row, delegation, has_begun=has_begun(row)),
    )
    version = rules.unit_version_on(row.unit_id, starts_on)
    _refuse(rules.own_unit_conflict(delegation, version, starts_on))
    team_before, reason = row.delegation_id, row.in_spite_of
    values = {
        "delegation": delegation,
        "unit_version": version,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "form": form,
    }
    if in_spite_of is not None:
        reason = _judged(row, values, in_spite_of, by)
    saved = save_if_unchanged(
        row, seen_version, by=by, verb="inspection.edit", in_spite_of=reason, **values
    )
    if saved.delegation_id != team_before:
        settle(team_before, saved.delegation_id, visits=saved.visits.all())
    return saved


def _judged(row, values, written, by):
    """The reason to keep with the row as it is going to be; Warned where it needs one."""
    for name, value in values.items():
        setattr(row, name, value)
    return cautions.overridden(cautions.against_days(row, by=by), written)


def course_of(plan):
    """The way its types go; where several are combined, one with a paper makes it one."""
    courses = set(plan.types.values_list("course", flat=True))
    return Course.SPOKEN if courses == {Course.SPOKEN} else Course.WRITTEN


def has_begun(inspection):
    """True once somebody has taken it on site, even if it was moved back."""
    return AuditEntry.objects.about(inspection).filter(verb="inspection.start").exists()


def next_code(year):
    """KT-2024-001, KT-2024-002 …; the locked row of the year gives every number once."""
    CodeSeries.objects.get_or_create(year=year)
    series = CodeSeries.objects.select_for_update().get(year=year)
    code = None
    while code is None or Inspection.objects.filter(code=code).exists():
        series.last += 1
        code = f"KT-{year}-{series.last:03d}"
    series.save(update_fields=["last"])
    return code


def secret_code(year):
    """DX-2026-7KQ4M: drawn by lot, so that neither it nor a gap in the series counts anything."""
    code = None
    while code is None or Inspection.objects.filter(code=code).exists():
        code = f"DX-{year}-{''.join(secrets.choice(SIGNS) for _sign in range(5))}"
    return code


def _require_days(plan, starts_on, ends_on):
    _refuse(
        rules.lies_in_the_plan_year(starts_on, plan),
        rules.lies_in_the_plan_year(ends_on, plan),
        rules.ends_after_it_starts(starts_on, ends_on),
    )


def _already_scheduled(plan, plan_unit):
    free = PlanUnit.objects.not_yet_scheduled().filter(pk=plan_unit.pk, plan=plan)
    return None if free.exists() else rules.unit_is_scheduled(plan, plan_unit)


def _refuse(*sentences):
    """Refused with every sentence that is one."""
    if reasons := [sentence for sentence in sentences if sentence]:
        raise Refused(*reasons)

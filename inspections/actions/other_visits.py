"""Entering what other bodies do at the units of the province."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from inspections import rules
from inspections.models import OtherVisit
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

audit.name_verbs(
    other_visit__create=_("Entered a visit of another body"),
    other_visit__edit=_("Changed a visit of another body"),
    other_visit__delete=_("Deleted a visit of another body"),
)


@transaction.atomic
def enter_other_visit(*, by, unit, starts_on, ends_on, submission=None, **values):
    """A visit to a unit of the own provinces, as the unit is on the first day."""
    version = _version(unit, starts_on, ends_on, by)
    found = {"province_id": version.province_id, "unit_version": version}
    row, created = create_once(
        OtherVisit,
        submission,
        computed=found,
        unit=unit,
        starts_on=starts_on,
        ends_on=ends_on,
        **values,
    )
    if created:
        audit.record("other_visit.create", row, by=by)
    return row


@transaction.atomic
def edit_other_visit(row, seen_version, *, by, unit, starts_on, ends_on, **values):
    """Other words, days or another unit; Stale when somebody saved first."""
    version = _version(unit, starts_on, ends_on, by)
    return save_if_unchanged(
        row,
        seen_version,
        by=by,
        verb="other_visit.edit",
        unit=unit,
        unit_version=version,
        province_id=version.province_id,
        starts_on=starts_on,
        ends_on=ends_on,
        **values,
    )


@transaction.atomic
def delete_other_visit(row, *, by):
    """Take an entry back; the history keeps that it was there."""
    audit.record("other_visit.delete", row, by=by, note=str(row))
    OtherVisit.objects.filter(pk=row.pk).delete()


def _version(unit, starts_on, ends_on, by):
    version = rules.unit_version_on(unit, starts_on)
    reasons = [
        rules.ends_after_it_starts(starts_on, ends_on),
        None if version else rules.unit_exists_on(unit, starts_on, unit),
    ]
    if version and version.province_id not in by.province_ids:
        reasons.append(_("This unit lies in another province. Choose one of your own."))
    if reasons := [reason for reason in reasons if reason]:
        raise Refused(*reasons)
    return version

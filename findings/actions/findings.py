"""Recording, changing and deleting findings, while the inspection is open for it."""

from django.db import transaction
from django.utils.translation import gettext as _

from inspections.actions.locking import lock
from inspections.models import Inspection
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

from ..models import Explanation, Finding, FindingUnit
from . import evidence


@transaction.atomic
def record_finding(inspection, *, by, units, submission=None, **values):
    """Put a finding on record about these unit versions; a second click makes nothing."""
    row = lock(inspection, *Inspection.RECORDING)
    finding, created = create_once(Finding, submission, **scope(row), **values)
    if created:
        _concern(finding, units)
        audit.record("finding.record", finding, by=by)
    return finding


@transaction.atomic
def revise_finding(finding, *, by, seen_version, units, **values):
    """Change a finding unless somebody saved first (Stale)."""
    lock(finding.inspection, *Inspection.RECORDING)
    fresh = save_if_unchanged(finding, seen_version, by=by, verb="finding.revise", **values)
    before = list(fresh.finding_units.select_related("unit_version"))
    if {item.unit_id for item in before} != {version.unit_id for version in units}:
        fresh.finding_units.all().delete()
        _concern(fresh, units)
        names = [[str(item) for item in before], [version.authority for version in units]]
        audit.record("finding.concern", fresh, by=by, units=names)
    return fresh


@transaction.atomic
def delete_finding(finding, *, by):
    """Take a finding away with its evidence, unless the unit has explained it."""
    inspection = lock(finding.inspection, *Inspection.RECORDING)
    if Explanation.objects.filter(finding=finding).exists():
        raise Refused(
            _(
                "The unit has written an explanation of this finding, so it stays on record. "
                "Correct its text instead."
            )
        )
    for item in finding.evidence.all():
        evidence.delete_evidence(item, by=by)
    audit.record("finding.delete", inspection, by=by, finding=[str(finding), None])
    finding.delete()
    return inspection


def scope(inspection):
    """The columns a row of content repeats from its inspection."""
    return {
        "inspection": inspection,
        "province_id": inspection.province_id,
        "unit_id": inspection.unit_id,
        "delegation_id": inspection.delegation_id,
    }


def _concern(finding, versions):
    FindingUnit.objects.bulk_create(
        FindingUnit(finding=finding, unit_id=version.unit_id, unit_version=version)
        for version in versions
    )

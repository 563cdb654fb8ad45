"""Recommendations and who must act on them: one tracked row per addressee, kept in step."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from inspections.actions.locking import lock
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

from ..models import Recommendation, Remediation
from .conclusions import WRITABLE
from .findings import scope


@transaction.atomic
def add_recommendation(inspection, *, by, units, findings=(), submission=None, **values):
    """Add a point to the conclusion under the next number, addressed to these unit versions."""
    row = lock(inspection, *WRITABLE)
    last = Recommendation.objects.filter(inspection=row).aggregate(last=Max("number"))["last"]
    made, created = create_once(
        Recommendation, submission, computed={"number": (last or 0) + 1}, **scope(row), **values
    )
    if created:
        made.findings.set(findings)
        _address(made, units)
        audit.record("recommendation.add", made, by=by)
    return made


@transaction.atomic
def revise_recommendation(recommendation, *, by, seen_version, units, findings=(), **values):
    """Change a recommendation and its addressees unless somebody saved first (Stale)."""
    lock(recommendation.inspection, *WRITABLE)
    fresh = save_if_unchanged(
        recommendation, seen_version, by=by, verb="recommendation.revise", **values
    )
    fresh.findings.set(findings)
    wanted = {version.unit_id for version in units}
    standing = list(fresh.remediations.select_related("unit_version"))
    gone = [row for row in standing if row.unit_id not in wanted]
    _drop(gone)
    there = {row.unit_id for row in standing}
    new = [version for version in units if version.unit_id not in there]
    _address(fresh, new)
    fresh.remediations.update(due_on=fresh.due_on)
    if gone or new:
        names = [[str(row.unit_version.authority) for row in gone], [v.authority for v in new]]
        audit.record("recommendation.address", fresh, by=by, units=names)
    return fresh


@transaction.atomic
def delete_recommendation(recommendation, *, by):
    """Take a recommendation away, unless a unit has worked on it; the others move up."""
    inspection = lock(recommendation.inspection, *WRITABLE)
    _drop(list(recommendation.remediations.select_related("unit_version")))
    text = str(recommendation)
    number = recommendation.number
    recommendation.delete()
    # One by one from the front: a number must never be held twice.
    for row in Recommendation.objects.filter(inspection=inspection, number__gt=number):
        Recommendation.objects.filter(pk=row.pk).update(number=row.number - 1)
    audit.record("recommendation.delete", inspection, by=by, recommendation=[text, None])
    return inspection


def _drop(rows):
    """Remove rows nobody has worked on; Refused names the units that have."""
    keys = [row.pk for row in rows]
    untouched = Remediation.objects.untouched().filter(pk__in=keys)
    free = set(untouched.select_for_update().values_list("pk", flat=True))
    if kept := [row.unit_version.authority for row in rows if row.pk not in free]:
        raise Refused(
            _(
                "%(units)s has already worked on this recommendation, so it stays an addressee. "
                "Change the text or the deadline instead."
            )
            % {"units": ", ".join(kept)}
        )
    untouched.delete()


def _address(recommendation, versions):
    Remediation.objects.bulk_create(
        Remediation(
            recommendation=recommendation,
            inspection_id=recommendation.inspection_id,
            province_id=recommendation.province_id,
            delegation_id=recommendation.delegation_id,
            unit_id=version.unit_id,
            bearer_id=version.unit_id,
            unit_version=version,
            due_on=recommendation.due_on,
        )
        for version in versions
    )

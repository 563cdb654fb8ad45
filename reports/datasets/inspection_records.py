"""All records of one inspection that papers tell of, read in a fixed number of questions.

Units are named by the version of the day they were put there, never by today's.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from findings.announced import (
    LAST_SAID,
    as_announced,
    reads_as_announced,
    words_as_announced,
    words_in,
)
from findings.models import (
    Evidence,
    Explanation,
    Finding,
    FindingUnit,
    Recommendation,
    Remediation,
)
from findings.sentences import HAS_FREE_LINES, free_lines, in_sentences
from inspections.models import DelegationMember, Inspection, Visit
from reform_portal.common.actors import Actor
from reform_portal.common.kept import hang, kept
from units.models import UnitVersion

PICTURES = ("image/jpeg", "image/png")


@dataclass(frozen=True)
class Records:
    """One inspection; each kind of record is asked for when a paper first needs it."""

    pk: int
    reader: Actor | None

    @cached_property
    def inspection(self):
        return _inspection(self.pk)[0]

    @cached_property
    def told(self):
        """What was announced, where the reader gets that and not what is being written."""
        said = self.inspection.last_said
        if said and self.reader and reads_as_announced(self.reader, self.inspection):
            return said
        return None

    @cached_property
    def conclusion(self):
        now = self.inspection.conclusion
        return words_as_announced(now, self.told) if self.told else now

    @cached_property
    def members(self):
        return _members(self.inspection.delegation_id)

    @cached_property
    def visits(self):
        return _visits(self.pk)

    @cached_property
    def findings(self):
        """By reform area, then in the order they were recorded."""
        findings, units = _findings(self.pk), _by(_units_of_findings(self.pk), "finding_id")
        for finding in findings:
            hang(finding, "finding_units", units[finding.pk])
        return findings

    @cached_property
    def sentences(self):
        """What the paper says of them, with the sentences that belong to none.

        To the unit, until the conclusion, what was announced.
        """
        free = _free_lines(self.pk) if self.inspection.has_free_lines else ()
        now = in_sentences(self.findings, free)
        return as_announced(now, self.told) if self.told else now

    @cached_property
    def explanations(self):
        """What the unit has sent; what is said to the whole draft last."""
        return sorted(_explanations(self.pk), key=lambda row: (row.finding_id is None, row.pk))

    @cached_property
    def words_read(self):
        """What the unit read of each finding in the draft it explained."""
        return words_in(self.inspection.last_said)

    @cached_property
    def recommendations(self):
        """Each with its addressees; `is_open` marks those whose work the reader may see."""
        asked = _remediations(self.pk) if self.reader is None else _readable(self.reader, self.pk)
        rows, recommendations = _by(asked, "recommendation_id"), _recommendations(self.pk)
        for recommendation in recommendations:
            hang(recommendation, "remediations", rows[recommendation.pk])
        return recommendations

    @cached_property
    def photos(self):
        """The pictures, those of a finding beside each other, those of none at the end."""
        pictures = Evidence.objects.filter(inspection=self.pk, content_type__in=PICTURES)
        return sorted(
            pictures, key=lambda photo: (photo.finding_id is None, photo.finding_id or 0, photo.pk)
        )

    @cached_property
    def above(self):
        """What the unit belonged to on the first day of the inspection, or None."""
        parent = self.inspection.unit_version.parent_id
        found = _version_on(parent, self.inspection.starts_on) if parent else []
        return found[0] if found else None


def _by(rows, key):
    """The rows under each value of a column."""
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return found


@kept
def _inspection(pk):
    rows = Inspection.objects.filter(pk=pk)
    related = ("plan__committee", "delegation", "unit_version", "conclusion__signer")
    return rows.select_related(*related).annotate(
        has_free_lines=HAS_FREE_LINES, last_said=LAST_SAID
    )


@kept
def _members(delegation_id):
    seats = DelegationMember.objects.filter(delegation=delegation_id)
    return seats.select_related("person")


@kept
def _visits(pk):
    return Visit.objects.filter(inspection=pk).select_related("unit_version")


@kept
def _findings(pk):
    """Counted by their own keys: a GROUP BY would sort all columns of thousands of rows."""
    evidence = Evidence.objects.filter(finding=OuterRef("pk")).order_by().values("finding")
    counted = Coalesce(Subquery(evidence.annotate(count=Count("pk")).values("count")), 0)
    rows = Finding.objects.filter(inspection=pk).annotate(evidence_count=counted)
    related = rows.select_related("area", "second_area", "sector", "line")
    return related.order_by("area__code", "area_id", "id")


@kept
def _free_lines(pk):
    return free_lines(pk)


@kept
def _units_of_findings(pk):
    """Only what is printed, and in one question: there may be thousands of findings."""
    of_unit = (f"unit_version__{name}" for name in ("type", "name", "level"))
    rows = FindingUnit.objects.filter(finding__inspection=pk)
    return rows.select_related("unit_version").only("finding_id", "unit_id", *of_unit)


@kept
def _explanations(pk):
    return Explanation.objects.sent().filter(inspection=pk).select_related("finding")


@kept
def _recommendations(pk):
    return Recommendation.objects.filter(inspection=pk).select_related("area", "second_area")


@kept
def _remediations(pk):
    rows = Remediation.objects.filter(recommendation__inspection=pk)
    return rows.select_related("unit_version").order_by("id").annotate(is_open=Value(True))


@kept
def _readable(reader, pk):
    seen = Remediation.objects.visible_to(reader).filter(pk=OuterRef("pk"))
    return _remediations.__wrapped__(pk).annotate(is_open=Exists(seen))


@kept
def _version_on(unit_id, day):
    return UnitVersion.objects.on(day).filter(unit=unit_id).order_by("pk")[:1]

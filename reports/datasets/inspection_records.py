"""All records of one inspection that papers tell of, read in a fixed number of questions.

Units are named by the version of the day they were put there, never by today's.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Prefetch, Value

from findings.models import (
    Conclusion,
    Evidence,
    Explanation,
    Finding,
    FindingUnit,
    Recommendation,
    Remediation,
)
from inspections.models import DelegationMember, Inspection, Visit
from reform_portal.common.actors import Actor
from reform_portal.common.kept import hang
from units.models import UnitVersion


@dataclass(frozen=True)
class Records:
    """One inspection; each kind of record is asked for when a paper first needs it."""

    pk: int
    reader: Actor | None

    @cached_property
    def inspection(self):
        return Inspection.objects.select_related("plan", "delegation", "unit_version").get(
            pk=self.pk
        )

    @cached_property
    def conclusion(self):
        return Conclusion.objects.select_related("signer").get(inspection=self.pk)

    @cached_property
    def members(self):
        seats = DelegationMember.objects.filter(delegation=self.inspection.delegation_id)
        return list(seats.select_related("person"))

    @cached_property
    def visits(self):
        return list(Visit.objects.filter(inspection=self.pk).select_related("unit_version"))

    @cached_property
    def findings(self):
        """By reform area, then in the order they were recorded."""
        findings = list(
            Finding.objects.filter(inspection=self.pk)
            .select_related("area", "second_area", "sector")
            .annotate(evidence_count=Count("evidence"))
            .order_by("area__code", "area_id", "id")
        )
        units = self._units_of_findings()
        for finding in findings:
            hang(finding, "finding_units", units[finding.pk])
        return findings

    def _units_of_findings(self):
        """Only what is printed, and no queryset for each finding: there may be thousands."""
        of_unit = (f"unit_version__{name}" for name in ("type", "name", "level"))
        rows = FindingUnit.objects.filter(finding__inspection=self.pk)
        units = defaultdict(list)
        for row in rows.select_related("unit_version").only("finding_id", "unit_id", *of_unit):
            units[row.finding_id].append(row)
        return units

    @cached_property
    def explanations(self):
        """What the unit has sent; what is said to the whole draft last."""
        sent = Explanation.objects.sent().filter(inspection=self.pk)
        rows = sent.select_related("finding")
        return sorted(rows, key=lambda row: (row.finding_id is None, row.pk))

    @cached_property
    def recommendations(self):
        """Each with its addressees; `is_open` marks those whose work the reader may see."""
        rows = Remediation.objects.select_related("unit_version").order_by("id")
        rows = rows.annotate(is_open=self._open_to_the_reader())
        return list(
            Recommendation.objects.filter(inspection=self.pk)
            .select_related("area", "second_area")
            .prefetch_related(Prefetch("remediations", rows))
        )

    def _open_to_the_reader(self):
        if self.reader is None:
            return Value(True)
        return Exists(Remediation.objects.visible_to(self.reader).filter(pk=OuterRef("pk")))

    @cached_property
    def photos(self):
        """The pictures, those of a finding beside each other, those of none at the end."""
        pictures = Evidence.objects.filter(
            inspection=self.pk, content_type__in=("image/jpeg", "image/png")
        )
        return sorted(
            pictures, key=lambda photo: (photo.finding_id is None, photo.finding_id or 0, photo.pk)
        )

    @cached_property
    def above(self):
        """What the unit belonged to on the first day of the inspection, or None."""
        parent = self.inspection.unit_version.parent_id
        versions = UnitVersion.objects.on(self.inspection.starts_on)
        return versions.filter(unit=parent).first() if parent else None

"""The draft conclusion as it was announced to the unit: no number, no signature, no answers yet."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.utils import timezone

from findings.announced import announced
from reform_portal.common.models import AuditEntry
from reports.paper_templates import choosing

from . import conclusion
from .inspection_records import Records


@dataclass(frozen=True)
class Announced(Records):
    """The records of an inspection in the sentences that were announced, if any were."""

    said: dict | None = None

    @cached_property
    def told(self):
        return self.said


def paper(inspection, *, as_of, reader):
    """Findings are frozen from the announcement on; their words are those that were announced."""
    told = announced(inspection)
    day = announced_on(inspection) or timezone.localdate(as_of)
    wording = choosing.of_plan("conclusion", inspection.plan, day)
    records = Announced(inspection.pk, reader, told and told.said)
    whole = conclusion.conclusion_of(records, as_of, wording)
    drafted = replace(
        whole,
        is_draft=True,
        number=None,
        issued_on=None,
        draft_made_on=day,
        explanations=(),
    )
    return replace(drafted.composed(), kind="draft")


def announced_on(inspection):
    """The day of the newest announcement that stands; None before it."""
    if told := announced(inspection):
        return told.held_on
    if inspection.status not in inspection.UNIT_READS_FINDINGS:
        return None
    acts = AuditEntry.objects.about(inspection).filter(verb="inspection.announce")
    moment = acts.values_list("at", flat=True).first()
    return moment and timezone.localdate(moment)

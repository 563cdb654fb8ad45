"""The draft conclusion as it was announced to the unit: no number, no signature, no answers yet."""

from dataclasses import replace

from django.utils import timezone

from findings.models import Announcement
from reform_portal.common.models import AuditEntry
from reports.paper_templates import choosing

from . import conclusion


def paper(inspection, *, as_of, reader):
    """What was found is frozen from the announcement on, so this is still what was announced."""
    day = announced_on(inspection) or timezone.localdate(as_of)
    wording = choosing.of_plan("conclusion", inspection.plan, day)
    whole = conclusion.conclusion(inspection, as_of=as_of, reader=reader, wording=wording)
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
    if inspection.status not in inspection.UNIT_READS_FINDINGS:
        return None
    told = Announcement.objects.filter(inspection=inspection).order_by("number").last()
    if told:
        return told.held_on
    acts = AuditEntry.objects.about(inspection).filter(verb="inspection.announce")
    moment = acts.values_list("at", flat=True).first()
    return moment and timezone.localdate(moment)

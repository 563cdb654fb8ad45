"""Writing a self-report under its outline, submitting it, and sending it back."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from inspections.models import Inspection, ReportFigure, ReportSection, SelfReport
from inspections.rules import self_reports as rules
from inspections.workflow_before import self_report as flow
from reform_portal.common import audit
from reform_portal.common.dates import vn_number
from reform_portal.common.editing import save_if_unchanged
from reform_portal.common.workflow import Refused

from .locking import lock, require_state

audit.name_verbs(report_section__edit=_("Wrote in the self-report"))


@transaction.atomic
def save_section(report, item, seen_version, *, by, text, figures):
    """The text and all figures of one heading; Stale when somebody saved it first.

    `seen_version` 0 says that nobody had written it; `figures` is {indicator: (numerator,
    denominator)}: what is not in it was taken out.
    """
    lock(report.inspection, *Inspection.BEFORE_CONCLUSION)
    row = SelfReport.objects.select_for_update().get(pk=report.pk)
    require_state(row, SelfReport.OPEN)
    if row.outline_id is None:
        SelfReport.objects.filter(pk=row.pk).update(outline=item.outline_id)
    section, created = ReportSection.objects.get_or_create(report=row, item=item)
    told = _told(figures)
    saved = save_if_unchanged(
        section,
        section.version if created and seen_version == 0 else seen_version,
        by=by,
        verb="report_section.edit",
        note=told,
        text=text,
    )
    saved.figures.exclude(indicator__in=figures).delete()
    for indicator, (numerator, denominator) in figures.items():
        counts = {"numerator": numerator, "denominator": denominator}
        ReportFigure.objects.update_or_create(section=saved, indicator=indicator, defaults=counts)
    return saved


def _told(figures):
    """The figures as the history keeps them."""
    return "; ".join(
        f"{indicator.code}: {'/'.join(vn_number(one) for one in counts if one is not None)}"
        for indicator, counts in figures.items()
    )


@transaction.atomic
def move_report(report, step, *, by, note=""):
    """Submit, take back or return the report; told on the inspection too."""
    if not flow.steps[step].allow(by, report):
        raise PermissionDenied
    row = lock(report.inspection, *Inspection.BEFORE_CONCLUSION)
    values = {"received_on": None}
    if step == "submit":
        if sentence := rules.period_has_begun(report, by.day):
            raise Refused(sentence)
        values = {"received_on": by.day}
    moved = flow.take(step, report, by=by, note=note, **values)
    audit.record(f"self_report.{step}", row, by=by, note=note)
    return moved

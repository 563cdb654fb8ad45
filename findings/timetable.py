"""When the unit explained, when the conclusion was issued and what was remedied was reported."""

from collections import defaultdict

from django.db.models import Max

from inspections.models import Inspection, PlanDeadline
from inspections.timetable import Fact, tells

from .models import Conclusion, Explanation

Code = PlanDeadline.Code
S = Inspection.Status


@tells
def explanation(inspections):
    """Sent, or passed over by the head."""
    asked = {one.pk: one for one in inspections if one.explanation_due_on}
    by_unit = Explanation.objects.filter(inspection__in=asked).values_list("inspection_id")
    sent = dict(by_unit.annotate(day=Max("sent_on")).order_by())
    return {key: {Code.EXPLANATION: _explanation(one, sent.get(key))} for key, one in asked.items()}


def _explanation(inspection, sent):
    is_over = inspection.status in (S.EXPLAINED, *inspection.ISSUED)
    return Fact(sent if is_over else None, inspection.explanation_due_on, is_over)


@tells
def conclusion(inspections):
    """Its day, and once it is issued what was reported by everybody it orders something."""
    issued = [one.pk for one in inspections if one.is_issued]
    # A row for each who reports, one in all where nobody has to.
    rows = Conclusion.objects.filter(inspection__in=issued).values_list(
        "inspection_id",
        "issued_on",
        "remediation_report_due_on",
        "inspection__remediations__pk",
        "inspection__remediations__reported_on",
    )
    of_inspection = defaultdict(list)
    for key, *row in rows:
        of_inspection[key].append(row)
    told = {one.pk: {Code.CONCLUSION: Fact()} for one in inspections}
    return told | {key: _conclusion(of_inspection[key]) for key in issued}


def _conclusion(rows):
    days = [day for _issued, _due, key, day in rows if key]
    issued, due = next(((row[0], row[1]) for row in rows), (None, None))
    reported = max(days) if days and all(days) else None
    return {
        Code.CONCLUSION: Fact(issued, is_over=True),
        Code.REMEDIATION_REPORT: Fact(reported, due, is_over=bool(reported) or not days),
    }
